package io.tukar.policy;

import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import java.time.LocalDate;
import java.util.Comparator;

/** From the customer's side: the better outcome, the cheaper, the longer window, the older. */
public final class KinderFirst {

  static final Comparator<Decision> ORDER =
      Comparator.<Decision>comparingInt(decision -> rank(decision.outcome()))
          .thenComparingInt(decision -> rank(decision.payerToShop()))
          .thenComparingLong(decision -> decision.difference().minor() + decision.fee().minor())
          .thenComparing(
              decision -> decision.deadline().map(due -> due.date()).orElse(LocalDate.MIN),
              Comparator.reverseOrder())
          .thenComparingInt(Decision::policyVersion);

  private KinderFirst() {}

  /** The smaller, the better for the customer. */
  public static int rank(Outcome outcome) {
    return switch (outcome) {
      case AUTHORIZED -> 0;
      case NEEDS_EVIDENCE -> 1;
      case REVIEW -> 2;
      case DECLINED -> 3;
    };
  }

  /** The smaller, the cheaper for the customer. */
  public static int rank(Payer payer) {
    return switch (payer) {
      case SHOP -> 0;
      case UNDECIDED -> 1;
      case CUSTOMER -> 2;
    };
  }
}
