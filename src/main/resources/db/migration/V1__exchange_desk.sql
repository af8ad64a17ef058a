-- Tukar's first schema. What must be unique, sum up or happen once is held here, not only in the code.
-- Amounts are minor units of the shop's currency (whole rupiah). Instants are timestamptz.

-- The shop -------------------------------------------------------------------------------------

create table shop (
  id                smallint primary key default 1 check (id = 1),
  name              text not null,
  legal_name        text not null,
  return_address    text not null,
  phone             text,
  whatsapp          text,
  email             text,
  bank_name         text,
  bank_account      text,
  bank_holder       text,
  collective_leave  text not null default 'OFF' check (collective_leave in ('OFF', 'WORKED')),
  demo              boolean not null default false,
  created_at        timestamptz not null default now()
);

-- Staff ----------------------------------------------------------------------------------------

create table staff (
  id             bigint generated always as identity primary key,
  login          text not null unique check (login = lower(login)),
  name           text not null,
  role           text not null check (role in ('AGENT', 'INSPECTOR', 'FINANCE', 'MANAGER')),
  password_hash  text not null,
  active         boolean not null default true,
  created_at     timestamptz not null default now()
);

create table api_token (
  id          bigint generated always as identity primary key,
  name        text not null,
  role        text not null check (role in ('AGENT', 'INSPECTOR', 'FINANCE', 'MANAGER')),
  token_hash  bytea not null unique,
  created_at  timestamptz not null default now(),
  revoked_at  timestamptz
);

