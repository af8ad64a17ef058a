package io.tukar.stock;

/**
 * Where goods are. {@code SUPPLIER}, {@code CUSTOMER} and {@code CORRECTION} lie outside the shop's
 * books; of every other place the shop knows how much is there, never less than nothing.
 */
public enum Place {
  SUPPLIER,
  /** Ready to ship; the only place that counts as on hand. */
  SHELF,
  CUSTOMER,
  /** Came back or failed its test, not decided yet. */
  QUARANTINE,
  OPEN_BOX,
  REPAIR,
  /** Faulty, for its manufacturer: waiting to be sent, or sent, as its batch says. */
  VENDOR,
  SCRAP,
  /** Lost on the way, or not found when the shop counted. */
  LOST,
  /**
   * Where a count takes from what it found, and puts what it did not find of goods without serials.
   */
  CORRECTION;

  /** In the shop, or owed to it: what is here is counted. */
  public boolean counted() {
    return switch (this) {
      case SUPPLIER, CUSTOMER, CORRECTION -> false;
      case SHELF, QUARANTINE, OPEN_BOX, REPAIR, VENDOR, SCRAP, LOST -> true;
    };
  }
}
