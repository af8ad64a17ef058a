package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.replay.Decisions;
import io.tukar.settlement.TrustedWord;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Shipments;
import io.tukar.stock.Holds;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Parcels under way, in either direction, and what the customer says once they arrive. */
@Component
class ShippingRoom {

  private final CaseFiles files;
  private final Shipments shipments;
  private final Shelf shelf;
  private final Holds holds;
  private final Gatekeeper gatekeeper;
  private final Promises promises;
  private final Decisions decisions;
  private final PutAway putAway;
  private final TrustedWord word;

  ShippingRoom(
      CaseFiles files,
      Shipments shipments,
      Shelf shelf,
      Holds holds,
      Gatekeeper gatekeeper,
      Promises promises,
      Decisions decisions,
      PutAway putAway,
      TrustedWord word) {
    this.files = files;
    this.shipments = shipments;
    this.shelf = shelf;
    this.holds = holds;
    this.gatekeeper = gatekeeper;
    this.promises = promises;
    this.decisions = decisions;
    this.putAway = putAway;
    this.word = word;
  }

  /** The customer's parcel is on its way (clause P12). */
  Answer<Rma> waybill(CaseRef ref, Parcel parcel, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var due = promises.customer(at, Promises.TRANSIT_WORKING_DAYS);
          var mayNot = journal.now().check(new RmaEvent.WaybillGiven(0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var shipment = book(journal.now(), Leg.TO_SHOP, parcel, at, by);
          journal.append(new RmaEvent.WaybillGiven(shipment, due), at, by);
          return Answer.done(files.file(journal, at));
        });
  }

