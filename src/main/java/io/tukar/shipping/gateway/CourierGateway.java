package io.tukar.shipping.gateway;

import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who knows where parcels are, and may send couriers. Calls go over the network: they end
 * in time, they never throw, and no transaction is open around them.
 */
public interface CourierGateway {

  /** Its name, as kept beside what it said. */
  String name();

  /** Whose parcels it knows. */
  Set<Courier> couriers();

  /**
   * Where a parcel is.
   *
   * @param phone of who sent it, E.164; some couriers want its last digits
   */
  TrackAnswer track(Courier courier, WaybillNumber waybill, Optional<String> phone);

  /** Whether it sends couriers. */
  boolean books();

  /** Sends a courier to fetch a parcel. */
  PickupAnswer book(PickupOrder order);
}
