-- What is sent for an order leaves the shop through the same gate as a replacement (clause P1):
-- each unit with a serial on a test it passed since it last came back.

alter table stock_document drop constraint stock_document_kind_check;
alter table stock_document add constraint stock_document_kind_check
  check (kind in ('DELIVERY', 'COUNT', 'TRANSFER', 'IMPORT', 'VENDOR', 'SALE'));
alter table stock_document add constraint stock_document_sale_names_its_order
  check (kind <> 'SALE' or reference is not null);

-- Units that left from here; what was sent before is not told, only that the order was.
alter table sold_item add column sent int not null default 0;
alter table sold_item add constraint sent_at_most_what_was_bought
  check (sent between 0 and quantity);

-- Scanned when it left: no file takes it from its line.
alter table sold_unit add column scanned boolean not null default false;

-- One parcel of an order; its goods are the moves of its document.
create table sale_parcel (
  document_id  bigint primary key references stock_document,
  order_id     bigint not null references sales_order,
  courier      text,
  waybill      text check (length(waybill) between 1 and 60),
  check (waybill is null or courier is not null)
);
create index sale_parcel_order on sale_parcel (order_id);
create trigger sale_parcel_appended_only before update or delete on sale_parcel
  for each row execute function appended_only();

create table sale_parcel_line (
  document_id   bigint not null references sale_parcel,
  sold_item_id  bigint not null references sold_item,
  quantity      int not null check (quantity > 0),
  primary key (document_id, sold_item_id)
);
create index sale_parcel_line_item on sale_parcel_line (sold_item_id);
create trigger sale_parcel_line_appended_only before update or delete on sale_parcel_line
  for each row execute function appended_only();

create index sales_order_open on sales_order (ordered_at, id) where status = 'OPEN';
