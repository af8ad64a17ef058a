package io.tukar.stock;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Goods that somebody carries from one place in the shop to another, as from repair back to the
 * shelf.
 *
 * @param serial the unit; null for goods without serials
 * @param quantity 1 for a unit
 * @param reason why, in words
 */
public record Transfer(
    Sku sku, @Nullable SerialNumber serial, int quantity, Place from, Place to, String reason) {}
