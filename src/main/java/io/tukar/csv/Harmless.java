package io.tukar.csv;

/** Text for a cell of a file that a table program opens. */
public final class Harmless {

  private Harmless() {}

  /**
   * Never a formula to the program that opens the file; {@link CsvRow} takes the mark off again.
   */
  public static String cell(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
