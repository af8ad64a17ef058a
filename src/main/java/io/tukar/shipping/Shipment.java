package io.tukar.shipping;

import io.tukar.kernel.WaybillNumber;
import java.time.Instant;

/** A parcel of a case, on one leg. */
public record Shipment(long id, Leg leg, Courier courier, WaybillNumber waybill, Instant at) {}
