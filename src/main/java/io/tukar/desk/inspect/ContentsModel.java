package io.tukar.desk.inspect;

import io.tukar.stock.Product;
import io.tukar.web.Form;

/**
 * A product's list of contents.
 *
 * @param kept it was just written
 */
public record ContentsModel(Product product, Form form, boolean kept) {}
