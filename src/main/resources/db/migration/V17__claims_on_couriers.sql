-- What the shop claims from a courier for goods damaged on the way (clause P12), and what came of it.

create table courier_claim (
  id              bigint generated always as identity primary key,
  rma_id          bigint not null,
  line_no         int not null,
  courier         text not null check (length(courier) between 1 and 30),
  waybill         text not null check (length(waybill) between 1 and 40),
  declared_value  bigint not null check (declared_value between 1 and 1000000000000),
  filed_at        timestamptz not null,
  filed_by        text not null,
  outcome         text check (outcome in ('PAID', 'DENIED')),
  -- What the courier paid, and where that stands on the bank's statement; nothing where it denied.
  amount          bigint,
  reference       text check (length(reference) between 1 and 100),
  ended_at        timestamptz,
  ended_by        text,
  foreign key (rma_id, line_no) references rma_line,
  -- A line's damage is claimed once.
  unique (rma_id, line_no),
  check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)),
  check (case when outcome is not distinct from 'PAID'
              then amount between 1 and declared_value and reference is not null
              else amount is null end)
);
-- The same transfer is not booked for two claims.
create unique index courier_claim_reference on courier_claim (reference) where outcome = 'PAID';
create index courier_claim_open on courier_claim (filed_at) where outcome is null;

create function claim_ends_once() returns trigger language plpgsql as $$
begin
  if old.outcome is not null then
    raise exception 'claim % has ended', old.id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger claim_ends_once before update on courier_claim
  for each row execute function claim_ends_once();
