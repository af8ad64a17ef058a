package io.tukar.desk;

import io.tukar.stock.StockRow;
import java.util.List;

/**
 * The stock list.
 *
 * @param nextPage where it goes on; empty on its last page
 */
public record StockModel(String typed, List<StockRow> rows, String nextPage) {}
