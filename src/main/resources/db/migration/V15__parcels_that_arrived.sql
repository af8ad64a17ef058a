-- Parcels that arrived at the shop (clauses P5, P9, P11): with a case or without one.

create table parcel (
  id         bigint generated always as identity primary key,
  -- Made with the form: the same form sent twice is one parcel.
  key        uuid not null unique,
  at         timestamptz not null,
  actor      text not null,
  courier    text,
  waybill    text check (waybill ~ '^[A-Z0-9-]{6,40}$'),
  boxes      int not null check (boxes between 1 and 99),
  packaging  text not null check (packaging in
               ('AS_PACKED', 'BOX_MISSING', 'NO_BUBBLE_WRAP', 'DAMAGED')),
  remark     text not null default '' check (length(remark) <= 1000),
  bin        text not null default '' check (length(bin) <= 40),
  -- Null until somebody knows whose it is.
  rma_id     bigint references rma,
  -- TAKEN: its goods count as received by the case. GONE: it left again.
  state      text not null check (state in ('QUARANTINE', 'TAKEN', 'GONE')),
  gone_at    timestamptz,
  check (state <> 'TAKEN' or rma_id is not null),
  check ((state = 'GONE') = (gone_at is not null))
);
-- A parcel is here once, whichever station scanned it.
create unique index parcel_is_here_once on parcel (waybill) where state <> 'GONE';
create index parcel_in_quarantine on parcel (id) where state = 'QUARANTINE';
create index parcel_case on parcel (rma_id) where rma_id is not null;

-- How many of a case's line came in it.
create table parcel_line (
  parcel_id  bigint not null references parcel,
  rma_id     bigint not null,
  line_no    int not null,
  quantity   int not null check (quantity > 0),
  -- The rest of the line is still awaited.
  waits      boolean not null,
  primary key (parcel_id, line_no),
  foreign key (rma_id, line_no) references rma_line
);
create index parcel_line_waits on parcel_line (rma_id) where waits;

-- What else was in it: more than was asked for, or something else.
create table parcel_item (
  id         bigint generated always as identity primary key,
  parcel_id  bigint not null references parcel,
  item_no    int not null check (item_no between 1 and 50),
  kind       text not null check (kind in
               ('MORE', 'OTHER_PRODUCT', 'SOLD_TO_OTHER', 'NEVER_SOLD', 'UNKNOWN')),
  -- Known where the label or the code is; then it is in the stock book.
  sku        text references product,
  serial     text,
  said       text not null check (length(said) between 1 and 200),
  quantity   int not null check (quantity between 1 and 9999),
  sent_back_at  timestamptz,
  unique (parcel_id, item_no),
  check (kind = 'UNKNOWN' or sku is not null),
  check (serial is null or quantity = 1)
);
-- A unit is in quarantine once.
create unique index parcel_item_serial on parcel_item (sku, serial)
  where serial is not null and sent_back_at is null;

alter table photo add constraint photo_of_a_parcel foreign key (parcel_id) references parcel;
