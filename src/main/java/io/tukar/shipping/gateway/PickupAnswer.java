package io.tukar.shipping.gateway;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import java.util.Optional;

/** What a gateway says when asked to fetch a parcel. */
public sealed interface PickupAnswer {

  /**
   * A courier comes.
   *
   * @param orderRef the gateway's own number of the order
   * @param waybill empty where it comes later
   */
  record Booked(String orderRef, Optional<WaybillNumber> waybill, Optional<Money> price)
      implements PickupAnswer {}

  /** Nobody comes, and why, in the gateway's words. */
  record Refused(String why) implements PickupAnswer {}

  /** It was not reached: nothing was asked, it can be asked again. */
  record NotReached(String why) implements PickupAnswer {}

  /** It was asked, and did not answer clearly: a courier may come or not. Never asked again. */
  record Unclear(String why) implements PickupAnswer {}
}
