package io.tukar.stock;

import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;

/**
 * What the shop sells.
 *
 * @param listPrice today's price of one unit, with tax
 * @param boxed sold in a product box of its own (clause P11)
 * @param wrapped sold in bubble wrap (clause P11)
 * @param serialised every unit carries a serial number
 * @param free units on the shelf that no case holds
 */
public record Product(
    Sku sku,
    String name,
    String category,
    Money listPrice,
    boolean boxed,
    boolean wrapped,
    boolean serialised,
    String contents,
    boolean active,
    int free) {}
