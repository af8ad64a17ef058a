package io.tukar.shipping;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * What a gateway told by itself.
 *
 * @param orderRef the gateway's number of an order
 * @param at when it happened; empty where it was not said
 */
public record CourierReport(
    String gateway,
    Optional<String> orderRef,
    Optional<WaybillNumber> waybill,
    Optional<TrackingStatus> status,
    Optional<Money> price,
    Optional<Instant> at) {

  public CourierReport {
    if (orderRef.isEmpty() && waybill.isEmpty()) {
      throw new IllegalArgumentException("A report of no parcel");
    }
  }
}
