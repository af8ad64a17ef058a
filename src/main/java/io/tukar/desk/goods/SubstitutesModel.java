package io.tukar.desk.goods;

import io.tukar.stock.Product;
import io.tukar.web.Form;

/**
 * What may stand in for a product.
 *
 * @param kept it was just written
 * @param mayWrite the reader may change it
 */
public record SubstitutesModel(Product product, Form form, boolean kept, boolean mayWrite) {}
