package io.tukar.settlement.matching;

import io.tukar.kernel.Money;
import java.time.LocalDate;

/**
 * Money that came, and is nobody's yet.
 *
 * @param date the day the bank booked it
 * @param amount more than zero
 * @param remark what the bank wrote beside it: often the payer's name, perhaps cut off
 */
public record Receipt(long id, LocalDate date, Money amount, String remark) {

  public Receipt {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("Nothing came with receipt " + id);
    }
  }
}
