package io.tukar.settlement.statement;

import io.tukar.csv.CsvRecords;
import io.tukar.settlement.statement.StatementEntry.Direction;
import io.tukar.settlement.statement.StatementEntry.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * BCA's CSV: {@code Label,=,value} rows, a table headed {@code Tanggal Transaksi}, and the sums in
 * {@code Label,=,value} rows below. Days carry no year; the {@code Periode} above the table does.
 */
final class BcaCsv implements StatementLayout {

  static final String FIRST_COLUMN = "tanggal transaksi";

  private static final Pattern PERIOD =
      Pattern.compile("(\\d{1,2}/\\d{1,2}/\\d{4})\\s*-\\s*(\\d{1,2}/\\d{1,2}/\\d{4})");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?");
  private static final Pattern DIRECTED = Pattern.compile("(?i)(.*?)\\s*(CR|DB)?");
  private static final Pattern SUM =
      Pattern.compile("(-?[\\d.,]*?\\d(?:\\.\\d{2})?)(?:,(\\d{1,9}))?");
  private static final String PENDING = "PEND";
  private static final int LABELS_MAX = 100;

  private final Map<String, Labelled> labels = new HashMap<>();
  private final StatementSums sums = new StatementSums();
  private @Nullable Columns columns;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;

  /** What stands beside a label. */
  private record Labelled(long row, String value) {}

  /** A sum, and the count behind it where there is one. */
  private record Sum(long row, BigDecimal amount, String count) {}

  private record Columns(int date, int remark, int amount, int direction, int balance) {}

  @Override
  public StatementBalances read(CsvRecords records, StatementSink sink) throws IOException {
    for (var cells = records.next(); cells.isPresent(); cells = records.next()) {
      var row = new Row(records.row(), cells.get());
      if (row.blank()) {
        continue;
      }
      if (columns == null) {
        columns = header(row);
        if (columns != null) {
          periodIsKnown(row.number());
        } else {
          label(row);
        }
      } else if (!label(row)) {
        var entry = entry(row, columns);
        sums.add(entry);
        sink.take(entry);
      }
    }
    if (columns == null) {
      throw new BadStatement("the file ends before its table; is it cut off?");
    }
    return balances();
  }

  private static @Nullable Columns header(Row row) {
    var places = row.header();
    var date = places.get(FIRST_COLUMN);
    var amount = places.get("jumlah");
    if (date == null || amount == null) {
      return null;
    }
    var balance = places.getOrDefault("saldo", -1);
    var direction = row.cell(amount + 1).isEmpty() ? amount + 1 : -1;
    return new Columns(date, places.getOrDefault("keterangan", -1), amount, direction, balance);
  }

  /** {@code Label,=,value} or {@code Label : value}; a value is not always quoted. */
  private boolean label(Row row) throws BadStatement {
    var first = row.cell(0);
    var colon = first.indexOf(':');
    var mark = row.cell(1);
    if (mark.equals("=") || mark.equals(":")) {
      put(first, row.number(), row.from(2));
      return true;
    }
    if (colon > 0) {
      var begun = first.substring(colon + 1).strip();
      var rest = row.from(1);
      var value = begun.isEmpty() || rest.isEmpty() ? begun + rest : begun + "," + rest;
      put(first.substring(0, colon), row.number(), value);
      return true;
    }
    return false;
  }

  private void put(String label, long row, String value) throws BadStatement {
    labels.put(name(label), new Labelled(row, value));
    if (labels.size() > LABELS_MAX) {
      throw BadStatement.at(row, "the file has more than " + LABELS_MAX + " labels");
    }
  }

  private static String name(String label) {
    return Row.words(label.replaceAll("[.:=]", " ")).toLowerCase(Locale.ROOT);
  }

  private void periodIsKnown(long header) throws BadStatement {
    var said = labels.get("periode");
    if (said == null) {
      throw BadStatement.at(
          header, "the table begins without a Periode above it, which tells the year");
    }
    var match = PERIOD.matcher(said.value());
    if (!match.matches()) {
      throw BadStatement.at(said.row(), "Periode is not dd/mm/yyyy - dd/mm/yyyy");
    }
    from = day(said.row(), match.group(1), null);
    to = day(said.row(), match.group(2), null);
    if (to.isBefore(from)) {
      throw BadStatement.at(said.row(), "Periode ends before it begins");
    }
    if (!to.isBefore(from.plusYears(1))) {
      throw BadStatement.at(
          said.row(), "Periode is longer than a year, and its days have no year; export less");
    }
    var currency = labels.getOrDefault("mata uang", labels.get("kode mata uang"));
    if (currency != null) {
      Currencies.rupiah(currency.row(), currency.value());
    }
  }

