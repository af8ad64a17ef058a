package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Money;
import io.tukar.kernel.RmaNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Addresses;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Carriage;
import io.tukar.shipping.CourierReport;
import io.tukar.shipping.CourierReports;
import io.tukar.shipping.Pickup;
import io.tukar.shipping.Pickups;
import io.tukar.shipping.Shipments;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.Trackings;
import io.tukar.shipping.gateway.CourierGateways;
import io.tukar.shipping.gateway.PickupAnswer;
import io.tukar.shipping.gateway.PickupOrder;
import io.tukar.shipping.gateway.TrackAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the gateways where parcels are, takes in what they report by themselves, and asks them for
 * couriers. No transaction is open while a gateway is asked.
 */
@Component
public class ParcelWatch {

  /** One run asks about no more parcels than this; the next goes on. */
  static final int PARCELS_PER_RUN_MAX = 50;

  static final int REPORTS_PER_RUN_MAX = 200;
  static final int PICKUPS_PER_RUN_MAX = 20;

  private static final Logger LOG = LoggerFactory.getLogger(ParcelWatch.class);
  private static final Actor CLOCK = new Actor.Clock();

  private final CourierGateways gateways;
  private final Trackings trackings;
  private final CourierReports reports;
  private final Pickups pickups;
  private final Shipments shipments;
  private final Addresses addresses;
  private final ParcelDesk parcels;
  private final ExchangeDesk desk;
  private final Rmas rmas;

  ParcelWatch(
      CourierGateways gateways,
      Trackings trackings,
      CourierReports reports,
      Pickups pickups,
      Shipments shipments,
      Addresses addresses,
      ParcelDesk parcels,
      ExchangeDesk desk,
      Rmas rmas) {
    this.gateways = gateways;
    this.trackings = trackings;
    this.reports = reports;
    this.pickups = pickups;
    this.shipments = shipments;
    this.addresses = addresses;
    this.parcels = parcels;
    this.desk = desk;
    this.rmas = rmas;
  }

  /** Asks about the parcels whose turn it is, and says how many. */
  public int poll(Instant at, BooleanSupplier stop) {
    int asked = 0;
    for (var parcel : trackings.claim(gateways.tracked(), PARCELS_PER_RUN_MAX, at)) {
      if (stop.getAsBoolean()) {
        break;
      }
      var gateway = gateways.tracking(parcel.courier());
      if (gateway.isEmpty()) {
        continue;
      }
      asked++;
      switch (gateway.get().track(parcel.courier(), parcel.waybill(), parcel.phone())) {
        case TrackAnswer.Found(var said) -> {
          parcels.report(parcel.rmaId(), parcel.shipmentId(), said, gateway.get().name(), at);
          trackings.answered(parcel.shipmentId(), at);
        }
        case TrackAnswer.NotKnown() -> trackings.failed(parcel.shipmentId(), at);
        case TrackAnswer.Unclear(var why) -> {
          LOG.info(
              "{} is not clear about parcel {}: {}",
              gateway.get().name(),
              parcel.shipmentId(),
              why);
          trackings.failed(parcel.shipmentId(), at);
        }
      }
    }
    return asked;
  }

  /** Takes in what gateways reported, oldest first, and says how many. */
  public int takeReports(Instant at, BooleanSupplier stop) {
    int taken = 0;
    for (var waiting : reports.waiting(REPORTS_PER_RUN_MAX)) {
      if (stop.getAsBoolean()) {
        break;
      }
      String outcome;
      try {
        outcome = take(waiting.report(), waiting.receivedAt());
      } catch (RuntimeException e) {
        // One report that fails must not keep all others waiting behind it.
        LOG.error("Report {} could not be taken in", waiting.id(), e);
        outcome = "failed";
      }
      reports.taken(waiting.id(), outcome, at);
      taken++;
    }
    reports.forget(at);
    return taken;
  }

