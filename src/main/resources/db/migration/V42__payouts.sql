-- Money out (clauses P6, P7): where a customer wants it, proposed by one person, approved by another,
-- told to the bank once, and paid when the bank's statement says so.

-- A customer's bank account; the number and the name are sealed, for the bank's file alone.
create table customer_account (
  rma_id    bigint primary key references rma,
  bank      text not null check (bank ~ '^[0-9]{3}$'),
  sealed    bytea not null,
  -- The end of the number, as it is shown.
  ending    text not null check (ending ~ '^[0-9]{1,4}$'),
  -- Keyed, so that the same account in several cases can be told without opening it.
  digest    bytea not null,
  given_at  timestamptz not null,
  actor     text not null
);
create index customer_account_digest on customer_account (digest);

create table payout_setting (
  id              smallint primary key default 1 check (id = 1),
  -- What one person may approve on one day, in rupiah; null: no limit.
  person_day_max  bigint check (person_day_max > 0)
);
insert into payout_setting default values;

create table payout_batch (
  id          bigint generated always as identity primary key,
  made_at     timestamptz not null,
  actor       text not null
);

create table payout (
  id            bigint generated always as identity primary key,
  rma_id        bigint not null references rma,
  amount        bigint not null check (amount > 0),
  state         text not null default 'PROPOSED' check (state in
                  ('PROPOSED', 'APPROVED', 'REJECTED', 'EXPORTED', 'UNKNOWN', 'CONFIRMED', 'FAILED')),
  -- The account as it was approved of.
  bank          text not null,
  sealed        bytea not null,
  ending        text not null,
  proposed_at   timestamptz not null,
  proposed_by   text not null,
  decided_at    timestamptz,
  decided_by    text,
  batch_id      bigint references payout_batch,
  exported_at   timestamptz,
  sent_posting  bigint unique references ledger_posting,
  seen_posting  bigint unique references ledger_posting,
  back_posting  bigint unique references ledger_posting,
  entry_id      bigint references bank_entry,
  reason        text,
  -- Two pairs of eyes.
  check (decided_by is distinct from proposed_by),
  check ((decided_at is null) = (decided_by is null)),
  check (state in ('PROPOSED', 'REJECTED') or decided_by is not null),
  check ((batch_id is null) = (exported_at is null) and (batch_id is null) = (sent_posting is null)),
  check ((batch_id is not null) = (state in ('EXPORTED', 'UNKNOWN', 'CONFIRMED', 'FAILED'))),
  check ((state = 'CONFIRMED') = (seen_posting is not null)),
  check ((state = 'FAILED') = (back_posting is not null)),
  check (state not in ('REJECTED', 'FAILED') or reason is not null)
);
create unique index payout_open on payout (rma_id)
  where state in ('PROPOSED', 'APPROVED', 'EXPORTED', 'UNKNOWN');
create unique index payout_entry on payout (entry_id) where entry_id is not null;
create index payout_state on payout (state, id);
create index payout_batch_of on payout (batch_id) where batch_id is not null;

-- Each time the bank's file was taken; again only for a reason.
create table payout_download (
  batch_id  bigint not null references payout_batch,
  no        int not null check (no > 0),
  format    text not null check (format in ('PAIN001', 'CSV')),
  reason    text,
  at        timestamptz not null,
  actor     text not null,
  primary key (batch_id, no),
  check (no = 1 or reason is not null)
);

-- In a shop of three people the second may be on the phone: a code of theirs approves one payout.
create table approval_code (
  id          bigint generated always as identity primary key,
  issuer      text not null,
  digest      bytea not null,
  expires_at  timestamptz not null,
  tries       int not null default 0 check (tries between 0 and 5),
  used_for    bigint references payout
);
create unique index approval_code_open on approval_code (issuer) where used_for is null;
