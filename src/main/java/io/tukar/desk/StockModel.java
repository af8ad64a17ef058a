package io.tukar.desk;

import io.tukar.stock.Shortage;
import io.tukar.stock.StockRow;
import java.util.List;

/**
 * The stock list.
 *
 * @param shortages the products of which more is held than can be shipped
 * @param nextPage where it goes on; empty on its last page
 */
public record StockModel(
    String typed, List<StockRow> rows, List<Shortage> shortages, String nextPage) {}
