package io.tukar.desk;

import io.tukar.stock.Product;
import io.tukar.stock.Unit;
import io.tukar.web.Form;
import java.util.List;

/**
 * A product with its units.
 *
 * @param mayTest whoever looks may record a unit's test
 * @param passed the serial that was just recorded; empty for none
 */
public record ProductModel(
    Product product, List<Unit> units, boolean mayTest, Form form, String passed) {}
