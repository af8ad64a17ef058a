-- Returned goods are looked at unit by unit (clauses P3, P4), against what belongs in the box.

-- What belongs in a product's box. A part with a SKU of its own can be sent alone.
create table product_part (
  sku       text not null references product,
  part_no   int not null check (part_no between 1 and 40),
  name_id   text not null check (length(name_id) between 1 and 80),
  name_en   text not null check (length(name_en) between 1 and 80),
  part_sku  text references product check (part_sku <> sku),
  primary key (sku, part_no)
);

create table unit_look (
  id           bigint generated always as identity primary key,
  rma_id       bigint not null,
  line_no      int not null,
  sku          text not null,
  -- Goods without serials are looked at together.
  quantity     int not null check (quantity > 0),
  serial       text check (length(serial) between 1 and 60),
  -- The unit in the shop's books; null where it never was in them.
  unit_id      bigint references unit,
  identity     text not null check (identity in
                 ('AS_SOLD', 'UNPROVEN', 'SOLD_TO_ANOTHER', 'NEVER_SOLD', 'NEVER_OURS')),
  disposition  text check (disposition in
                 ('RESTOCK', 'OPEN_BOX', 'REPAIR', 'VENDOR_RMA', 'SCRAP', 'SEND_BACK')),
  started_at   timestamptz not null,
  started_by   text not null,
  ended_at     timestamptz,
  ended_by     text,
  foreign key (rma_id, line_no) references rma_line,
  check (serial is null or quantity = 1),
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_at is null) = (disposition is null))
);
create index unit_look_line on unit_look (rma_id, line_no);
create index unit_look_unit on unit_look (unit_id) where unit_id is not null;
-- A unit lies on one bench; goods without serials are one look at a time.
create unique index one_open_look_per_unit on unit_look (sku, serial) where ended_at is null;
create unique index one_open_look_of_a_number on unit_look (rma_id, line_no)
  where ended_at is null and serial is null;

create table unit_check (
  look_id  bigint not null references unit_look on delete cascade,
  kind     text not null check (kind in ('MAC', 'LABEL', 'SEAL', 'COMPLETE', 'CLEAN', 'FAULT')),
  found    boolean not null,
  -- What was read off the unit, or which parts are missing.
  seen     text check (length(seen) between 1 and 200),
  at       timestamptz not null,
  actor    text not null,
  primary key (look_id, kind)
);

create function look_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'look % has ended', old.id using errcode = '23514';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger look_ends_once before update or delete on unit_look
  for each row execute function look_ends_once();

create function check_of_open_look() returns trigger language plpgsql as $$
begin
  perform 1 from unit_look where id = new.look_id and ended_at is null for no key update;
  if not found then
    raise exception 'look % has ended', new.look_id
      using errcode = '23514', constraint = 'check_only_in_an_open_look';
  end if;
  return new;
end $$;
create trigger check_of_open_look before insert or update on unit_check
  for each row execute function check_of_open_look();

-- A refused line is looked at once more, by somebody else: the customer can object once.
alter table rma_line
  add column contest  text check (contest in ('SECOND_OPINION', 'OBJECTION')),
  -- It waits for that second look.
  add column again    boolean not null default false,
  add constraint only_a_contested_line_is_looked_at_again check (contest is not null or not again);

alter table note drop constraint note_kind_check;
alter table note add constraint note_kind_check
  check (kind in ('CUSTOMER', 'STAFF', 'OVERRIDE', 'INSPECTION', 'CONTEST'));
