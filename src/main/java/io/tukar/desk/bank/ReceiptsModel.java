package io.tukar.desk.bank;

import io.tukar.cashier.Receipt;
import io.tukar.cashier.Receipts;
import io.tukar.kernel.Money;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Tab;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What statements brought: open, given to cases, set aside; or what people noted and no statement
 * shows.
 *
 * @param show which, as in the address
 * @param missing noted transfers that should have been on a statement by now
 * @param today the shop's day
 * @param done how many were given to cases by the last click
 */
public record ReceiptsModel(
    List<Tab> tabs,
    List<Tab> shows,
    String show,
    List<Row> rows,
    List<Receipts.Typed> missing,
    Receipts.Sum sum,
    LocalDate today,
    int done,
    int page,
    int last,
    Form form) {

  /** A receipt with what it is most likely for, where anything speaks for a case. */
  public record Row(Receipt receipt, List<Suggestion> suggestions, List<Receipts.Given> given) {

    public Row {
      suggestions = List.copyOf(suggestions);
      given = List.copyOf(given);
    }
  }

  public ReceiptsModel {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  /** How long it has been waiting. */
  public String age(Frame frame, LocalDate day) {
    return frame.text("money.age", ChronoUnit.DAYS.between(day, today));
  }

  /** Long enough that somebody should look. */
  public boolean old(LocalDate day) {
    return ChronoUnit.DAYS.between(day, today) > 7;
  }

  public Money left() {
    return sum.left();
  }

  public String pages() {
    return ReceiptsPage.PATH + "?show=" + show + "&page=";
  }

  /** True where a row can be ticked. */
  public boolean pickable() {
    return rows.stream().anyMatch(row -> !row.suggestions().isEmpty());
  }
}