create table setup_link (
  token_hash  bytea primary key,
  offered_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

-- Failed look-ups and sign-ins, by a keyed hash of who tried what: the next try waits longer.
create table throttle (
  key         bytea primary key,
  failures    int not null check (failures > 0),
  blocked_until timestamptz not null
);

-- Every POST of the API can be repeated: the first answer is kept and given again.
create table idempotent_request (
  -- No foreign key: every request of a token would lock the token's row.
  token_id     bigint not null,
  key          text not null check (length(key) between 1 and 255),
  fingerprint  bytea not null,
  status       smallint,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (token_id, key)
);

-- Orders ---------------------------------------------------------------------------------------

create table customer (
  id          bigint generated always as identity primary key,
  name        text not null,
  phone       text,
  email       text,
  address     text,
  city        text,
  postcode    text,
  language    text not null default 'ID' check (language in ('ID', 'EN')),
  created_at  timestamptz not null default now(),
  check (phone is not null or email is not null)
);
create unique index customer_contact on customer (phone, email) nulls not distinct;

create table sales_order (
  id             bigint generated always as identity primary key,
  number         text not null unique,
  invoice        text unique,
  customer_id    bigint not null references customer,
  ordered_at     timestamptz not null,
  status         text not null check (status in ('OPEN', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
  dispatched_on  date,
  -- Proof of receipt by the courier; a customer's own statement is a claim and stays in the case.
  received_on    date,
  source         text not null,
  imported_at    timestamptz not null default now()
);
create index sales_order_customer on sales_order (customer_id, ordered_at);

create table sold_item (
  id         bigint generated always as identity primary key,
  order_id   bigint not null references sales_order,
  line_no    int not null check (line_no > 0),
  sku        text not null,
  name       text not null,
  quantity   int not null check (quantity > 0),
  -- Paid for one unit, after discounts, with tax.
  unit_paid  bigint not null check (unit_paid >= 0),
  -- Units in a case that is open or ended in an exchange: never more than were bought.
  claimed    int not null default 0,
  constraint claimed_at_most_what_was_bought check (claimed between 0 and quantity),
  unique (order_id, line_no)
);

create table sold_unit (
  id            bigint generated always as identity primary key,
  sold_item_id  bigint not null references sold_item,
  sku           text not null,
  serial        text not null,
  mac           text,
  unique (sku, serial)
);
create index sold_unit_item on sold_unit (sold_item_id);
create index sold_unit_serial on sold_unit (serial);
create index sold_unit_mac on sold_unit (mac);

-- Stock ----------------------------------------------------------------------------------------

create table product (
  sku         text primary key,
  name        text not null,
  category    text not null default '',
  list_price  bigint not null check (list_price >= 0),
  -- Sold in a product box of its own, and wrapped in bubble wrap (clause P11).
  boxed       boolean not null default true,
  wrapped     boolean not null default true,
  serialised  boolean not null default false,
  contents    text not null default '',
  active      boolean not null default true,
  updated_at  timestamptz not null default now()
);
create index product_name on product (lower(name));

-- What lies on the shelf, ready to ship, and how much of it is set aside for cases.
create table stock_level (
  sku      text primary key references product,
  on_hand  int not null default 0,
  held     int not null default 0,
  constraint held_at_most_what_is_there check (held >= 0 and held <= on_hand)
);

create table unit (
  id            bigint generated always as identity primary key,
  sku           text not null,
  serial        text not null,
  mac           text,
  place         text not null check (place in
                  ('SUPPLIER', 'SHELF', 'CUSTOMER', 'QUARANTINE', 'OPEN_BOX', 'REPAIR', 'VENDOR', 'SCRAP')),
  qc_passed_at  timestamptz,
  qc_by         text,
  unique (sku, serial)
);
create unique index unit_mac on unit (mac) where mac is not null;
create index unit_place on unit (sku, place);

-- Appended, never edited: a move from place to place.
create table stock_move (
  id          bigint generated always as identity primary key,
  sku         text not null,
  unit_id     bigint references unit,
  quantity    int not null check (quantity > 0),
  from_place  text not null,
  to_place    text not null,
  rma_id      bigint,
  cause       text not null,
  at          timestamptz not null,
  actor       text not null,
  check (from_place <> to_place),
  check (unit_id is null or quantity = 1)
);
create index stock_move_sku on stock_move (sku);
create index stock_move_rma on stock_move (rma_id) where rma_id is not null;

-- One unit set aside for one line of a case; resolved once: shipped, released or expired.
create table hold (
  id           bigint generated always as identity primary key,
  rma_id       bigint not null,
  line_no      int not null,
  sku          text not null references product,
  unit_id      bigint references unit,
  state        text not null check (state in ('HELD', 'SHIPPED', 'RELEASED', 'EXPIRED')),
  taken_at     timestamptz not null,
  expires_at   timestamptz not null,
  resolved_at  timestamptz,
  check ((state = 'HELD') = (resolved_at is null))
);
create index hold_case on hold (rma_id, line_no);
create unique index one_winner_per_unit on hold (unit_id) where state in ('HELD');
create index hold_open on hold (sku) where state = 'HELD';

create function hold_is_resolved_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'HELD' then
    raise exception 'hold % is already %', old.id, old.state using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_is_resolved_once before update on hold
  for each row execute function hold_is_resolved_once();

-- Cases ----------------------------------------------------------------------------------------

create sequence rma_number_seq;

create table rma (
  id                bigint primary key,
  request_number    text not null unique,
  rma_number        text unique,
  order_id          bigint not null references sales_order,
  customer_id       bigint not null references customer,
  status            text not null check (status in
                      ('REQUESTED', 'NEEDS_EVIDENCE', 'AUTHORIZED', 'RECEIVED', 'INSPECTED', 'SETTLED',
                       'DISPATCHED', 'CLOSED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
  channel           text not null,
  language          text not null check (language in ('ID', 'EN')),
  priority          boolean not null default false,
  -- The customer gave a waybill since the last authorization.
  parcel_sent       boolean not null default false,
  first_contact_at  timestamptz not null,
  opened_at         timestamptz not null,
  ship_by           date,
  -- When the next step is due, whoever's turn it is; null once the case has ended.
  due_at            timestamptz,
  -- What the customer owes (positive) or the shop owes (negative), as the ledger sums it.
  balance           bigint not null default 0,
  -- The draft it was submitted from: a draft is submitted once.
  draft_id          uuid unique,
  -- Equals the last event's seq; an update must find the version it read.
  version           int not null,
  chain             bytea not null
);
create index rma_queue on rma (status, due_at);
create index rma_open on rma ((not priority), due_at, id) where due_at is not null;
create index rma_order on rma (order_id);
create index rma_customer on rma (customer_id);

create table rma_line (
  rma_id        bigint not null references rma,
  line_no       int not null check (line_no > 0),
  sold_item_id  bigint not null references sold_item,
  sku           text not null,
  quantity      int not null check (quantity > 0),
  reason        text not null,
  symptom       text,
  wanted_sku    text not null,
  -- Frozen as shown to the customer at submission.
  unit_paid     bigint not null,
  wanted_price  bigint not null,
  state         text not null check (state in
                  ('REQUESTED', 'AUTHORIZED', 'DECLINED', 'WITHDRAWN', 'RECEIVED', 'ACCEPTED', 'REFUSED',
                   'EXCHANGED', 'SENT_BACK', 'RELEASED')),
  goods         text not null check (goods in ('NONE', 'HELD', 'WAITING', 'SHIPPED')),
  verdict       text,
  fault         text,
  disposition   text,
  -- Who pays each leg (clause P7), as inspection found.
  payer_to_shop      text check (payer_to_shop in ('SHOP', 'CUSTOMER', 'UNDECIDED')),
  payer_to_customer  text check (payer_to_customer in ('SHOP', 'CUSTOMER', 'UNDECIDED')),
  primary key (rma_id, line_no)
);
create index rma_line_item on rma_line (sold_item_id);
create index rma_line_waiting on rma_line (wanted_sku) where goods = 'WAITING';

-- The chain: hash = SHA-256(previous hash, canonical bytes of this event). No personal data, references only.
create table rma_event (
  rma_id  bigint not null references rma,
  seq     int not null check (seq > 0),
  kind    text not null,
  at      timestamptz not null,
  actor   text not null,
  body    bytea not null,
  hash    bytea not null,
  primary key (rma_id, seq)
);

create function appended_only() returns trigger language plpgsql as $$
begin
  raise exception '% is appended to, never changed', tg_table_name using errcode = '23514';
end $$;
create trigger rma_event_appended_only before update or delete on rma_event
  for each row execute function appended_only();
create trigger stock_move_appended_only before update or delete on stock_move
  for each row execute function appended_only();

-- What people wrote: may be erased on request, the chain refers to it by number.
create table note (
  id      bigint generated always as identity primary key,
  rma_id  bigint not null references rma,
  line_no int,
  kind    text not null check (kind in ('CUSTOMER', 'STAFF', 'OVERRIDE', 'INSPECTION')),
  text    text not null check (length(text) <= 4000),
  at      timestamptz not null,
  actor   text not null
);
create index note_case on note (rma_id);

-- One decision about one line, whole: the facts, and the findings that followed.
create table decision (
  id              bigint generated always as identity primary key,
  rma_id          bigint not null references rma,
  line_no         int not null,
  stage           text not null check (stage in ('REQUEST', 'EVIDENCE', 'INSPECTION')),
  policy_id       text not null,
  policy_version  int not null,
  holiday_set     text not null,
  outcome         text not null check (outcome in ('AUTHORIZED', 'DECLINED', 'NEEDS_EVIDENCE', 'REVIEW')),
  facts           bytea not null,
  proof           bytea not null,
  at              timestamptz not null
);
create index decision_case on decision (rma_id, line_no);

create table shipment (
  id       bigint generated always as identity primary key,
  rma_id   bigint not null references rma,
  leg      text not null check (leg in ('TO_SHOP', 'TO_CUSTOMER', 'SENT_BACK')),
  courier  text not null,
  waybill  text not null,
  at       timestamptz not null,
  actor    text not null,
  unique (courier, waybill, leg, rma_id)
);
create index shipment_case on shipment (rma_id);
create index shipment_waybill on shipment (waybill);

-- Evidence -------------------------------------------------------------------------------------

-- A request being written. Starting it counts as first contact (clause P9).
create table draft (
  id          uuid primary key,
  order_id    bigint not null references sales_order,
  started_at  timestamptz not null,
  language    text not null check (language in ('ID', 'EN')),
  form        jsonb not null,
  saved_at    timestamptz not null,
  -- Set once, when it became a case.
  rma_id      bigint references rma
);
create index draft_order on draft (order_id);

create table photo (
  id         bigint generated always as identity primary key,
  sha256     bytea not null,
  bytes      int not null check (bytes > 0),
  width      int not null check (width > 0),
  height     int not null check (height > 0),
  draft_id   uuid references draft,
  rma_id     bigint references rma,
  line_no    int not null check (line_no > 0),
  slot       text not null check (slot in ('LABEL', 'UNIT', 'FAULT', 'BOX', 'SEAL', 'CONTENTS', 'PACKAGING')),
  source     text not null check (source in ('CUSTOMER', 'INSPECTOR', 'QC')),
  at         timestamptz not null,
  actor      text not null,
  check (draft_id is not null or rma_id is not null)
);
create index photo_draft on photo (draft_id);
create index photo_case on photo (rma_id);

-- In a draft at most 10 photos of a line; in a draft or case at most 40 of the customer and 40 of the
-- shop. The draft or case is locked first: photos that arrive together count each other.
create function photos_are_bounded() returns trigger language plpgsql as $$
begin
  if new.rma_id is null then
    perform 1 from draft where id = new.draft_id and rma_id is null for no key update;
    if not found then
      raise exception 'draft % was submitted', new.draft_id
        using errcode = '23514', constraint = 'photo_only_in_an_open_draft';
    end if;
    if (select count(*) from photo
        where draft_id = new.draft_id and rma_id is null and line_no = new.line_no) >= 10 then
      raise exception 'line % of draft % has its 10 photos', new.line_no, new.draft_id
        using errcode = '23514', constraint = 'photos_per_draft_line';
    end if;
  else
    perform 1 from rma where id = new.rma_id for no key update;
  end if;
  if (select count(*) from photo
      where (rma_id = new.rma_id or (new.rma_id is null and rma_id is null and draft_id = new.draft_id))
        and (source = 'CUSTOMER') = (new.source = 'CUSTOMER')) >= 40 then
    raise exception 'the case has its 40 photos'
      using errcode = '23514', constraint = 'photos_per_case';
  end if;
  return new;
end $$;
create trigger photos_are_bounded before insert on photo
  for each row execute function photos_are_bounded();

-- Money ----------------------------------------------------------------------------------------

create table ledger_posting (
  id         bigint generated always as identity primary key,
  rma_id     bigint not null references rma,
  kind       text not null check (kind in ('SETTLEMENT', 'PAYMENT_IN', 'PAYMENT_OUT', 'REVERSAL')),
  reference  text,
  reverses   bigint unique references ledger_posting,
  at         timestamptz not null,
  actor      text not null
);
create index ledger_posting_case on ledger_posting (rma_id);
-- A transfer is booked once.
create unique index ledger_posting_reference on ledger_posting (kind, reference) where reference is not null;

create table ledger_entry (
  posting_id  bigint not null references ledger_posting,
  entry_no    int not null,
  account     text not null check (account in ('CUSTOMER', 'BANK', 'PRICE_DIFFERENCE', 'SHIPPING', 'WAIVED')),
  amount      bigint not null check (amount <> 0),
  primary key (posting_id, entry_no)
);

create function posting_sums_to_zero() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from ledger_entry where posting_id = new.posting_id) <> 0 then
    raise exception 'posting % does not sum to zero', new.posting_id using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger posting_sums_to_zero after insert on ledger_entry
  deferrable initially deferred for each row execute function posting_sums_to_zero();
create trigger ledger_entry_appended_only before update or delete on ledger_entry
  for each row execute function appended_only();
create trigger ledger_posting_appended_only before update or delete on ledger_posting
  for each row execute function appended_only();

-- What is to be said outside -------------------------------------------------------------------

create table outbox (
  id            bigint generated always as identity primary key,
  -- The id before the effect: the same thing is never said twice.
  key           text not null unique,
  -- A reference such as customer:12; the address is looked up when it is sent.
  recipient     text not null,
  template      text not null,
  rma_id        bigint references rma,
  params        jsonb not null default '{}',
  state         text not null default 'PENDING'
                  check (state in ('PENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'PARKED', 'NO_CHANNEL')),
  attempts      int not null default 0,
  next_at       timestamptz not null default now(),
  leased_until  timestamptz,
  created_at    timestamptz not null default now(),
  done_at       timestamptz,
  outcome       text
);
create index outbox_pending on outbox (recipient, id) where state = 'PENDING';
create index outbox_case on outbox (rma_id);

-- Timers (db-scheduler's own layout) -----------------------------------------------------------

create table scheduled_tasks (
  task_name             text not null,
  task_instance         text not null,
  task_data             bytea,
  execution_time        timestamptz not null,
  picked                boolean not null,
  picked_by             text,
  last_success          timestamptz,
  last_failure          timestamptz,
  consecutive_failures  int,
  last_heartbeat        timestamptz,
  version               bigint not null,
  priority              smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);
