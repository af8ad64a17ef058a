package io.tukar.stock;

/**
 * A product as a line of the stock list.
 *
 * @param checked units on the shelf that passed quality control
 */
public record StockRow(
    String sku, String name, int onHand, int held, int checked, boolean serialised, int waiting) {

  /** Units no case holds. */
  public int free() {
    return onHand - held;
  }
}
