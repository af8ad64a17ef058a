package io.tukar.packing;

import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order, as it was packed.
 *
 * @param units scanned into it, by their id; at most {@value #UNITS_MAX}
 * @param counted goods without serials, by the line of the order
 * @param courier null where it is fetched, or not handed over yet
 * @param waybill null where there is none yet; only with a courier
 * @param last nothing more is to be sent, even where something of the order is left: a service, a
 *     licence
 */
public record Packed(
    OrderNumber order,
    Set<Long> units,
    Map<Integer, Integer> counted,
    @Nullable Courier courier,
    @Nullable WaybillNumber waybill,
    boolean last) {

  public static final int UNITS_MAX = 100;

  public Packed {
    units = Set.copyOf(units);
    counted = Map.copyOf(counted);
  }
}
