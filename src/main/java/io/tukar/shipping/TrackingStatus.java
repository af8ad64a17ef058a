package io.tukar.shipping;

/**
 * How far a parcel has come, from its booking to its end. The order is the order of a parcel's
 * life: what comes later in this list is never undone by what comes earlier.
 */
public enum TrackingStatus {
  BOOKED,
  PICKED_UP,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  /** Not handed over; on its way back to who sent it. */
  RETURNING,
  /** The courier will not fetch it. */
  CANCELLED,
  /** The courier lost or destroyed it. */
  LOST,
  RETURNED,
  DELIVERED;

  /** Nothing more is to be learnt of the parcel. */
  public boolean isFinal() {
    return switch (this) {
      case CANCELLED, LOST, RETURNED, DELIVERED -> true;
      case BOOKED, PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, RETURNING -> false;
    };
  }
}