  private StatementEntry entry(Row row, Columns at) throws BadStatement {
    var typed = row.cell(at.date());
    var pending = typed.toUpperCase(Locale.ROOT).startsWith(PENDING);
    var directed = DIRECTED.matcher(row.cell(at.amount()));
    var word = "";
    var amount = row.cell(at.amount());
    if (directed.matches() && directed.group(2) != null) {
      amount = directed.group(1);
      word = directed.group(2);
    } else if (at.direction() >= 0) {
      word = row.cell(at.direction());
    }
    var direction =
        switch (word.toUpperCase(Locale.ROOT)) {
          case "CR" -> Direction.CREDIT;
          case "DB" -> Direction.DEBIT;
          default ->
              throw BadStatement.at(row.number(), "Jumlah is neither CR nor DB; is the row whole?");
        };
    var read = Amounts.read(row.number(), "Jumlah", amount);
    if (read.signum() == 0) {
      throw BadStatement.at(row.number(), "Jumlah is zero");
    }
    var balance = row.cell(at.balance());
    return new StatementEntry(
        row.number(),
        pending ? null : day(row.number(), typed, this),
        read,
        direction,
        Row.words(row.cell(at.remark())),
        pending ? Status.PENDING : Status.BOOKED,
        pending || balance.isEmpty() ? null : Amounts.balance(row.number(), "Saldo", balance));
  }

  /** A day; without a year it is the one within the period. */
  private static LocalDate day(long row, String text, @Nullable BcaCsv within) throws BadStatement {
    var match = DAY.matcher(text);
    if (!match.matches()) {
      throw BadStatement.at(row, "Tanggal Transaksi is no day such as 05/09 and not PEND");
    }
    var month = Integer.parseInt(match.group(2));
    var day = Integer.parseInt(match.group(1));
    if (match.group(3) != null) {
      return date(Integer.parseInt(match.group(3)), month, day)
          .filter(found -> within == null || within.covers(found))
          .orElseThrow(() -> BadStatement.at(row, "the day " + text + " is not in the Periode"));
    }
    if (within == null || within.from == null || within.to == null) {
      throw BadStatement.at(row, "the day " + text + " has no year");
    }
    for (var year = within.from.getYear(); year <= within.to.getYear(); year++) {
      var found = date(year, month, day).filter(within::covers);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw BadStatement.at(row, "the day " + text + " is not in the Periode");
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private boolean covers(LocalDate day) {
    return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
  }

  private StatementBalances balances() throws BadStatement {
    var opening = sum("saldo awal");
    var credits = sum("mutasi kredit");
    var debits = sum("mutasi debet");
    var closing = sum("saldo akhir");
    same("Mutasi Kredit", credits, sums.credits(), sums.creditCount());
    same("Mutasi Debet", debits, sums.debits(), sums.debitCount());
    var reached = opening.amount().add(sums.credits()).subtract(sums.debits());
    if (reached.compareTo(closing.amount()) != 0) {
      throw new BadStatement(
          "Saldo Awal "
              + opening.amount().toPlainString()
              + " and the entries come to "
              + reached.toPlainString()
              + ", but Saldo Akhir is "
              + closing.amount().toPlainString());
    }
    return sums.balances(account(), opening.amount(), closing.amount());
  }

  private Sum sum(String label) throws BadStatement {
    var found = labels.get(label);
    if (found == null) {
      throw new BadStatement("the file ends without '" + label + "'; is it cut off?");
    }
    var match = SUM.matcher(found.value());
    var whole = match.matches();
    var counted = whole && match.group(2) != null && match.group(1).contains(".");
    var amount = counted ? match.group(1) : found.value();
    return new Sum(
        found.row(), Amounts.balance(found.row(), label, amount), counted ? match.group(2) : "");
  }

  private static void same(String label, Sum said, BigDecimal read, long count)
      throws BadStatement {
    if (said.amount().compareTo(read) != 0) {
      throw BadStatement.at(
          said.row(),
          label
              + " is "
              + said.amount().toPlainString()
              + ", but the entries sum to "
              + read.toPlainString());
    }
    if (!said.count().isEmpty() && Long.parseLong(said.count()) != count) {
      throw BadStatement.at(
          said.row(), label + " counts " + said.count() + " entries, but the file has " + count);
    }
  }

  private String account() {
    return labels.entrySet().stream()
        .filter(label -> label.getKey().contains("rekening"))
        .map(label -> label.getValue().value().replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .findFirst()
        .orElse("");
  }
}
