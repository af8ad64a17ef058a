package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Shipments;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import io.tukar.shipping.Trackings;
import io.tukar.stock.ShippedUnits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A parcel that will not arrive. A lost replacement is booked as lost and its line dispatched
 * again; of lost goods of the customer a manager may let the replacement go, or their lines end.
 */
@Component
class LostParcels {

  private final CaseFiles files;
  private final Shipments shipments;
  private final Trackings trackings;
  private final ShippedUnits units;
  private final Gatekeeper gatekeeper;
  private final History history;
  private final Notes notes;
  private final Promises promises;

  LostParcels(
      CaseFiles files,
      Shipments shipments,
      Trackings trackings,
      ShippedUnits units,
      Gatekeeper gatekeeper,
      History history,
      Notes notes,
      Promises promises) {
    this.files = files;
    this.shipments = shipments;
    this.trackings = trackings;
    this.units = units;
    this.gatekeeper = gatekeeper;
    this.history = history;
    this.notes = notes;
    this.promises = promises;
  }

  Answer<Rma> declare(
      CaseRef ref, long shipmentId, LostRemedy remedy, String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var parcel =
              shipments.of(rma.id()).stream().filter(one -> one.id() == shipmentId).findFirst();
          var refusal = refusal(parcel, remedy, reason, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var events = history.of(rma.id());
          if (remedy != LostRemedy.SEND_AGAIN && !isAwaited(events, parcel.orElseThrow())) {
            return Answer.refused(Refusal.of("no-such-parcel", "parcel"));
          }
          var sent = sent(events, parcel.orElseThrow());
          var lines =
              remedy == LostRemedy.SEND_AGAIN
                  ? sent.map(Sent::lines).orElse(List.of())
                  : rma.in(LineState.AUTHORIZED).stream().map(RmaLine::lineNo).toList();
          var due = due(rma, remedy, lines, at);
          var mayNot = rma.check(event(shipmentId, remedy, asTheyAre(rma, lines), 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var note = notes.add(rma.id(), null, Note.Kind.STAFF, reason.strip(), at, by);
          var goods = goods(rma, remedy, lines, at);
          trackings.take(
              shipmentId, List.of(new TrackingReport(TrackingStatus.LOST, at)), "desk", at);
          journal.append(event(shipmentId, remedy, goods, note, due), at, by);
          sent.filter(one -> remedy == LostRemedy.SEND_AGAIN)
              .ifPresent(
                  one -> units.lost(rma.id(), one.lines(), one.at(), at, by, journal.writes()));
          tell(journal, parcel.orElseThrow(), remedy);
          return Answer.done(files.file(journal, at));
        });
  }

  private static Optional<Refusal> refusal(
      Optional<Shipment> parcel, LostRemedy remedy, String reason, Actor by) {
    if (parcel.isEmpty()) {
      return Optional.of(Refusal.of("no-such-parcel", "parcel"));
    }
    if (parcel.get().seen().filter(seen -> seen.status() == TrackingStatus.DELIVERED).isPresent()
        && !by.isManager()) {
      return Optional.of(Refusal.of("parcel-delivered", "parcel"));
    }
    if (!remedy.fits(parcel.get().leg())) {
      return Optional.of(Refusal.of("remedy-not-this-leg", "remedy"));
    }
    if (remedy == LostRemedy.REPLACE && !by.isManager()) {
      return Optional.of(Refusal.of("manager-needed", "remedy"));
    }
    return reason.isBlank() ? Optional.of(Refusal.of("reason-needed", "reason")) : Optional.empty();
  }

  private static RmaEvent.ParcelLost event(
      long shipment,
      LostRemedy remedy,
      List<RmaEvent.LineGoods> lines,
      long note,
      @Nullable Instant due) {
    return new RmaEvent.ParcelLost(shipment, remedy, lines, note, due);
  }

  /** The lines that left in a parcel and not in another one since, and when. */
  private record Sent(List<Integer> lines, Instant at) {}

  private static Optional<Sent> sent(List<Happened> events, Shipment parcel) {
    var last = new HashMap<Integer, Happened>();
    for (var happened : events) {
      if (happened.event() instanceof RmaEvent.Dispatched sent) {
        sent.lines().forEach(line -> last.put(line, happened));
      }
    }
    var lines =
        last.entrySet().stream()
            .filter(
                one ->
                    one.getValue().event() instanceof RmaEvent.Dispatched sent
                        && sent.shipment() == parcel.id())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sent(lines, Objects.requireNonNull(last.get(lines.getFirst())).at()));
  }

  /** A parcel of the customer's that may still be on its way: given since the last permission. */
  private static boolean isAwaited(List<Happened> events, Shipment parcel) {
    var awaited = false;
    for (var happened : events) {
      switch (happened.event()) {
        case RmaEvent.Authorized _ -> awaited = false;
        case RmaEvent.Reopened _ -> awaited = false;
        case RmaEvent.WaybillGiven given when given.shipment() == parcel.id() -> awaited = true;
        default -> {}
      }
    }
    return awaited;
  }

  private @Nullable Instant due(Rma rma, LostRemedy remedy, List<Integer> lines, Instant at) {
    return switch (remedy) {
      case SEND_AGAIN -> promises.shop(at, Promises.DISPATCH);
      case REPLACE -> promises.shop(at, Promises.SETTLEMENT);
      case END ->
          rma.lines().stream()
                  .anyMatch(line -> line.state().pending() && !lines.contains(line.lineNo()))
              ? rma.dueAt()
              : null;
    };
  }

  private List<RmaEvent.LineGoods> goods(
      Rma rma, LostRemedy remedy, List<Integer> lines, Instant at) {
    return remedy == LostRemedy.SEND_AGAIN
        ? gatekeeper.setAside(rma, lines, promises.customer(at, Promises.SHIPPING_WORKING_DAYS), at)
        : asTheyAre(rma, lines);
  }

  private static List<RmaEvent.LineGoods> asTheyAre(Rma rma, List<Integer> lines) {
    return rma.lines().stream()
        .filter(line -> lines.contains(line.lineNo()))
        .map(line -> new RmaEvent.LineGoods(line.lineNo(), line.goods()))
        .toList();
  }

  private static void tell(Journal journal, Shipment parcel, LostRemedy remedy) {
    journal.tell(
        Notice.PARCEL_LOST,
        said ->
            said.with(Param.COURIER, parcel.courier().brand())
                .with(Param.WAYBILL, parcel.waybill().value())
                .with(Param.NEXT, remedy.name()));
  }
}
