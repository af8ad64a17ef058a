package io.tukar.stock;

import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import java.util.function.Supplier;

/** A layout of products, and how its rows are read, one after the other. */
record ProductLayout(CsvLayout columns, Supplier<Reading> reading) {

  static final String A_SKU = "a SKU (letters, digits and . _ / + -, at most 64, no blanks)";
  static final String A_COUNT = "a whole number";
  static final String YES_OR_NO = "yes or no";
  static final int STOCK_MAX = 1_000_000;

  /** Reads a row; may remember rows that later rows refer to. */
  interface Reading {
    Told read(CsvRow row, Cells cells);
  }

  /** What a row turned out to be. */
  sealed interface Told {

    record Sold(ImportedProduct product) implements Told {}

    /** Nothing that is sold as it stands, such as the parent of variations. */
    record NotSold() implements Told {}

    record Refused() implements Told {}
  }
}
