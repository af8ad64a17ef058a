package io.tukar.cashier;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the bank's statements brought is in the books, once (clause P6). */
@Component
class CashierInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "what statements brought and was not set aside is what the books say they brought",
            """
            select 'difference ' || d.kept - d.booked from (
              select coalesce((
                  select sum(amount) from bank_entry
                  where direction = 'CREDIT' and aside_at is null), 0) as kept,
                coalesce((
                  select sum(e.amount) from ledger_entry e
                    join ledger_posting p on p.id = e.posting_id
                    left join ledger_posting o on o.id = p.reverses
                  where e.account = 'BANK'
                    and coalesce(o.kind, p.kind) in ('RECEIPTS', 'SET_ASIDE')), 0) as booked) d
            where d.kept <> d.booked
            """),
        new Invariant(
            "what nobody has claimed of the receipts is what the books hold as unmatched",
            """
            select 'difference ' || d.left_open + d.unmatched from (
              select coalesce((
                  select sum(amount - matched) from bank_entry
                  where direction = 'CREDIT' and aside_at is null), 0) as left_open,
                coalesce((
                  select sum(amount) from ledger_entry where account = 'UNMATCHED'), 0)
                  as unmatched) d
            where d.left_open + d.unmatched <> 0
            """),
        new Invariant(
            "an entry has given what its standing matches, or its payout, got",
            """
            select 'entry ' || e.id from bank_entry e
              left join bank_match m on m.entry_id = e.id and m.undone_at is null
              left join payout p on p.entry_id = e.id
            group by e.id, e.matched, p.amount
            having e.matched <> coalesce(sum(m.amount), 0) + coalesce(p.amount, 0)
            """),
        new Invariant(
            "a match that was taken back is reversed in the books, and no other is",
            """
            select 'match ' || m.id from bank_match m
              left join ledger_posting x on x.reverses = m.posting_id
            where m.undone_by is distinct from x.id
            """));
  }
}
