-- Couriers and what they cost, what is known of a parcel on its way, pickups the shop books.

-- Where the shop's own parcels start: the origin of the tariff.
alter table shop add column city text, add column postcode text;

-- The couriers customers are offered (clause P12); one that is not listed here is.
create table courier_choice (
  courier  text primary key,
  offered  boolean not null
);

-- What a courier sells: regular, next day ...
create table courier_product (
  courier  text not null,
  code     text not null check (code ~ '^[A-Z0-9][A-Z0-9 +-]{0,19}$'),
  name     text not null,
  active   boolean not null default true,
  primary key (courier, code)
);
insert into courier_product (courier, code, name) values
  ('JNE', 'REG', 'Reguler'), ('JNE', 'YES', 'Yakin Esok Sampai'), ('JNE', 'OKE', 'Ongkos Kirim Ekonomis'),
  ('JNT', 'EZ', 'Reguler'), ('SICEPAT', 'REG', 'Reguler'), ('SICEPAT', 'BEST', 'Besok Sampai Tujuan'),
  ('ANTERAJA', 'REG', 'Reguler'), ('ANTERAJA', 'ND', 'Next Day'), ('POS', 'REG', 'Pos Reguler'),
  ('POS', 'ND', 'Pos Nextday'), ('TIKI', 'REG', 'Reguler'), ('TIKI', 'ONS', 'Over Night'),
  ('NINJA', 'STD', 'Standard'), ('LION', 'REG', 'Regpack'), ('LION', 'ONE', 'Onepack');

-- A place is a city in one spelling (jakarta selatan, kab bandung) or the first digits of a postcode.
create table tariff (
  courier      text not null,
  product      text not null,
  origin       text not null check (origin <> ''),
  destination  text not null check (destination <> ''),
  -- Minor units for each started kilogram.
  per_kg       bigint not null check (per_kg > 0),
  min_grams    int not null check (min_grams between 1 and 1000000),
  days_min     int not null check (days_min >= 0),
  days_max     int not null check (days_max >= days_min),
  updated_at   timestamptz not null,
  primary key (courier, product, origin, destination),
  foreign key (courier, product) references courier_product
);

alter table shipment
  add column product         text,
  add column weight_grams    int check (weight_grams between 1 and 1000000),
  -- What the courier was paid, minor units; null where nobody said.
  add column cost            bigint check (cost >= 0),
  add column declared_value  bigint check (declared_value >= 0),
  add column booking         text not null default 'BY_SENDER'
                               check (booking in ('BY_SENDER', 'BY_HAND', 'BY_GATEWAY')),
  -- The furthest that tracking has seen it; it never moves backwards.
  add column track_status    text check (track_status in
                               ('BOOKED', 'PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'RETURNING',
                                'CANCELLED', 'LOST', 'RETURNED', 'DELIVERED')),
  add column tracked_at      timestamptz,
  -- When to ask the courier next; null once there is nothing more to learn.
  add column poll_at         timestamptz,
  add column poll_failures   int not null default 0 check (poll_failures >= 0),
  add constraint tracked_says_when check ((track_status is null) = (tracked_at is null));
create index shipment_poll on shipment (poll_at) where poll_at is not null;

-- What a courier said of a parcel. Appended, never edited; the same thing is said once.
create table tracking_event (
  id           bigint generated always as identity primary key,
  shipment_id  bigint not null references shipment,
  status       text not null check (status in
                 ('BOOKED', 'PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'RETURNING', 'CANCELLED', 'LOST',
                  'RETURNED', 'DELIVERED')),
  at           timestamptz not null,
  source       text not null,
  recorded_at  timestamptz not null,
  unique (shipment_id, status, at),
  -- Clocks differ a little; nothing is taken from the future.
  constraint not_from_the_future check (at <= recorded_at + interval '10 minutes')
);
create trigger tracking_event_appended_only before update or delete on tracking_event
  for each row execute function appended_only();

-- What gateways report by themselves, until a timer has taken it in.
create table courier_report (
  id           bigint generated always as identity primary key,
  gateway      text not null,
  order_ref    text,
  waybill      text,
  status       text check (length(status) <= 40),
  price        bigint check (price >= 0),
  at           timestamptz,
  received_at  timestamptz not null,
  taken_at     timestamptz,
  outcome      text,
  check (order_ref is not null or waybill is not null)
);
create index courier_report_new on courier_report (id) where taken_at is null;
create index courier_report_taken on courier_report (taken_at) where taken_at is not null;

-- A pickup at the customer's that the shop asked a gateway for; its id is the gateway's key for it.
create table pickup (
  id            bigint generated always as identity primary key,
  rma_id        bigint not null references rma,
  courier       text not null,
  product       text not null,
  weight_grams  int not null check (weight_grams between 1 and 1000000),
  state         text not null check (state in ('ASKED', 'BOOKED', 'REFUSED', 'UNKNOWN')),
  order_ref     text unique,
  shipment_id   bigint references shipment,
  tries         int not null default 0,
  next_try_at   timestamptz,
  reason        text check (length(reason) <= 200),
  asked_at      timestamptz not null,
  actor         text not null,
  check ((state = 'ASKED') = (next_try_at is not null))
);
create index pickup_case on pickup (rma_id);
create index pickup_due on pickup (next_try_at) where next_try_at is not null;
create unique index one_pickup_at_a_time on pickup (rma_id) where state in ('ASKED', 'UNKNOWN');
