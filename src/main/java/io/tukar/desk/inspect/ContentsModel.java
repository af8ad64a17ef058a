package io.tukar.desk.inspect;

import io.tukar.kernel.Money;
import io.tukar.stock.Product;
import io.tukar.web.Form;

/**
 * A product's list of contents.
 *
 * @param kept it was just written
 * @param returnLimit what a part may be worth that need not come back
 */
public record ContentsModel(
    Product product, Form form, boolean kept, Money returnLimit, boolean maySetLimit) {}
