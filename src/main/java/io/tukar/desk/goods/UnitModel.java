package io.tukar.desk.goods;

import io.tukar.evidence.Photo;
import io.tukar.stock.Product;
import io.tukar.stock.Unit;
import io.tukar.stock.UnitLife;
import io.tukar.stock.qc.QcTest;
import java.util.List;
import java.util.Map;

/**
 * A unit, its tests and where it has been.
 *
 * @param photos of each test, by its id
 * @param names of the staff who acted, by reference
 * @param mayTest whoever looks may test units
 */
public record UnitModel(
    Unit unit,
    Product product,
    List<QcTest> tests,
    Map<Long, List<Photo>> photos,
    List<UnitLife.Moved> moves,
    Map<String, String> names,
    boolean mayTest) {}
