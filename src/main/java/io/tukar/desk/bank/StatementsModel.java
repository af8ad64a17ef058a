package io.tukar.desk.bank;

import io.tukar.cashier.BankStatements.Kept;
import io.tukar.cashier.StatementGap;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Tab;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The statements that were taken in, and a form for one more.
 *
 * @param accounts the shop's own, whose statements are taken
 * @param mayChange whether the viewer may add accounts and change the limit
 * @param wordMax how far a transfer that was only seen is trusted, in rupiah; empty: without limit
 * @param file of the upload
 * @param settings of the accounts and the limit
 */
public record StatementsModel(
    List<Tab> tabs,
    List<Kept> rows,
    List<StatementGap> gaps,
    List<String> accounts,
    int page,
    int last,
    boolean mayChange,
    Optional<Long> wordMax,
    Form file,
    Form settings) {

  public StatementsModel {
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
    accounts = List.copyOf(accounts);
  }

  /** An amount as the bank gives it, with two decimals where it has any. */
  public static String rupiah(Frame frame, BigDecimal amount) {
    return Rupiah.of(frame, amount);
  }
}
