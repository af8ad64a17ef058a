-- A deposit stands for goods whose replacement leaves first (clause P6): asked with the manager's
-- word, given back with the settlement, or let go where the replacement no longer leaves first.
alter table ledger_posting drop constraint ledger_posting_kind_check;
alter table ledger_posting add constraint ledger_posting_kind_check
  check (kind in
    ('SETTLEMENT', 'PAYMENT_IN', 'PAYMENT_OUT', 'REVERSAL', 'UNRETURNED', 'WAY_NOT_GONE',
     'DEPOSIT', 'DEPOSIT_BACK'));
alter table ledger_entry drop constraint ledger_entry_account_check;
alter table ledger_entry add constraint ledger_entry_account_check
  check (account in
    ('CUSTOMER', 'BANK', 'PRICE_DIFFERENCE', 'SHIPPING', 'WAIVED', 'REPLACEMENT_KEPT', 'DEPOSIT'));
