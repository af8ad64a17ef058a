-- The books learn what a bank's statement brings, what is on its way, and what is let go of
-- (clauses P6, P7, P8). A posting need not belong to one case: money that came and is nobody's yet.
alter table ledger_posting alter column rma_id drop not null;
alter table ledger_posting drop constraint ledger_posting_kind_check;
alter table ledger_posting add constraint ledger_posting_kind_check
  check (kind in
    ('SETTLEMENT', 'PAYMENT_IN', 'PAYMENT_OUT', 'REVERSAL', 'UNRETURNED', 'WAY_NOT_GONE',
     'DEPOSIT', 'DEPOSIT_BACK',
     -- of statements: what came, what of it is not the desk's, what was typed before it was seen
     'RECEIPTS', 'SET_ASIDE', 'ARRIVED',
     -- of payouts: sent to the bank, seen on its statement, come back
     'PAYOUT_SENT', 'PAYOUT_SEEN', 'PAYOUT_FAILED', 'REFUND',
     -- of shipping: what the shop paid a courier, what a customer laid out
     'LEG_COST', 'SHIPPING_RECEIPT',
     -- of goods on their way, and of small amounts
     'GOODS_SENT', 'GOODS_ARRIVED', 'WAIVER', 'FEE'));
alter table ledger_posting add constraint ledger_posting_has_a_case
  check (rma_id is not null or kind in ('RECEIPTS', 'SET_ASIDE', 'REVERSAL'));
alter table ledger_entry drop constraint ledger_entry_account_check;
alter table ledger_entry add constraint ledger_entry_account_check
  check (account in
    ('CUSTOMER', 'BANK', 'IN_TRANSIT', 'UNMATCHED', 'PRICE_DIFFERENCE', 'PRICE_ADJUSTMENT',
     'SHIPPING', 'SHIPPING_EXPENSE', 'GOODS_IN_TRANSIT', 'GOODS', 'REPLACEMENT_KEPT', 'DEPOSIT',
     'REFUND', 'FEE', 'WAIVED'));
