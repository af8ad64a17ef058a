-- What is strange in a parcel ends one by one (clauses P5, P9): it goes back to who sent it, a case
-- that awaits it takes it, or nobody wanted it.

alter table parcel_item
  add column ended_at  timestamptz,
  add column ended_by  text,
  add column ending    text check (ending in ('SENT_BACK', 'CLAIMED', 'DISPOSED')),
  -- How it went back; nothing where somebody fetched it.
  add column courier   text,
  add column waybill   text check (waybill ~ '^[A-Z0-9-]{6,40}$'),
  -- The line that took it.
  add column rma_id    bigint,
  add column line_no   int,
  add foreign key (rma_id, line_no) references rma_line;

update parcel_item
set ended_at = coalesce(sent_back_at, disposed_at), ended_by = 'operator',
    ending = case when sent_back_at is null then 'DISPOSED' else 'SENT_BACK' end
where sent_back_at is not null or disposed_at is not null;

drop index parcel_item_serial;
alter table parcel_item
  drop column sent_back_at,
  drop column disposed_at,
  add check ((ended_at is null) = (ending is null)),
  add check ((ended_at is null) = (ended_by is null)),
  add check (waybill is null or (courier is not null and ending = 'SENT_BACK')),
  add check ((rma_id is not null) = (ending is not distinct from 'CLAIMED')),
  add check ((rma_id is null) = (line_no is null));
-- A unit is in quarantine once.
create unique index parcel_item_serial on parcel_item (sku, serial)
  where serial is not null and ended_at is null;
create index parcel_item_here on parcel_item (parcel_id) where ended_at is null;
create index parcel_item_line on parcel_item (rma_id, line_no) where rma_id is not null;

create function parcel_item_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'item % of parcel % has ended already', old.item_no, old.parcel_id
      using errcode = '23514';
  end if;
  return new;
end $$;
create trigger parcel_item_ends_once before update on parcel_item
  for each row execute function parcel_item_ends_once();

-- One parcel may hold goods of several cases.
alter table parcel_line drop constraint parcel_line_pkey;
alter table parcel_line add primary key (parcel_id, rma_id, line_no);
