package io.tukar.orders;

import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import java.util.Optional;

/**
 * A layout of orders, and how its rows are read.
 *
 * @param source kept with each order as where it came from
 */
record OrderLayout(CsvLayout columns, String source, Grouping grouping, Reading reading) {

  /** Tells which order a row belongs to, before anything is parsed. */
  interface Grouping {
    String orderOf(CsvRow row);
  }

  /** Reads what a row says of its order; empty once a cell was refused. */
  interface Reading {
    Optional<ImportedOrder> read(CsvRow row, Cells cells);
  }
}
