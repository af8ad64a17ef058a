-- Goods that nobody claims (clauses P3, P4, P11, P12): refused in inspection and not asked for, or
-- come in a parcel that nobody awaits. They are kept until a limit, their owner is reminded, and
-- only then may one person propose and another approve that they leave the books.

-- Calendar days from the first notice; the last reminder goes out seven days before the end.
alter table shop add column storage_days int not null default 30
  check (storage_days between 21 and 365);

create table leftover (
  id          bigint generated always as identity primary key,
  -- The goods of a line, or what is strange in a parcel.
  rma_id      bigint,
  line_no     int,
  parcel_id   bigint references parcel,
  since       timestamptz not null,
  since_by    text not null,
  -- The last day, shop time, as the owner was told last; a late reminder moves it later.
  keep_until  date not null,
  ended_at    timestamptz,
  ended_by    text,
  ending      text check (ending in
                ('ASKED', 'PAID', 'OBJECTED', 'SENT_BACK', 'MATCHED', 'LEFT', 'DISPOSED')),
  -- What the owner said, where somebody wrote it down.
  ended_note  text check (length(ended_note) between 1 and 500),
  foreign key (rma_id, line_no) references rma_line,
  check ((rma_id is null) = (line_no is null)),
  check ((rma_id is null) <> (parcel_id is null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_at is null) = (ending is null)),
  check (ended_note is null or ending is not null)
);
-- Of the same goods one count runs at a time.
create unique index one_count_per_line on leftover (rma_id, line_no) where ended_at is null;
create unique index one_count_per_parcel on leftover (parcel_id) where ended_at is null;
create index leftover_line on leftover (rma_id, line_no) where rma_id is not null;
create index leftover_parcel on leftover (parcel_id) where parcel_id is not null;
create index leftover_open on leftover (keep_until, id) where ended_at is null;
create index leftover_ended on leftover (ended_at, id) where ended_at is not null;

create function leftover_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'leftover % has ended already', old.id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger leftover_ends_once before update on leftover
  for each row execute function leftover_ends_once();

-- What the owner was told, once each: at the beginning, and so many days before the end.
create table leftover_notice (
  leftover_id  bigint not null references leftover,
  days_before  int not null check (days_before between 1 and 365),
  at           timestamptz not null,
  keep_until   date not null,
  primary key (leftover_id, days_before)
);
create trigger leftover_notice_appended_only before update or delete on leftover_notice
  for each row execute function appended_only();

create table disposal (
  id           bigint generated always as identity primary key,
  leftover_id  bigint not null references leftover,
  way          text not null check (way in ('DONATE', 'RECYCLE', 'SCRAP', 'KEEP')),
  -- Where the owner wrote that the shop may keep the goods as its own.
  consent      text check (length(consent) between 1 and 500),
  reason       text not null check (length(reason) between 1 and 500),
  at           timestamptz not null,
  actor        text not null,
  outcome      text check (outcome in ('APPROVED', 'REJECTED', 'OVERTAKEN')),
  decided_at   timestamptz,
  decided_by   text,
  remark       text check (length(remark) between 1 and 500),
  check ((way = 'KEEP') = (consent is not null)),
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null) = (decided_by is null)),
  -- The one who approves is another person.
  check (outcome is distinct from 'APPROVED' or decided_by <> actor),
  check (outcome is distinct from 'REJECTED' or remark is not null)
);
create unique index one_open_proposal on disposal (leftover_id) where outcome is null;
create unique index disposed_once on disposal (leftover_id) where outcome = 'APPROVED';
create index disposal_leftover on disposal (leftover_id);

create function disposal_is_decided_once() returns trigger language plpgsql as $$
begin
  if old.outcome is not null then
    raise exception 'disposal % is already %', old.id, old.outcome using errcode = '23514';
  end if;
  return new;
end $$;
create trigger disposal_is_decided_once before update on disposal
  for each row execute function disposal_is_decided_once();

-- A line whose goods nobody wanted back has ended by their disposal.
alter table rma_line drop constraint rma_line_state_check;
alter table rma_line add constraint rma_line_state_check check (state in
  ('REQUESTED', 'AUTHORIZED', 'DECLINED', 'WITHDRAWN', 'RECEIVED', 'ACCEPTED', 'REFUSED',
   'EXCHANGED', 'SENT_BACK', 'RELEASED', 'DISPOSED'));

-- A way back that was charged and never gone is let go.
alter table ledger_posting drop constraint ledger_posting_kind_check;
alter table ledger_posting add constraint ledger_posting_kind_check
  check (kind in
    ('SETTLEMENT', 'PAYMENT_IN', 'PAYMENT_OUT', 'REVERSAL', 'UNRETURNED', 'WAY_NOT_GONE'));

-- Something strange in a parcel left the shop by disposal instead of going back.
alter table parcel_item add column disposed_at timestamptz
  check (disposed_at is null or sent_back_at is null);
drop index parcel_item_serial;
create unique index parcel_item_serial on parcel_item (sku, serial)
  where serial is not null and sent_back_at is null and disposed_at is null;
