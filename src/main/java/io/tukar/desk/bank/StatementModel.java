package io.tukar.desk.bank;

import io.tukar.cashier.BankStatements.Kept;
import io.tukar.cashier.BankStatements.Pending;
import io.tukar.cashier.Receipt;
import io.tukar.web.Frame;
import java.math.BigDecimal;
import java.util.List;

/**
 * One statement.
 *
 * @param rows the entries it brought that no other file had
 * @param pending what the bank had not booked yet
 * @param taken true just after it was taken in
 * @param matched how many receipts found their case by themselves, just after
 */
public record StatementModel(
    Kept statement,
    List<Receipt> rows,
    List<Pending> pending,
    String by,
    boolean taken,
    boolean again,
    int matched,
    int page,
    int last) {

  public StatementModel {
    rows = List.copyOf(rows);
    pending = List.copyOf(pending);
  }

  /** An amount as the bank gives it. */
  public static String rupiah(Frame frame, BigDecimal amount) {
    return Rupiah.of(frame, amount);
  }
}
