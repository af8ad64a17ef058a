-- The bank's statements are kept (clause P6): each entry once, however often and in however many
-- overlapping files it comes, and each receipt given to the cases it pays, no rupiah of it twice.

-- Accounts of the shop. Only their statements are taken.
create table bank_account (
  number    text primary key check (number ~ '^[0-9]{5,20}$'),
  added_at  timestamptz not null,
  actor     text not null
);

-- How far somebody's word that a transfer was seen is trusted before a statement shows it.
create table cashier_setting (
  id        smallint primary key default 1 check (id = 1),
  -- In rupiah; null: no limit. Above it nothing leaves for a case until the statement shows the money.
  word_max  bigint check (word_max >= 0)
);
insert into cashier_setting default values;

create table bank_statement (
  id           bigint generated always as identity primary key,
  account      text not null references bank_account,
  sha256       bytea not null,
  name         text not null,
  format       text not null,
  first_day    date,
  last_day     date,
  opening      numeric(17, 2),
  closing      numeric(17, 2),
  entries      bigint not null,
  fresh        bigint not null,
  pending      bigint not null,
  -- What it brought, all at once; null where it brought nothing new.
  posting_id   bigint unique references ledger_posting,
  at           timestamptz not null,
  actor        text not null,
  check ((first_day is null) = (last_day is null) and first_day <= last_day),
  unique (account, sha256)
);
create index bank_statement_days on bank_statement (account, first_day);

create table bank_entry (
  id            bigint generated always as identity primary key,
  statement_id  bigint not null references bank_statement,
  account       text not null references bank_account,
  booked_on     date not null,
  direction     text not null check (direction in ('CREDIT', 'DEBIT')),
  amount        numeric(17, 2) not null check (amount > 0),
  -- The how manieth of this amount on this day. Banks change the words of an entry overnight, so
  -- that two files name the same entry by its day and amount alone.
  occurrence    int not null check (occurrence > 0),
  words         text not null,
  -- What the account held after it, where the bank says so.
  balance       numeric(17, 2),
  -- How much of it was given to cases.
  matched       bigint not null default 0 check (matched >= 0 and matched <= amount),
  -- Not the exchange desk's: money of the shop's other business, or an amount with a fraction,
  -- which no customer transfers.
  aside_at      timestamptz,
  aside_reason  text,
  aside_actor   text,
  aside_posting bigint unique references ledger_posting,
  unique (account, booked_on, direction, amount, occurrence),
  check (aside_at is null or matched = 0),
  check ((aside_at is null) = (aside_actor is null)),
  check (aside_posting is null or aside_at is not null)
);
create index bank_entry_open on bank_entry (booked_on, id)
  where direction = 'CREDIT' and aside_at is null and matched < amount;
create index bank_entry_statement on bank_entry (statement_id, id);
create index bank_entry_aside on bank_entry (aside_at) where aside_at is not null;

-- The same entry in other words.
create table bank_entry_words (
  entry_id      bigint not null references bank_entry,
  words         text not null,
  statement_id  bigint not null references bank_statement,
  primary key (entry_id, words)
);

-- What the bank showed before it was booked; seen, not counted.
create table bank_pending (
  statement_id  bigint not null references bank_statement,
  row_no        bigint not null,
  booked_on     date,
  direction     text not null check (direction in ('CREDIT', 'DEBIT')),
  amount        numeric(17, 2) not null check (amount > 0),
  words         text not null,
  primary key (statement_id, row_no)
);

create table bank_match (
  id             bigint generated always as identity primary key,
  entry_id       bigint not null references bank_entry,
  rma_id         bigint not null references rma,
  amount         bigint not null check (amount > 0),
  posting_id     bigint not null unique references ledger_posting,
  -- The posting of a transfer that somebody had seen before the statement showed it.
  typed_id       bigint references ledger_posting,
  -- What spoke for it, as the matcher names it; empty where a person said so against all of it.
  reasons        text[] not null,
  score          int not null check (score between 0 and 100),
  at             timestamptz not null,
  actor          text not null,
  undone_by      bigint unique references ledger_posting,
  undone_reason  text,
  undone_at      timestamptz,
  undone_actor   text,
  check ((undone_at is null) = (undone_by is null)),
  check ((undone_at is null) = (undone_reason is null)),
  check ((undone_at is null) = (undone_actor is null))
);
create unique index bank_match_typed on bank_match (typed_id) where typed_id is not null and undone_at is null;
create index bank_match_entry on bank_match (entry_id);
create index bank_match_case on bank_match (rma_id);
create index bank_match_latest on bank_match (at);
