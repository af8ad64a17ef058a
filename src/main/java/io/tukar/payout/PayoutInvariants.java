package io.tukar.payout;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Money out is told to the bank once, and the books follow (clauses P6, P7). */
@Component
class PayoutInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "a payout that left is posted once with its amount, to its case",
            """
            select 'payout ' || p.id from payout p
              left join ledger_posting l on l.id = p.sent_posting
              left join ledger_entry e on e.posting_id = l.id and e.account = 'CUSTOMER'
            where p.sent_posting is not null
              and (l.kind, l.rma_id, e.amount) is distinct from ('PAYOUT_SENT', p.rma_id, p.amount)
            """),
        new Invariant(
            "every posting of a payout is a payout's",
            """
            select 'posting ' || l.id from ledger_posting l
            where l.kind = 'PAYOUT_SENT' and not exists (
                select 1 from payout p where p.sent_posting = l.id)
              or l.kind = 'PAYOUT_SEEN' and not exists (
                select 1 from payout p where p.seen_posting = l.id)
            """),
        new Invariant(
            "a payout that failed is reversed in the books",
            """
            select 'payout ' || p.id from payout p
              join ledger_posting l on l.id = p.back_posting
            where l.reverses is distinct from p.sent_posting
            """));
  }
}
