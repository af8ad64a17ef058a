package io.tukar.orders;

import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;

/**
 * One line of an order.
 *
 * @param lineNo counts from 1 within the order
 * @param unitPaid what one unit cost the customer, after discounts, with tax
 * @param claimed units that are in a case, open or ended in an exchange
 */
public record SoldItem(
    long id, int lineNo, Sku sku, String name, int quantity, Money unitPaid, int claimed) {

  /** Units for which a case can still be opened. */
  public int remaining() {
    return quantity - claimed;
  }
}
