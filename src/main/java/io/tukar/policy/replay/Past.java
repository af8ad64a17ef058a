package io.tukar.policy.replay;

import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.facts.ReturnFacts;

/**
 * One line as it was last decided.
 *
 * @param rmaId the case
 * @param lineNo its line, counted from 1
 * @param facts what it was decided on
 */
record Past(long rmaId, int lineNo, ReturnFacts facts, Result result) {

  /**
   * What a decision comes to, for a comparison.
   *
   * @param difference whole rupiah; positive: the customer pays it
   * @param fee whole rupiah
   */
  record Result(int policyVersion, Outcome outcome, Payer payer, long difference, long fee) {

    static Result of(Decision decision) {
      return new Result(
          decision.policyVersion(),
          decision.outcome(),
          decision.payerToShop(),
          decision.difference().minor(),
          decision.fee().minor());
    }

    /** What the customer pays after what comes back; of a declined line nothing. */
    long due() {
      return outcome == Outcome.DECLINED ? 0 : difference + fee;
    }

    /** Whether nobody is treated otherwise: of a declined line nobody pays anything. */
    boolean same(Result other) {
      return outcome == other.outcome
          && (outcome == Outcome.DECLINED
              || (payer == other.payer && difference == other.difference && fee == other.fee));
    }
  }
}
