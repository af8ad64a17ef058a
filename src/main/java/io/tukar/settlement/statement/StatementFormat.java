package io.tukar.settlement.statement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A bank's way to write a statement. */
public enum StatementFormat {
  /** Rows of label, {@code =} and value around a table; days without a year. */
  BCA("bca"),
  /** A table with NOREK and TGL_TRAN. */
  BRI("bri"),
  /** A table with AccountNo, Ccy and PostDate. */
  MANDIRI("mandiri"),
  /** SWIFT's MT940, customer statement. */
  MT940("mt940"),
  /** ISO 20022's camt.053, bank to customer statement, of any version. */
  CAMT053("camt053");

  private final String word;

  StatementFormat(String word) {
    this.word = word;
  }

  /** As it is named on the command line. */
  public String word() {
    return word;
  }

  public static Optional<StatementFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equalsIgnoreCase(word)).findFirst();
  }

  /** All their names, separated by commas. */
  public static String words() {
    return Arrays.stream(values()).map(StatementFormat::word).collect(Collectors.joining(", "));
  }
}
