package io.tukar.shipping;

import io.tukar.kernel.Money;

/** What the tariff says of a parcel. */
public sealed interface Quote {

  /** Its cost, and why. */
  record Known(Tariff tariff, int grams, Money cost) implements Quote {}

  /** No tariff goes there, or one of the two places is not known. */
  record Unknown() implements Quote {}
}
