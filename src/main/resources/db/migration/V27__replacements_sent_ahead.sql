-- A manager may let the replacement leave before the customer's goods come (clauses P5, P9).
alter table rma add column advance boolean not null default false;

-- What a customer pays who keeps both: the replacement's price.
alter table ledger_posting drop constraint ledger_posting_kind_check;
alter table ledger_posting add constraint ledger_posting_kind_check
  check (kind in ('SETTLEMENT', 'PAYMENT_IN', 'PAYMENT_OUT', 'REVERSAL', 'UNRETURNED'));
alter table ledger_entry drop constraint ledger_entry_account_check;
alter table ledger_entry add constraint ledger_entry_account_check
  check (account in ('CUSTOMER', 'BANK', 'PRICE_DIFFERENCE', 'SHIPPING', 'WAIVED', 'REPLACEMENT_KEPT'));
