package io.tukar.shipping.gateway;

import io.tukar.kernel.Money;
import io.tukar.shipping.Address;
import io.tukar.shipping.Courier;

/**
 * A parcel to be fetched. Personal data: it is not stored and not logged.
 *
 * @param key ours for this order; the gateway keeps it beside its own
 */
public record PickupOrder(
    String key,
    Courier courier,
    String product,
    Address from,
    Address to,
    String contents,
    Money value,
    int grams) {

  /** Hidden on purpose: it is personal data. */
  @Override
  public String toString() {
    return "PickupOrder[" + key + "]";
  }
}
