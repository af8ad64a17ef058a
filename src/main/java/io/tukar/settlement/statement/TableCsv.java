package io.tukar.settlement.statement;

import io.tukar.csv.CellText;
import io.tukar.csv.CsvRecords;
import io.tukar.settlement.statement.StatementEntry.Direction;
import io.tukar.settlement.statement.StatementEntry.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is one table with a column for what came and one for what went. A row that has
 * nothing but a remark carries on the remark of the row before, as Mandiri's variant of several
 * lines does.
 */
final class TableCsv implements StatementLayout {

  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{2})(?:\\s.*)?");
  private static final int CENTURY = 2000;

  /** The names of the columns, in lower case; the account, the day and both sums are needed. */
  record Columns(
      String account,
      String currency,
      String date,
      List<String> remarks,
      String debit,
      String credit,
      List<String> balances) {

    Columns {
      remarks = List.copyOf(remarks);
      balances = List.copyOf(balances);
    }

    boolean head(Map<String, Integer> header) {
      return List.of(account, date, debit, credit).stream().allMatch(header::containsKey);
    }
  }

  static final Columns BRI =
      new Columns(
          "norek",
          "",
          "tgl_tran",
          List.of("desk_tran"),
          "mutasi_debet",
          "mutasi_kredit",
          List.of("saldo_akhir_mutasi"));

  static final Columns MANDIRI =
      new Columns(
          "accountno",
          "ccy",
          "postdate",
          List.of("remarks", "additionaldesc", "additional desc"),
          "debit amount",
          "credit amount",
          List.of("close balance", "closing balance", "balance"));

  private final Columns columns;
  private final StatementSums sums = new StatementSums();
  private Map<String, Integer> places = Map.of();
  private String account = "";
  private @Nullable StatementEntry held;

  TableCsv(Columns columns) {
    this.columns = columns;
  }

  @Override
  public StatementBalances read(CsvRecords records, StatementSink sink) throws IOException {
    for (var cells = records.next(); cells.isPresent(); cells = records.next()) {
      var row = new Row(records.row(), cells.get());
      if (row.blank()) {
        continue;
      }
      if (places.isEmpty()) {
        var header = row.header();
        places = columns.head(header) ? header : Map.of();
      } else {
        take(row, sink);
      }
    }
    if (places.isEmpty()) {
      throw new BadStatement("the file ends before its table; is it cut off?");
    }
    release(sink);
    return sums.balances(account, sums.opening(), sums.closing());
  }

  private void take(Row row, StatementSink sink) throws IOException {
    var more = remark(row);
    if (cell(row, columns.account()).isEmpty()
        && cell(row, columns.date()).isEmpty()
        && cell(row, columns.debit()).isEmpty()
        && cell(row, columns.credit()).isEmpty()) {
      if (held == null || more.isEmpty()) {
        throw BadStatement.at(row.number(), "the row has neither account, day nor amount");
      }
      held = described(held, Row.words(held.description() + " " + more));
      return;
    }
    release(sink);
    oneAccount(row);
    held = entry(row, more);
  }

  /** The entry is whole once the next begins. */
  private void release(StatementSink sink) throws IOException {
    var whole = held;
    if (whole != null) {
      sums.add(whole);
      sink.take(whole);
      held = null;
    }
  }

  private void oneAccount(Row row) throws BadStatement {
    var number = cell(row, columns.account()).replaceAll("\\D", "");
    if (number.isEmpty()) {
      throw BadStatement.at(row.number(), columns.account() + " is empty; is the row whole?");
    }
    if (!account.isEmpty() && !account.equals(number)) {
      throw BadStatement.at(row.number(), "the account is another than in the rows before");
    }
    account = number;
    var currency = columns.currency().isEmpty() ? "" : cell(row, columns.currency());
    if (!currency.isEmpty()) {
      Currencies.rupiah(row.number(), currency);
    }
  }

  private StatementEntry entry(Row row, String remark) throws BadStatement {
    var debit = amount(row, columns.debit());
    var credit = amount(row, columns.credit());
    if ((debit.signum() == 0) == (credit.signum() == 0)) {
      throw BadStatement.at(
          row.number(),
          debit.signum() == 0
              ? "the row has no amount; is it whole?"
              : "the row has money that came and money that went");
    }
    var came = credit.signum() > 0;
    return new StatementEntry(
        row.number(),
        date(row),
        came ? credit : debit,
        came ? Direction.CREDIT : Direction.DEBIT,
        remark,
        Status.BOOKED,
        balance(row));
  }

  private BigDecimal amount(Row row, String column) throws BadStatement {
    var text = cell(row, column);
    return Amounts.read(row.number(), column, text.isEmpty() || text.equals("-") ? "0" : text);
  }

  private @Nullable BigDecimal balance(Row row) throws BadStatement {
    for (var column : columns.balances()) {
      var text = cell(row, column);
      if (!text.isEmpty()) {
        return Amounts.balance(row.number(), column, text);
      }
    }
    return null;
  }

  private LocalDate date(Row row) throws BadStatement {
    var text = cell(row, columns.date());
    return CellText.date(text)
        .or(() -> shortYear(text))
        .orElseThrow(
            () ->
                BadStatement.at(
                    row.number(),
                    columns.date() + " is no day such as 25/03/2026: \"" + text + '"'));
  }

  private static Optional<LocalDate> shortYear(String text) {
    var match = SHORT_YEAR.matcher(text);
    return match.matches()
        ? CellText.date(
            (CENTURY + Integer.parseInt(match.group(3)))
                + "-"
                + match.group(2)
                + "-"
                + match.group(1))
        : Optional.empty();
  }

  private String remark(Row row) {
    var words = new StringBuilder();
    columns.remarks().forEach(column -> words.append(cell(row, column)).append(' '));
    return Row.words(words.toString());
  }

  private String cell(Row row, String column) {
    return row.cell(places.getOrDefault(column, -1));
  }

  private static StatementEntry described(StatementEntry entry, String description) {
    return new StatementEntry(
        entry.row(),
        entry.date(),
        entry.amount(),
        entry.direction(),
        description,
        entry.status(),
        entry.balance());
  }
}
