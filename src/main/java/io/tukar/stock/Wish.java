package io.tukar.stock;

import io.tukar.kernel.Sku;

/**
 * What a line of a case wants set aside.
 *
 * @param quantity units, all or none
 * @param priority a replacement that was dead too: before all others that wait
 */
public record Wish(long rmaId, int lineNo, Sku sku, int quantity, boolean priority) {}
