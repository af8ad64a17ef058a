package io.tukar.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one row and remarks on each that is wrong, so that a row is mended in one go.
 */
public final class Cells {

  /** No text cell that is kept is longer, in characters. */
  public static final int TEXT_LENGTH_MAX = 500;

  private static final BigDecimal AMOUNT_MAX = new BigDecimal("10000000000000");
  private static final int QUOTED_LENGTH_MAX = 40;

  private final CsvRow row;
  private final ImportTally tally;
  private final @Nullable Cells around;
  private boolean refused;

  public Cells(CsvRow row, ImportTally tally) {
    this(row, tally, null);
  }

  private Cells(CsvRow row, ImportTally tally, @Nullable Cells around) {
    this.row = row;
    this.tally = tally;
    this.around = around;
    if (row.overflows()) {
      refuse("", "has more cells than the header; is a text with the delimiter not quoted?");
    }
  }

  /** The cells packed within one of these: what refuses one of them refuses the row. */
  public Cells within(CsvRow packed) {
    return new Cells(packed, tally, this);
  }

  /** True once any cell was refused: the row is not to be used. */
  public boolean refused() {
    return refused;
  }

  public String raw(String column) {
    return row.get(column);
  }

  /** A cell that must be there and parse. */
  public <T> Optional<T> need(String column, String kind, Function<String, Optional<T>> parse) {
    var text = row.get(column);
    if (text.isEmpty()) {
      refuse(column, "is empty; " + kind + " is needed");
      return Optional.empty();
    }
    return parsed(column, kind, text, parse);
  }

  /** A cell that may be empty, but must parse where it is not. */
  public <T> Optional<T> may(String column, String kind, Function<String, Optional<T>> parse) {
    var text = row.get(column);
    return text.isEmpty() ? Optional.empty() : parsed(column, kind, text, parse);
  }

  /** Personal data that may be empty; what does not parse is noted, not shown and not used. */
  public <T> Optional<T> personal(String column, String kind, Function<String, Optional<T>> parse) {
    var text = row.get(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var value = parse.apply(text);
    if (value.isEmpty()) {
      tally.notice(row.number(), column, "is not " + kind + " and was not used");
    }
    return value;
  }

  /** A text, cut of nothing: one that is too long is refused. */
  public String text(String column) {
    var text = row.get(column);
    if (text.length() > TEXT_LENGTH_MAX) {
      refuse(column, "has " + text.length() + " characters; " + TEXT_LENGTH_MAX + " are the most");
    } else if (text.indexOf('\0') >= 0) {
      refuse(column, "holds a NUL character");
    } else {
      return text;
    }
    return "";
  }

  /** An amount of whole rupiah that must be there. */
  public Optional<Long> rupiah(String column) {
    return need(column, "an amount", CellText::amount)
        .flatMap(
            amount -> {
              if (amount.compareTo(AMOUNT_MAX) > 0) {
                refuse(column, "is more than any price can be");
                return Optional.empty();
              }
              if (amount.stripTrailingZeros().scale() > 0) {
                refuse(column, quoted(row.get(column)) + " has a fraction; rupiah has none");
                return Optional.empty();
              }
              return Optional.of(amount.longValueExact());
            });
  }

  /** Leaves the row out. */
  public void refuse(String column, String text) {
    for (var cells = this; cells != null; cells = cells.around) {
      cells.refused = true;
    }
    tally.refused(row.number(), column, text);
  }

  public void notice(String column, String text) {
    tally.notice(row.number(), column, text);
  }

  private <T> Optional<T> parsed(
      String column, String kind, String text, Function<String, Optional<T>> parse) {
    var value = parse.apply(text);
    if (value.isEmpty()) {
      refuse(column, quoted(text) + " is not " + kind);
    }
    return value;
  }

  private static String quoted(String text) {
    var shown =
        text.length() > QUOTED_LENGTH_MAX ? text.substring(0, QUOTED_LENGTH_MAX) + "…" : text;
    return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
  }
}
