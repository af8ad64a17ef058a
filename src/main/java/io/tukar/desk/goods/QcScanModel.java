package io.tukar.desk.goods;

import io.tukar.stock.Unit;
import io.tukar.web.Form;
import java.util.List;

/**
 * What was scanned at the testing bench.
 *
 * @param several units of different products with this serial, to choose from
 * @param unknown no unit has this serial yet: its product is asked for
 */
public record QcScanModel(Form form, List<Unit> several, boolean unknown) {}
