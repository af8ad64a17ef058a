package io.tukar.settlement.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of the account.
 *
 * @param row where it stands in the file; the first row is 1
 * @param date the day the bank gives it; null while it is pending and has none
 * @param amount in rupiah, more than zero; banks write interest and taxes with two decimals
 * @param description the bank's words, blanks collapsed
 * @param balance what the account holds after it, where the file says so
 */
public record StatementEntry(
    long row,
    @Nullable LocalDate date,
    BigDecimal amount,
    Direction direction,
    String description,
    Status status,
    @Nullable BigDecimal balance) {

  /** Whether money came or went. */
  public enum Direction {
    CREDIT,
    DEBIT
  }

  /** Whether the bank has posted it. */
  public enum Status {
    BOOKED,
    /** Shown by the bank before it is posted ({@code PEND}); its totals leave it out. */
    PENDING
  }

  /** What it adds to the account; below zero for a debit. */
  public BigDecimal change() {
    return direction == Direction.CREDIT ? amount : amount.negate();
  }
}
