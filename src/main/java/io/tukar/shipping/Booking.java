package io.tukar.shipping;

/** Who called the courier. */
public enum Booking {
  /** Whoever sends it brought it to the courier. */
  BY_SENDER,
  /** The shop phoned the courier, who fetches it. */
  BY_HAND,
  /** The shop's software asked the courier, who fetches it. */
  BY_GATEWAY
}
