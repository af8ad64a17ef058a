package io.tukar.stock;

/** Where goods are. {@code SUPPLIER} and {@code CUSTOMER} lie outside the shop. */
public enum Place {
  SUPPLIER,
  /** Ready to ship; the only place that counts as on hand. */
  SHELF,
  CUSTOMER,
  /** Came back, not decided yet. */
  QUARANTINE,
  OPEN_BOX,
  REPAIR,
  VENDOR,
  SCRAP,
  /** Lost on the way, or not found when the shop counted. */
  LOST
}
