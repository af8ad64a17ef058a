package io.tukar.shipping.gateway;

import io.tukar.shipping.Courier;
import java.util.List;
import java.util.Optional;

/**
 * The gateways that are set up, in the order they are asked.
 *
 * @param all empty where there are none, which is no error: parcels are then watched by people
 */
public record CourierGateways(List<CourierGateway> all) {

  public CourierGateways {
    all = List.copyOf(all);
  }

  /** The couriers whose parcels can be asked about. */
  public List<Courier> tracked() {
    return all.stream().flatMap(one -> one.couriers().stream()).distinct().toList();
  }

  /** Who knows this courier's parcels. */
  public Optional<CourierGateway> tracking(Courier courier) {
    return all.stream().filter(one -> one.couriers().contains(courier)).findFirst();
  }

  /** Who sends couriers. */
  public Optional<CourierGateway> booking() {
    return all.stream().filter(CourierGateway::books).findFirst();
  }
}
