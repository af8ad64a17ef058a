package io.tukar.settlement.statement;

import io.tukar.csv.CellText;
import io.tukar.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as banks write them. */
final class Amounts {

  private static final BigDecimal MAX = BigDecimal.valueOf(Money.MINOR_UNITS_MAX);
  private static final int DECIMALS_MAX = 2;

  private Amounts() {}

  /** Zero or more, at most {@link Money#MINOR_UNITS_MAX}, with two decimals at most. */
  static BigDecimal read(long row, String column, String text) throws BadStatement {
    if (text.startsWith("-")) {
      throw BadStatement.at(row, column + " is below zero: " + shown(text));
    }
    var amount =
        CellText.amount(text)
            .orElseThrow(() -> BadStatement.at(row, column + " is no amount: " + shown(text)));
    if (amount.compareTo(MAX) > 0) {
      throw BadStatement.at(row, column + " is more than any amount can be: " + shown(text));
    }
    if (amount.stripTrailingZeros().scale() > DECIMALS_MAX) {
      throw BadStatement.at(row, column + " has more than two decimals: " + shown(text));
    }
    return amount.setScale(DECIMALS_MAX, RoundingMode.UNNECESSARY);
  }

  /** A balance, which may be below zero. */
  static BigDecimal balance(long row, String column, String text) throws BadStatement {
    var bare = text.strip();
    return bare.startsWith("-")
        ? read(row, column, bare.substring(1).strip()).negate()
        : read(row, column, bare);
  }

  private static String shown(String text) {
    return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
  }
}
