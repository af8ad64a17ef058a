package io.tukar.desk;

import io.tukar.stock.Place;
import io.tukar.stock.Product;
import io.tukar.stock.Unit;
import java.util.List;
import java.util.Map;

/**
 * A product with its units.
 *
 * @param elsewhere how many are in which place, apart from the shelf
 * @param mayTest whoever looks may test units
 */
public record ProductModel(
    Product product, List<Unit> units, Map<Place, Integer> elsewhere, boolean mayTest) {}
