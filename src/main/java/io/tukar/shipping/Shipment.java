package io.tukar.shipping;

import io.tukar.kernel.WaybillNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A parcel of a case, on one leg.
 *
 * @param seen the furthest that tracking has seen it
 */
public record Shipment(
    long id,
    Leg leg,
    Courier courier,
    WaybillNumber waybill,
    Instant at,
    Carriage carriage,
    Optional<TrackingEvent> seen) {}
