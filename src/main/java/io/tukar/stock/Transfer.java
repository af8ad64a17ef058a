package io.tukar.stock;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.List;

/**
 * Goods that somebody carries from one place in the shop to another, as from repair back to the
 * shelf.
 *
 * @param serials of the units that are known by one
 * @param quantity of all that is carried, units without serials among them
 * @param reason why, in words
 */
public record Transfer(
    Sku sku, List<SerialNumber> serials, int quantity, Place from, Place to, String reason) {

  public Transfer {
    serials = List.copyOf(serials);
  }
}
