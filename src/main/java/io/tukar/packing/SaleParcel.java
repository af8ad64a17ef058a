package io.tukar.packing;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order that left.
 *
 * @param by reference of who packed it
 * @param quantities by the line of the order
 * @param serials of the units in it
 */
public record SaleParcel(
    long documentId,
    Instant at,
    String by,
    @Nullable Courier courier,
    @Nullable WaybillNumber waybill,
    Map<Integer, Integer> quantities,
    List<SerialNumber> serials) {}
