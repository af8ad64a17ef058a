package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.shipping.Courier;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Pickups;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Shipments;
import io.tukar.shipping.Track;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import io.tukar.shipping.Trackings;
import io.tukar.shipping.gateway.CourierGateways;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What couriers say of a case's parcels, and the pickups asked for through a gateway. */
@Component
public class ParcelDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ParcelDesk.class);
  private static final Actor CLOCK = new Actor.Clock();

  private final TransactionTemplate transactions;
  private final CaseFiles files;
  private final ShippingRoom shippingRoom;
  private final Shipments shipments;
  private final Trackings trackings;
  private final Pickups pickups;
  private final CourierGateways gateways;
  private final Promises promises;

  ParcelDesk(
      TransactionTemplate transactions,
      CaseFiles files,
      ShippingRoom shippingRoom,
      Shipments shipments,
      Trackings trackings,
      Pickups pickups,
      CourierGateways gateways,
      Promises promises) {
    this.transactions = transactions;
    this.files = files;
    this.shippingRoom = shippingRoom;
    this.shipments = shipments;
    this.trackings = trackings;
    this.pickups = pickups;
    this.gateways = gateways;
    this.promises = promises;
  }

  /**
   * Takes what a courier says of a parcel: late, twice and out of order, each thing once, none from
   * the future. Proof that a replacement arrived starts the customer's time to answer.
   *
   * @param source the gateway that said it
   */
  public void report(
      long rmaId, long shipmentId, List<TrackingReport> reports, String source, Instant now) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    transactions.executeWithoutResult(
        transaction ->
            files.change(
                CaseRef.latest(rmaId),
                journal -> {
                  var taken = trackings.take(shipmentId, reports, source, at);
                  if (taken.fromTheFuture() > 0) {
                    LOG.warn(
                        "{} says {} things of parcel {} that are still to come; left out",
                        source,
                        taken.fromTheFuture(),
                        shipmentId);
                  }
                  follow(journal, shipmentId, taken, at);
                  return Answer.done(taken);
                }));
  }

  private void follow(Journal journal, long shipmentId, Track.Taken taken, Instant at) {
    var proof =
        taken.added().stream()
            .filter(event -> event.status() == TrackingStatus.DELIVERED)
            .findFirst();
    var rma = journal.now();
    if (proof.isEmpty()
        || taken.track().events().stream().anyMatch(event -> event.status() == TrackingStatus.LOST)
        || taken.track().events().stream()
                .filter(event -> event.status() == TrackingStatus.DELIVERED)
                .count()
            > 1
        || !RmaEvent.Kind.DELIVERED.legalIn(rma.status())
        || !isReplacement(rma, shipmentId)) {
      return;
    }
    var deliveredAt = proof.get().at();
    var counted = promises.customer(deliveredAt, Promises.ANSWER_WORKING_DAYS);
    var due = rma.dueAt() != null && rma.dueAt().isAfter(counted) ? rma.dueAt() : counted;
    var refusal = journal.append(new RmaEvent.Delivered(shipmentId, deliveredAt, due), at, CLOCK);
    if (refusal.isEmpty()) {
      journal.tell(Notice.DOES_IT_WORK, said -> said.with(Param.REPLY_BY, Promises.day(due)));
      files.file(journal, at);
    }
  }

  private boolean isReplacement(Rma rma, long shipmentId) {
    return shipments.of(rma.id()).stream()
        .filter(parcel -> parcel.leg() == Leg.TO_CUSTOMER)
        .map(Shipment::id)
        .anyMatch(id -> id == shipmentId);
  }

  /**
   * Asks the gateway for a courier who fetches the goods; it is asked within seconds, and the
   * customer is told once a courier is booked.
   */
  public Answer<Rma> askPickup(
      CaseRef ref, Courier courier, String product, int grams, Instant at, Actor by) {
    if (gateways.booking().isEmpty()) {
      return Answer.refused(Refusal.of("pickup-no-gateway", "waybill"));
    }
    var answer =
        transactions.execute(
            transaction ->
                files.<Rma>change(
                    ref,
                    journal -> {
                      var rma = journal.now();
                      var mayNot =
                          rma.check(new RmaEvent.WaybillGiven(0, at))
                              .or(() -> shippingRoom.pickupRefusal(rma));
                      if (mayNot.isPresent()) {
                        return Answer.refused(mayNot.get());
                      }
                      return pickups.ask(rma.id(), courier, product, grams, at, by).isPresent()
                          ? Answer.done(rma)
                          : Answer.refused(Refusal.of("pickup-under-way", ""));
                    }));
    if (answer == null) {
      throw new IllegalStateException("A pickup without an answer");
    }
    return answer;
  }
}
