package io.tukar.settlement.statement;

import io.tukar.settlement.statement.StatementEntry.Direction;
import io.tukar.settlement.statement.StatementEntry.Status;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Adds the entries up as they are read. Where each tells the balance after it, they must follow
 * from each other, from the oldest to the newest or from the newest to the oldest.
 */
final class StatementSums {

  private BigDecimal credits = zero();
  private BigDecimal debits = zero();
  private long creditCount;
  private long debitCount;
  private @Nullable StatementEntry first;
  private @Nullable StatementEntry last;
  private boolean forward = true;
  private boolean backward = true;

  private static BigDecimal zero() {
    return new BigDecimal("0.00");
  }

  void add(StatementEntry entry) throws BadStatement {
    if (entry.status() == Status.PENDING) {
      return;
    }
    if (entry.direction() == Direction.CREDIT) {
      credits = credits.add(entry.amount());
      creditCount++;
    } else {
      debits = debits.add(entry.amount());
      debitCount++;
    }
    if (entry.balance() != null) {
      follows(entry, entry.balance());
    }
  }

  private void follows(StatementEntry entry, BigDecimal balance) throws BadStatement {
    var before = last;
    if (before != null && before.balance() != null) {
      forward &= before.balance().add(entry.change()).compareTo(balance) == 0;
      backward &= balance.add(before.change()).compareTo(before.balance()) == 0;
      if (!forward && !backward) {
        throw BadStatement.at(
            entry.row(),
            "the balance "
                + balance.toPlainString()
                + " does not follow from "
                + before.balance().toPlainString()
                + " in the entry before; is a row missing?");
      }
    }
    first = first == null ? entry : first;
    last = entry;
  }

  /** What the running balances say; null where there are none. */
  @Nullable BigDecimal opening() {
    var oldest = forward ? first : last;
    return oldest == null || oldest.balance() == null
        ? null
        : oldest.balance().subtract(oldest.change());
  }

  /** What the running balances say; null where there are none. */
  @Nullable BigDecimal closing() {
    var newest = forward ? last : first;
    return newest == null ? null : newest.balance();
  }

  /** With what the file itself says at its ends, already checked. */
  StatementBalances balances(
      String account, @Nullable BigDecimal opening, @Nullable BigDecimal closing) {
    return new StatementBalances(
        account, opening, credits, creditCount, debits, debitCount, closing);
  }

  BigDecimal credits() {
    return credits;
  }

  BigDecimal debits() {
    return debits;
  }

  long creditCount() {
    return creditCount;
  }

  long debitCount() {
    return debitCount;
  }
}
