package io.tukar.stock;

import io.tukar.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Goods going from place to place.
 *
 * @param unitId the unit, where it is known; then the quantity is 1
 * @param cause why, as a word: received, dispatched, restocked ...
 */
public record Move(
    Sku sku, @Nullable Long unitId, int quantity, Place from, Place to, String cause) {

  public Move {
    if (quantity < 1 || from == to || (unitId != null && quantity != 1)) {
      throw new IllegalArgumentException("Not a move: " + quantity + " from " + from + " to " + to);
    }
  }
}
