package io.tukar.csv;

/**
 * What an import has to say about one row.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column the column's name as the file writes it; empty where the whole row is meant
 * @param text says what is wrong; never holds personal data
 */
public record RowRemark(Weight weight, long row, String column, String text) {

  /** Whether the row was left out. */
  public enum Weight {
    REFUSED,
    NOTICE
  }

  static RowRemark refused(long row, String column, String text) {
    return new RowRemark(Weight.REFUSED, row, column, text);
  }

  static RowRemark notice(long row, String column, String text) {
    return new RowRemark(Weight.NOTICE, row, column, text);
  }

  /** One line of the report. */
  @Override
  public String toString() {
    var where = column.isEmpty() ? "row " + row : "row " + row + ", column " + column;
    return where + (weight == Weight.REFUSED ? ": " : ": note: ") + text;
  }
}
