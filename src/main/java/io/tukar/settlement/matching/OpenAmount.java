package io.tukar.settlement.matching;

import io.tukar.kernel.Money;
import io.tukar.kernel.RmaNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has still to pay for one case (clause P6).
 *
 * @param number what the customer may write into the transfer's remark; null before it is given
 * @param customer who owes it: several cases may be one customer's
 * @param owed more than zero
 * @param code taken off what is asked for, so that the transfer is told by its amount: 1 to {@value
 *     #CODE_MAX}, less than owed; 0 where none was given
 */
public record OpenAmount(
    long caseId,
    @Nullable RmaNumber number,
    long customer,
    String customerName,
    Money owed,
    int code) {

  /** Codes have three digits at most, as shops in Indonesia are used to. */
  public static final int CODE_MAX = 999;

  public OpenAmount {
    if (!owed.isPositive()) {
      throw new IllegalArgumentException("Nothing is owed for case " + caseId);
    }
    if (code < 0 || code > CODE_MAX || code >= owed.minor()) {
      throw new IllegalArgumentException("No code for " + owed.minor() + ": " + code);
    }
  }

  /** What the payment instruction says: the amount less the code. */
  public Money asked() {
    return new Money(owed.minor() - code, owed.currency());
  }

  boolean isCoded() {
    return code > 0;
  }
}
