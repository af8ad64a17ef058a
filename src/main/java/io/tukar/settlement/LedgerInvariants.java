package io.tukar.settlement;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is posted (clauses P6, P7). */
@Component
class LedgerInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "a ledger posting sums to zero",
            "select 'posting ' || posting_id from ledger_entry group by posting_id"
                + " having sum(amount) <> 0"));
  }
}
