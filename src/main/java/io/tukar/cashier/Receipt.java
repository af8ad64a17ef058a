package io.tukar.cashier;

import io.tukar.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a bank's statement, and what became of it.
 *
 * @param in whether money came; false where it went
 * @param booked as the bank booked it, with two decimals
 * @param amount in whole rupiah; the part behind the comma of an odd amount is left out
 * @param matched how much of it was given to cases
 * @param words what the bank wrote, and in other files wrote otherwise
 * @param aside not the exchange desk's
 * @param asideReason null where it is not set aside, or was by its odd amount
 * @param asidePosting null where it is not set aside, or was by its odd amount
 */
public record Receipt(
    long id,
    String account,
    LocalDate day,
    boolean in,
    BigDecimal booked,
    Money amount,
    Money matched,
    List<String> words,
    boolean aside,
    @Nullable String asideReason,
    @Nullable Long asidePosting) {

  public Receipt {
    words = List.copyOf(words);
  }

  /** What nobody has got yet. */
  public Money left() {
    return amount.minus(matched);
  }

  /** True while no case has any of it. */
  boolean untouched() {
    return matched.isZero();
  }
}
