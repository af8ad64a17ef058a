package io.tukar.stock;

/**
 * A product as a line of the stock list.
 *
 * @param checked units on the shelf that passed quality control
 * @param lacking how many more units cases hold than the shelf has to ship
 */
public record StockRow(
    String sku,
    String name,
    int onHand,
    int held,
    int checked,
    boolean serialised,
    int waiting,
    int lacking) {

  /** Units no case holds. */
  public int free() {
    return onHand - held;
  }
}
