package io.tukar.shipping;

/** A way a parcel goes. */
public enum Leg {
  TO_SHOP,
  TO_CUSTOMER,
  /** A refused line goes back as it came. */
  SENT_BACK
}
