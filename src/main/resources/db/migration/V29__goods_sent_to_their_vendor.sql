-- Faulty goods go to their manufacturer as a batch, and what came of each is booked: repaired,
-- replaced, credited, refused or lost. Waiting and sent goods lie in the same place, VENDOR; whether
-- they left is said by their batch.

alter table stock_document drop constraint stock_document_kind_check;
alter table stock_document add constraint stock_document_kind_check
  check (kind in ('DELIVERY', 'COUNT', 'TRANSFER', 'IMPORT', 'VENDOR', 'SALE'));

create index unit_at_vendor on unit (id) where place = 'VENDOR';

create table vendor_batch (
  id         bigint generated always as identity primary key,
  vendor     text not null check (length(vendor) between 1 and 100),
  -- OPEN: being gathered. SENT: something is unanswered. CLOSED: everything is answered.
  state      text not null default 'OPEN' check (state in ('OPEN', 'SENT', 'CLOSED')),
  version    int not null default 1 check (version > 0),
  opened_at  timestamptz not null,
  opened_by  text not null,
  -- The number the vendor gave for sending it in.
  reference  text check (length(reference) between 1 and 60),
  waybill    text check (length(waybill) between 6 and 40),
  -- Made with the form: a batch is sent once.
  send_key   uuid unique,
  sent_at    timestamptz,
  sent_by    text,
  closed_at  timestamptz,
  check ((state = 'OPEN') = (sent_at is null)),
  check ((sent_at is null) = (sent_by is null)
     and (sent_at is null) = (send_key is null)
     and (sent_at is null) = (reference is null)),
  check (waybill is null or sent_at is not null),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create unique index one_open_batch_per_vendor on vendor_batch (lower(vendor)) where state = 'OPEN';
-- A number of the vendor's is one batch.
create unique index vendor_batch_reference on vendor_batch (lower(vendor), lower(reference))
  where reference is not null;

-- A unit of a batch, or a number of goods without serials; that is divided where the vendor answers
-- for a part of it.
create table vendor_item (
  id           bigint generated always as identity primary key,
  batch_id     bigint not null references vendor_batch,
  sku          text not null references product,
  unit_id      bigint references unit,
  quantity     int not null check (quantity between 1 and 1000000),
  fault        text check (length(fault) between 1 and 500),
  added_at     timestamptz not null,
  added_by     text not null,
  outcome      text check (outcome in ('REPAIRED', 'REPLACED', 'CREDITED', 'REFUSED', 'LOST')),
  -- Where the shop put what the vendor sent back as it was.
  refused_to   text check (refused_to in ('SHELF', 'REPAIR', 'SCRAP')),
  replaced_by  bigint references unit,
  -- Whole rupiah for all of the quantity, and the number of the vendor's paper.
  amount       bigint check (amount between 1 and 1000000000000),
  paper        text check (length(paper) between 1 and 60),
  -- What stands behind the moves.
  document_id  bigint unique references stock_document,
  answered_at  timestamptz,
  answered_by  text,
  check (unit_id is null or quantity = 1),
  check ((outcome is null) = (answered_at is null)
     and (outcome is null) = (answered_by is null)
     and (outcome is null) = (document_id is null)),
  check ((outcome is not distinct from 'REFUSED') = (refused_to is not null)),
  check ((outcome is not distinct from 'CREDITED') = (amount is not null)),
  check (amount is null or paper is not null),
  check (outcome is not null or paper is null),
  check ((outcome is not distinct from 'REPLACED' and unit_id is not null)
         = (replaced_by is not null))
);
-- A unit is in one batch until the vendor answered for it.
create unique index one_batch_per_unit on vendor_item (unit_id) where outcome is null;
create unique index vendor_item_number on vendor_item (batch_id, sku)
  where outcome is null and unit_id is null;
create index vendor_item_batch on vendor_item (batch_id, id);
create index vendor_item_unanswered on vendor_item (sku) where outcome is null;
create index vendor_item_unit on vendor_item (unit_id) where unit_id is not null;

create function vendor_item_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.outcome is not null then
    raise exception 'item % has its answer: %', old.id, old.outcome
      using errcode = '23514', constraint = 'vendor_item_is_answered_once';
  end if;
  if tg_op = 'DELETE' then
    perform 1 from vendor_batch where id = old.batch_id and state = 'OPEN';
    if not found then
      raise exception 'item % was sent', old.id
        using errcode = '23514', constraint = 'what_was_sent_stays_in_its_batch';
    end if;
    return old;
  end if;
  return new;
end $$;
create trigger vendor_item_is_answered_once before update or delete on vendor_item
  for each row execute function vendor_item_is_answered_once();

create function vendor_item_of_its_batch() returns trigger language plpgsql as $$
begin
  perform 1 from vendor_batch
  where id = new.batch_id and state = case when new.outcome is null then 'OPEN' else 'SENT' end;
  if not found then
    raise exception 'batch % takes no such item', new.batch_id
      using errcode = '23514', constraint = 'a_sent_batch_takes_nothing_more';
  end if;
  return new;
end $$;
create trigger vendor_item_of_its_batch before insert on vendor_item
  for each row execute function vendor_item_of_its_batch();