  /**
   * A courier fetches the goods, booked by the shop. Only where the shop pays that way for
   * everything that is awaited (clause P7).
   */
  Answer<Rma> pickup(CaseRef ref, Parcel parcel, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var due = promises.customer(at, Promises.TRANSIT_WORKING_DAYS);
          var mayNot = rma.check(new RmaEvent.WaybillGiven(0, due)).or(() -> pickupRefusal(rma));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var shipment = book(rma, Leg.TO_SHOP, parcel, at, by);
          journal.append(new RmaEvent.WaybillGiven(shipment, due), at, by);
          journal.tell(
              Notice.PICKUP_BOOKED,
              said ->
                  said.with(Param.COURIER, parcel.courier().brand())
                      .with(Param.WAYBILL, parcel.waybill().value()));
          return Answer.done(files.file(journal, at));
        });
  }

  /** Why the shop does not have this case's goods fetched at its cost; empty where it does. */
  Optional<Refusal> pickupRefusal(Rma rma) {
    if (rma.parcelSent()) {
      return Optional.of(Refusal.of("parcel-sent-already", ""));
    }
    var judged = decisions.latest(rma.id());
    var shopPays =
        rma.in(LineState.AUTHORIZED).stream()
            .map(line -> judged.get(line.lineNo()))
            .allMatch(kept -> kept != null && kept.decision().payerToShop() == Payer.SHOP);
    return shopPays ? Optional.empty() : Optional.of(Refusal.of("pickup-not-the-shops", ""));
  }

  /**
   * A difference or a deposit that somebody has only seen at the bank lets goods leave up to the
   * shop's limit. Who gets the same model again owes at most a way, which is not held back.
   */
  private Optional<Refusal> seenOnly(Rma rma) {
    return rma.status() != RmaStatus.AUTHORIZED && rma.lines().stream().allMatch(RmaLine::sameModel)
        ? Optional.empty()
        : word.beyond(rma.id()).map(seen -> Refusal.of("not-on-statement", "", seen.minor()));
  }

  private long book(Rma rma, Leg leg, Parcel parcel, Instant at, Actor by) {
    return shipments.book(
        rma.id(), leg, parcel.courier(), parcel.waybill(), parcel.carriage(), at, by);
  }

  /** Replacements leave the shop: checked (P1), paid for (P6), each a unit that was held. */
  Answer<Rma> dispatch(CaseRef ref, Parcel parcel, List<LineDispatch> lines, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (lines.isEmpty()) {
            return Answer.refused(Refusal.of("lines-empty", "lines"));
          }
          var rma = journal.now();
          var lineNos = lines.stream().map(LineDispatch::lineNo).toList();
          var ahead = rma.status() == RmaStatus.AUTHORIZED;
          var due =
              ahead && rma.parcelSent()
                  ? Objects.requireNonNull(rma.dueAt())
                  : promises.customer(
                      at, ahead ? Promises.ADVANCE_WORKING_DAYS : Promises.ANSWER_WORKING_DAYS);
          var mayNot = rma.check(new RmaEvent.Dispatched(lineNos, 0, due)).or(() -> seenOnly(rma));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var shipment = book(rma, Leg.TO_CUSTOMER, parcel, at, by);
          var refusal = ship(rma, lines, at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          journal.append(new RmaEvent.Dispatched(lineNos, shipment, due), at, by);
          if (ahead) {
            holds.extendTo(rma.id(), due);
          }
          journal.tell(
              ahead ? Notice.SENT_AHEAD : Notice.DISPATCHED,
              said -> {
                var parcelSaid =
                    said.with(Param.COURIER, parcel.courier().brand())
                        .with(Param.WAYBILL, parcel.waybill().value());
                return ahead ? parcelSaid.with(Param.SHIP_BY, Promises.day(due)) : parcelSaid;
              });
          return Answer.done(files.file(journal, at));
        });
  }

  private Optional<Refusal> ship(Rma rma, List<LineDispatch> lines, Instant at, Actor by) {
    var wanted =
        lines.stream()
            .map(line -> rma.line(line.lineNo()).orElseThrow())
            .sorted(Comparator.comparing(line -> line.wantedSku().value()))
            .toList();
    for (var line : wanted) {
      var serials =
          lines.stream()
              .filter(one -> one.lineNo() == line.lineNo())
              .flatMap(one -> one.serials().stream())
              .toList();
      var shipped = shelf.ship(rma.id(), line.lineNo(), line.wantedSku(), serials, at, by);
      var refusal =
          serialsRefusal(line, serials, shipped).or(() -> shippedRefusal(line, serials, shipped));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> serialsRefusal(
      RmaLine line, List<SerialNumber> serials, Shelf.Shipped shipped) {
    var needed = shipped.serialised() ? line.quantity() : 0;
    if (serials.size() != needed || new HashSet<>(serials).size() != needed) {
      return Optional.of(Refusal.of("serials-needed", "lines", line.lineNo(), needed));
    }
    return Optional.empty();
  }

  private Optional<Refusal> shippedRefusal(
      RmaLine line, List<SerialNumber> serials, Shelf.Shipped shipped) {
    if (shipped.holds() != line.quantity()) {
      return Optional.of(Refusal.of("not-held", "lines", line.lineNo()));
    }
    if (shipped.units() != serials.size()) {
      return Optional.of(notShippable(line, serials));
    }
    return Optional.empty();
  }

  /** Which serial it was, and why: after the attempt, units that did leave are no longer there. */
  private Refusal notShippable(RmaLine line, List<SerialNumber> serials) {
    for (var serial : serials) {
      var unit = shelf.unit(line.wantedSku(), serial);
      if (unit.isEmpty()) {
        return Refusal.of("unit-unknown", "lines", serial);
      }
      if (unit.get().place() == Place.SHELF && !unit.get().checked()) {
        return Refusal.of("unit-not-checked", "lines", serial);
      }
    }
    return Refusal.of("unit-not-on-shelf", "lines", serials.getFirst());
  }

  /** Refused goods go back as they came. */
  Answer<Rma> sendBack(CaseRef ref, Parcel parcel, List<Integer> lineNos, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (lineNos.isEmpty()) {
            return Answer.refused(Refusal.of("lines-empty", "lines"));
          }
          var rma = journal.now();
          var due = promises.customer(at, Promises.ANSWER_WORKING_DAYS);
          var mayNot = rma.check(new RmaEvent.SentBack(lineNos, 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var shipment = book(rma, Leg.SENT_BACK, parcel, at, by);
          journal.append(new RmaEvent.SentBack(lineNos, shipment, due), at, by);
          putAway.sentBack(
              journal, lineNos.stream().map(no -> rma.line(no).orElseThrow()).toList(), at, by);
          journal.tell(
              Notice.SENT_BACK,
              said ->
                  said.with(Param.COURIER, parcel.courier().brand())
                      .with(Param.WAYBILL, parcel.waybill().value()));
          return Answer.done(files.file(journal, at));
        });
  }

  /** The replacement works, or nobody said otherwise in time: done. */
  Answer<Rma> close(CaseRef ref, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var refusal = journal.append(new RmaEvent.Closed(), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          journal.tell(Notice.CLOSED);
          return Answer.done(files.file(journal, at));
        });
  }

  /** A replacement is dead too: the case goes round once more, first in every queue. */
  Answer<Rma> reopen(CaseRef ref, List<Integer> lineNos, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (lineNos.isEmpty()) {
            return Answer.refused(Refusal.of("lines-empty", "lines"));
          }
          var rma = journal.now();
          var shipBy = promises.customerDay(at, Promises.SHIPPING_WORKING_DAYS);
          var due = promises.endOf(shipBy);
          var wanted =
              new RmaEvent.Reopened(
                  lineNos.stream().map(no -> new RmaEvent.LineGoods(no, Goods.NONE)).toList(),
                  shipBy,
                  due);
          var mayNot = rma.check(wanted);
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          // With the priority it has once it is reopened.
          var goods = gatekeeper.setAside(rma.after(wanted), lineNos, due, at);
          journal.append(new RmaEvent.Reopened(goods, shipBy, due), at, by);
          journal.tell(
              Notice.AUTHORIZED,
              said -> said.with(Param.SHIP_BY, shipBy).with(Param.PAYER, "SHOP"));
          return Answer.done(files.file(journal, at));
        });
  }
}
