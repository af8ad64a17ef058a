package io.tukar.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of a file, its cells by the column's name in any case. */
public final class CsvRow {

  private final long number;
  private final Map<String, Integer> columns;
  private final List<String> cells;

  CsvRow(long number, Map<String, Integer> columns, List<String> cells) {
    this.number = number;
    this.columns = columns;
    this.cells = List.copyOf(cells);
  }

  /** Cells that stand packed within one cell of a row, by their names. */
  public static CsvRow packed(long number, Map<String, String> cells) {
    var names = List.copyOf(cells.keySet());
    var columns = new HashMap<String, Integer>();
    names.forEach(name -> columns.put(name, columns.size()));
    return new CsvRow(number, columns, names.stream().map(cells::get).toList());
  }

  /** As a spreadsheet counts: the header is row 1. */
  public long number() {
    return number;
  }

  /**
   * The cell without outer blanks; empty where the row or the file has no such column. Exporters
   * put an apostrophe before a leading {@code = + - @}, so that no spreadsheet takes it for a
   * formula; it is taken off again.
   */
  public String get(String column) {
    var index = columns.get(column);
    if (index == null || index >= cells.size()) {
      return "";
    }
    var cell = cells.get(index).strip();
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** True where cells stand beyond the header: mostly a delimiter within an unquoted text. */
  boolean overflows() {
    return cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
  }

  boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
