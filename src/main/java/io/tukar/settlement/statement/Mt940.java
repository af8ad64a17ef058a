package io.tukar.settlement.statement;

import com.prowidesoftware.swift.model.field.Field25;
import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import io.tukar.settlement.statement.StatementEntry.Direction;
import io.tukar.settlement.statement.StatementEntry.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SWIFT MT940, with or without its envelope, one or many statements in a file. Its fields are read
 * one by one; the words of an entry are those of field 86 behind it, where banks such as Mandiri
 * put what the payer wrote, or what field 61 itself has.
 */
final class Mt940 {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MMdd");
  private static final String NO_REFERENCE = "NONREF";

  private final Mt940Fields fields;
  private final StatementSink sink;
  private final StatementSums sums = new StatementSums();
  private String account = "";
  private @Nullable BigDecimal opening;
  private @Nullable BigDecimal closing;
  private BigDecimal running = BigDecimal.ZERO;
  private boolean inStatement;
  private boolean balanced;
  private @Nullable StatementEntry held;

  private Mt940(Mt940Fields fields, StatementSink sink) {
    this.fields = fields;
    this.sink = sink;
  }

  static StatementBalances read(Path path, StatementSink sink) throws IOException {
    try (var fields = Mt940Fields.open(path)) {
      return new Mt940(fields, sink).read();
    }
  }

  private StatementBalances read() throws IOException {
    while (fields.next()) {
      switch (fields.tag()) {
        case "20" -> begin();
        case "25", "25P" -> account();
        case "60F", "60M" -> open();
        case "61" -> entry();
        case "86" -> words();
        case "62F", "62M" -> close();
        default -> {
          // Numbers of messages and available balances say nothing of an entry.
        }
      }
    }
    if (inStatement) {
      throw BadStatement.at(fields.line(), "the statement ends without field 62; is it cut off?");
    }
    if (closing == null) {
      throw new BadStatement("the file has no statement with a closing balance; is it cut off?");
    }
    return sums.balances(account, opening, closing);
  }

  private void begin() throws BadStatement {
    if (inStatement) {
      throw BadStatement.at(
          fields.line(), "the statement before ends without field 62; is a part missing?");
    }
    inStatement = true;
    balanced = false;
  }

  private void account() throws BadStatement {
    inside();
    var written = new Field25(fields.value()).getAccount();
    var words = (written == null ? fields.value() : written).split("/", -1);
    var number = words[words.length - 1].replaceAll("\\D", "");
    if (!account.isEmpty() && !account.equals(number)) {
      throw BadStatement.at(fields.line(), "the account is another than in the statement before");
    }
    account = number;
  }

  private void open() throws BadStatement {
    inside();
    var balance = balance();
    if (closing != null && closing.compareTo(balance) != 0) {
      throw BadStatement.at(
          fields.line(),
          "the statement begins with "
              + balance.toPlainString()
              + ", but the one before ended with "
              + closing.toPlainString()
              + "; is one missing?");
    }
    opening = opening == null ? balance : opening;
    running = balance;
    balanced = true;
  }

  private void entry() throws IOException {
    inside();
    if (!balanced) {
      throw BadStatement.at(fields.line(), "field 61 comes before the opening balance");
    }
    release();
    var field = new Field61(fields.value());
    var direction =
        switch (String.valueOf(field.getDebitCreditMark())) {
          case "C", "RD" -> Direction.CREDIT;
          case "D", "RC" -> Direction.DEBIT;
          default -> throw unreadable("is neither debit nor credit");
        };
    held =
        new StatementEntry(
            fields.line(),
            booked(field),
            amount(field.getAmount()),
            direction,
            Row.words(ownWords(field)),
            Status.BOOKED,
            null);
  }

  private static String ownWords(Field61 field) {
    return Stream.of(field.getReferenceForTheAccountOwner(), field.getSupplementaryDetails())
        .filter(text -> text != null && !text.equals(NO_REFERENCE))
        .reduce("", (a, b) -> a + " " + b);
  }

  /** The bank's day; where only that of the value is told, that one. */
  private LocalDate booked(Field61 field) throws BadStatement {
    var value = day(field.getValueDate());
    var entry = field.getEntryDate();
    if (entry == null || entry.isEmpty()) {
      return value;
    }
    try {
      var day = MonthDay.parse(entry, MONTH_DAY);
      return Stream.of(-1, 0, 1)
          .map(years -> day.atYear(value.getYear() + years))
          .min(
              (a, b) ->
                  Long.compare(
                      Math.abs(ChronoUnit.DAYS.between(value, a)),
                      Math.abs(ChronoUnit.DAYS.between(value, b))))
          .orElse(value);
    } catch (DateTimeException e) {
      throw unreadable("has no day of entry");
    }
  }

  private void words() {
    var entry = held;
    if (entry != null) {
      held =
          new StatementEntry(
              entry.row(),
              entry.date(),
              entry.amount(),
              entry.direction(),
              Row.words(fields.value() + " " + entry.description()),
              entry.status(),
              null);
    }
  }

  private void close() throws IOException {
    inside();
    release();
    var balance = balance();
    if (!balanced || running.compareTo(balance) != 0) {
      throw BadStatement.at(
          fields.line(),
          "the closing balance is "
              + balance.toPlainString()
              + ", but the entries lead to "
              + running.toPlainString());
    }
    closing = balance;
    inStatement = false;
  }

  private void release() throws IOException {
    var entry = held;
    if (entry != null && entry.amount().signum() > 0) {
      sums.add(entry);
      running = running.add(entry.change());
      sink.take(entry);
    }
    held = null;
  }

  private void inside() throws BadStatement {
    if (!inStatement) {
      throw BadStatement.at(fields.line(), "field " + fields.tag() + " is in no statement");
    }
  }

  private BigDecimal balance() throws BadStatement {
    var field = new Field60F(fields.value());
    Currencies.rupiah(fields.line(), String.valueOf(field.getCurrency()));
    day(field.getDate());
    var amount = amount(field.getAmount());
    return switch (String.valueOf(field.getDCMark())) {
      case "C" -> amount;
      case "D" -> amount.negate();
      default -> throw unreadable("is neither debit nor credit");
    };
  }

  private LocalDate day(@Nullable String text) throws BadStatement {
    try {
      return LocalDate.parse(String.valueOf(text), DAY);
    } catch (DateTimeException e) {
      throw unreadable("has no day such as 260325");
    }
  }

  private BigDecimal amount(@Nullable String text) throws BadStatement {
    var written = String.valueOf(text);
    if (!written.matches("[0-9]{1,15},[0-9]{0,2}")) {
      throw unreadable("has no amount such as 150000,00");
    }
    return Amounts.read(
        fields.line(), "field " + fields.tag(), written.replace(',', '.').replaceAll("\\.$", ""));
  }

  private BadStatement unreadable(String why) {
    return BadStatement.at(fields.line(), "field " + fields.tag() + " " + why);
  }
}
