-- A few rupiah are taken off what a customer is asked to pay, so that the transfer is told by its
-- amount (clause P6). The amount asked for stays taken a while after it is no longer asked for, as a
-- late transfer may still come.
create table payment_code (
  id        bigint generated always as identity primary key,
  rma_id    bigint not null references rma,
  owed      bigint not null check (owed > 0),
  code      smallint not null check (code between 1 and 999),
  asked     bigint not null check (asked = owed - code and asked > 0),
  given_at  timestamptz not null,
  ended_at  timestamptz,
  -- Another case may be asked for the same amount again.
  free      boolean not null default false check (not free or ended_at is not null)
);
create unique index payment_code_of_case on payment_code (rma_id) where ended_at is null;
create unique index payment_code_asked on payment_code (asked) where not free;
create index payment_code_ended on payment_code (ended_at) where not free and ended_at is not null;