  private String take(CourierReport report, Instant receivedAt) {
    var pickup = report.orderRef().flatMap(pickups::ofOrder);
    var waybill = report.waybill();
    if (pickup.isPresent() && pickup.get().shipment().isEmpty() && waybill.isPresent()) {
      fetch(pickup.get(), waybill.get(), report.price().orElse(null), receivedAt);
    }
    var known =
        pickup
            .flatMap(one -> pickups.ofOrder(one.orderRef().orElseThrow()))
            .flatMap(Pickup::shipment)
            .map(List::of)
            .orElseGet(
                () -> waybill.map(number -> reports.parcels(number, receivedAt)).orElse(List.of()));
    if (known.isEmpty()) {
      return "no such parcel";
    }
    report.price().ifPresent(price -> known.forEach(shipment -> shipments.priced(shipment, price)));
    if (report.status().isEmpty()) {
      return "taken";
    }
    var said = new TrackingReport(report.status().get(), report.at().orElse(null));
    for (var shipment : known) {
      shipments
          .caseOf(shipment)
          .ifPresent(
              rma -> parcels.report(rma, shipment, List.of(said), report.gateway(), receivedAt));
    }
    return "taken";
  }

  /** Asks for the couriers that are to be sent, and says how many. */
  public int bookPickups(Instant at, BooleanSupplier stop) {
    var gateway = gateways.booking();
    int asked = 0;
    while (gateway.isPresent() && asked < PICKUPS_PER_RUN_MAX && !stop.getAsBoolean()) {
      var pickup = pickups.claim(at);
      if (pickup.isEmpty()) {
        break;
      }
      asked++;
      var order = order(pickup.get());
      if (order.isEmpty()) {
        pickups.refused(pickup.get().id(), "an address is missing");
        continue;
      }
      answered(pickup.get(), gateway.get().book(order.get()), at);
    }
    return asked;
  }

  private void answered(Pickup pickup, PickupAnswer answer, Instant at) {
    switch (answer) {
      case PickupAnswer.Booked(var orderRef, var waybill, var price) -> {
        pickups.booked(pickup.id(), orderRef);
        waybill.ifPresent(number -> fetch(pickup, number, price.orElse(null), at));
      }
      case PickupAnswer.Refused(var why) -> pickups.refused(pickup.id(), why);
      case PickupAnswer.Unclear(var why) -> pickups.unclear(pickup.id(), why);
      case PickupAnswer.NotReached(var why) -> {
        if (pickup.tries() >= Pickups.TRIES_MAX) {
          pickups.refused(pickup.id(), why);
        } else {
          pickups.again(pickup, at);
        }
      }
    }
  }

  /** A courier comes under this number: the case has its parcel, and the customer is told. */
  private void fetch(Pickup pickup, WaybillNumber waybill, @Nullable Money price, Instant at) {
    var parcel =
        new Parcel(
            pickup.courier(),
            waybill,
            new Carriage(pickup.product(), pickup.weightGrams(), price, null, Booking.BY_GATEWAY));
    desk.pickup(CaseRef.latest(pickup.rmaId()), parcel, at, CLOCK);
    shipments.of(pickup.rmaId()).stream()
        .filter(one -> one.courier() == pickup.courier() && one.waybill().equals(waybill))
        .reduce((first, last) -> last)
        .ifPresent(one -> pickups.became(pickup.id(), one.id()));
  }

  private Optional<PickupOrder> order(Pickup pickup) {
    var from = addresses.ofCustomer(pickup.rmaId());
    var to = addresses.ofShop();
    var rma = rmas.find(pickup.rmaId());
    if (from.isEmpty()
        || to.isEmpty()
        || rma.isEmpty()
        || from.get().street().isEmpty()
        || from.get().phone().isEmpty()
        || to.get().street().isEmpty()) {
      return Optional.empty();
    }
    var value =
        rma.get().in(LineState.AUTHORIZED).stream()
            .map(line -> line.unitPaid().times(line.quantity()))
            .reduce(Money.zero(rma.get().currency()), Money::plus);
    return Optional.of(
        new PickupOrder(
            pickup.key(),
            pickup.courier(),
            pickup.product(),
            from.get(),
            to.get(),
            Optional.ofNullable(rma.get().rmaNumber())
                .map(RmaNumber::value)
                .orElse(rma.get().requestNumber().value()),
            value,
            pickup.weightGrams()));
  }
}
