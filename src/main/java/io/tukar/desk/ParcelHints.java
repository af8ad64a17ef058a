package io.tukar.desk;

import io.tukar.kernel.Money;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.shipping.Addresses;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierBook;
import io.tukar.shipping.CourierProduct;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Pickup;
import io.tukar.shipping.Pickups;
import io.tukar.shipping.Quote;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Spot;
import io.tukar.shipping.Tariffs;
import io.tukar.shipping.gateway.CourierGateways;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the desk suggests of a case's parcels: never booked by itself, always with its reason. */
@Component
public class ParcelHints {

  /** What a unit is taken to weigh with its box until somebody weighs the parcel, in grams. */
  static final int GRAMS_PER_UNIT = 1_000;

  private static final int GRAMS_MAX = 100_000;

  private final CourierBook book;
  private final Tariffs tariffs;
  private final Addresses addresses;
  private final Pickups pickups;
  private final CourierGateways gateways;

  ParcelHints(
      CourierBook book,
      Tariffs tariffs,
      Addresses addresses,
      Pickups pickups,
      CourierGateways gateways) {
    this.book = book;
    this.tariffs = tariffs;
    this.addresses = addresses;
    this.pickups = pickups;
    this.gateways = gateways;
  }

  /**
   * What is suggested.
   *
   * @param couriers those on offer
   * @param products what they sell
   * @param receipt what the customer paid for the way here, as on the receipts; empty where nobody
   *     said, or the shop had the goods fetched
   * @param fetched the shop had the goods fetched, at its cost
   * @param wayHere the tariff of the customer's way here
   * @param wayBack the tariff of the way back
   * @param shopPaysWayHere by the policy, for everything that is awaited
   * @param gateway somebody can be asked to send a courier
   * @param grams what the goods are taken to weigh until somebody weighs them
   */
  public record Hints(
      List<Courier> couriers,
      List<CourierProduct> products,
      Optional<Money> receipt,
      boolean fetched,
      Quote wayHere,
      Quote wayBack,
      boolean shopPaysWayHere,
      boolean gateway,
      int grams,
      List<Pickup> pickups) {}

  Hints of(Rma rma, List<Shipment> shipments, Map<Integer, Decisions.Kept> judged) {
    var home = addresses.ofCustomer(rma.id()).map(one -> one.spot()).orElse(Spot.of(null, null));
    var shop = addresses.ofShop().map(one -> one.spot()).orElse(Spot.of(null, null));
    var here = shipments.stream().filter(one -> one.leg() == Leg.TO_SHOP).toList();
    return new Hints(
        book.offered(),
        book.products().stream().filter(CourierProduct::active).toList(),
        receipt(here),
        here.stream().anyMatch(one -> one.carriage().booking() != Booking.BY_SENDER),
        wayHere(rma, here, home, shop),
        tariffs.cheapest(shop, home, grams(rma)),
        shopPays(rma, judged),
        gateways.booking().isPresent(),
        grams(rma),
        pickups.of(rma.id()));
  }

  private static Optional<Money> receipt(List<Shipment> here) {
    return here.stream()
        .filter(one -> one.carriage().booking() == Booking.BY_SENDER)
        .flatMap(one -> one.carriage().paid().stream())
        .reduce(Money::plus);
  }

  private Quote wayHere(Rma rma, List<Shipment> here, Spot home, Spot shop) {
    if (here.isEmpty()) {
      return new Quote.Unknown();
    }
    var last = here.getLast();
    var weight = last.carriage().weightGrams();
    var grams = weight == null ? grams(rma) : weight;
    var product = last.carriage().product();
    return product == null
        ? tariffs.cheapest(home, shop, grams)
        : tariffs.quote(last.courier(), product, home, shop, grams);
  }

  private static int grams(Rma rma) {
    var units =
        rma.lines().stream()
            .filter(line -> line.state().pending() || line.state() == LineState.EXCHANGED)
            .mapToInt(RmaLine::quantity)
            .sum();
    return Math.clamp((long) Math.max(1, units) * GRAMS_PER_UNIT, 1, GRAMS_MAX);
  }

  private static boolean shopPays(Rma rma, Map<Integer, Decisions.Kept> judged) {
    var awaited = rma.in(LineState.AUTHORIZED);
    return !awaited.isEmpty()
        && awaited.stream()
            .map(line -> judged.get(line.lineNo()))
            .allMatch(kept -> kept != null && kept.decision().payerToShop() == Payer.SHOP);
  }
}
