package io.tukar.policy.replay;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.KinderFirst;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import java.util.List;

/**
 * A line that a draft would decide otherwise than it was decided.
 *
 * @param rmaId the case
 * @param lineNo its line, counted from 1
 * @param clauses why: the clauses of the draft whose answer is another than the deciding version's
 * @param differenceChange whole rupiah the customer would pay more; negative: less
 */
public record Flip(
    long rmaId,
    int lineNo,
    ReturnReason reason,
    Sku product,
    Outcome was,
    Outcome would,
    Payer payerWas,
    Payer payerWould,
    long differenceChange,
    List<String> clauses) {

  public Flip {
    clauses = List.copyOf(clauses);
  }

  /** Whether the outcome is another, not only who pays what. */
  public boolean outcomeFlips() {
    return was != would;
  }

  /** Whether the draft is better for the customer: by the outcome first, then by what it costs. */
  public boolean kinder() {
    if (was != would) {
      return KinderFirst.rank(would) < KinderFirst.rank(was);
    }
    return payerWas == payerWould
        ? differenceChange < 0
        : KinderFirst.rank(payerWould) < KinderFirst.rank(payerWas);
  }
}
