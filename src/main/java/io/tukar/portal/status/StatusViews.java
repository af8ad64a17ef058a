package io.tukar.portal.status;

import io.tukar.evidence.Album;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Language;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.policy.replay.Decisions;
import io.tukar.portal.LineProof;
import io.tukar.portal.PhotoDoor;
import io.tukar.portal.Turns;
import io.tukar.rma.Goods;
import io.tukar.rma.Leftover;
import io.tukar.rma.Leftovers;
import io.tukar.rma.LineState;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Turn;
import io.tukar.shipping.Shipments;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.stock.WaitingList;
import io.tukar.web.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a case shows. */
@Component
class StatusViews {

  private final Decisions decisions;
  private final Catalogue catalogue;
  private final WaitingList waiting;
  private final Shipments shipments;
  private final Photos photos;
  private final Story story;
  private final ShopCards shop;
  private final Findings findings;
  private final Leftovers leftovers;

  StatusViews(
      Decisions decisions,
      Catalogue catalogue,
      WaitingList waiting,
      Shipments shipments,
      Photos photos,
      Story story,
      ShopCards shop,
      Findings findings,
      Leftovers leftovers) {
    this.decisions = decisions;
    this.catalogue = catalogue;
    this.waiting = waiting;
    this.shipments = shipments;
    this.photos = photos;
    this.story = story;
    this.shop = shop;
    this.findings = findings;
    this.leftovers = leftovers;
  }

  StatusView of(Held held, List<Refusal> refusals, Instant at, Frame frame) {
    var rma = held.rma();
    var judged = decisions.latest(rma.id());
    var wanted = catalogue.products(rma.lines().stream().map(RmaLine::wantedSku).toList());
    return new StatusView(
        held.path(),
        held.number(),
        rma.requestNumber().value(),
        Turns.of(rma.turn()),
        Turns.statusKey(rma),
        rma.version(),
        rma.firstContactAt(),
        rma.openedAt(),
        Optional.ofNullable(rma.dueAt()),
        rma.turn() == Turn.SHOP && rma.dueAt() != null && rma.dueAt().isBefore(at),
        Optional.ofNullable(rma.shipBy()),
        rma.balance(),
        actions(held),
        missing(held, judged),
        lines(held, judged, wanted, frame),
        parcels(rma.id()),
        photos.list(new Album.OfCase(rma.id())).stream()
            .filter(photo -> photo.caption().source() == PhotoSource.CUSTOMER)
            .map(photo -> PhotoDoor.view(held.path() + "/gambar/", photo, ""))
            .toList(),
        story.of(rma.id(), frame),
        shop.card(),
        refusals);
  }

  private static StatusView.Actions actions(Held held) {
    var rma = held.rma();
    return new StatusView.Actions(
        rma.status() == RmaStatus.REQUESTED,
        held.may(RmaEvent.Kind.EVIDENCE_ADDED),
        held.may(RmaEvent.Kind.WAYBILL_GIVEN),
        rma.balance().isPositive(),
        rma.status() == RmaStatus.DISPATCHED,
        held.may(RmaEvent.Kind.REOPENED) && !held.exchanged().isEmpty(),
        rma.check(new RmaEvent.Cancelled()).isEmpty());
  }

  private List<String> missing(Held held, Map<Integer, Decisions.Kept> judged) {
    if (held.rma().status() != RmaStatus.NEEDS_EVIDENCE) {
      return List.of();
    }
    var there = photos.list(new Album.OfCase(held.rma().id()));
    return judged.values().stream()
        .flatMap(
            kept ->
                kept.decision().missingPhotos().stream()
                    .filter(
                        slot ->
                            there.stream()
                                .noneMatch(
                                    photo ->
                                        photo.caption().lineNo() == kept.lineNo()
                                            && photo.caption().slot() == slot)))
        .distinct()
        .map(slot -> "portal.slot." + slot)
        .toList();
  }

  private List<StatusView.Line> lines(
      Held held, Map<Integer, Decisions.Kept> judged, Map<Sku, Product> products, Frame frame) {
    var found = findings.of(held);
    var places =
        held.rma().waitsForStock()
            ? waiting.placesOf(held.rma().id())
            : Map.<Integer, WaitingList.Place>of();
    var refused = !held.rma().in(LineState.REFUSED).isEmpty();
    var kept = refused ? leftovers.kept(held.rma().id()) : Map.<Integer, Leftover>of();
    var asked = refused ? leftovers.asked(held.rma().id()) : Set.<Integer>of();
    return held.rma().lines().stream()
        .map(
            line ->
                line(
                    held,
                    line,
                    found.get(line.lineNo()),
                    Optional.ofNullable(places.get(line.lineNo())),
                    Optional.ofNullable(kept.get(line.lineNo())).map(Leftover::keepUntil),
                    line.state() == LineState.REFUSED && asked.contains(line.lineNo()),
                    judged,
                    products,
                    frame))
        .toList();
  }

  private static StatusView.Line line(
      Held held,
      RmaLine line,
      StatusView.@Nullable Finding finding,
      Optional<WaitingList.Place> place,
      Optional<LocalDate> keptUntil,
      boolean asked,
      Map<Integer, Decisions.Kept> judged,
      Map<Sku, Product> products,
      Frame frame) {
    var product = products.get(line.wantedSku());
    var state = line.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new StatusView.Line(
        line.lineNo(),
        held.item(line),
        line.quantity(),
        "portal.reason." + line.reason(),
        product == null ? line.wantedSku().value() : product.name(),
        "portal.line." + state,
        turn(line.state()),
        goodsKey(line),
        place,
        held.withdrawable().contains(line) ? held.path() + "/tarik/" + line.lineNo() : "",
        proof(judged.get(line.lineNo()), frame.language()),
        Optional.ofNullable(finding),
        held.mayObjectTo(line) ? held.path() + "/keberatan/" + line.lineNo() : "",
        line.goods() == Goods.WAITING ? StockChoicePage.path(held, line.lineNo()) : "",
        keptUntil,
        keptUntil.isPresent() ? held.path() + "/minta/" + line.lineNo() : "",
        asked);
  }

  private static Optional<LineProof> proof(Decisions.@Nullable Kept kept, Language language) {
    return Optional.ofNullable(kept).map(one -> LineProof.of(one.decision(), language));
  }

  private static String goodsKey(RmaLine line) {
    return switch (line.goods()) {
      case HELD -> "portal.goods.held";
      case WAITING -> "portal.goods.waiting";
      case SHIPPED -> line.state() == LineState.AUTHORIZED ? "portal.goods.ahead" : "";
      case NONE -> "";
    };
  }

  private static io.tukar.web.Turn turn(LineState state) {
    return switch (state) {
      case REQUESTED, RECEIVED, ACCEPTED -> io.tukar.web.Turn.SHOP;
      case AUTHORIZED -> io.tukar.web.Turn.CUSTOMER;
      case EXCHANGED, SENT_BACK, DISPOSED -> io.tukar.web.Turn.DONE;
      case DECLINED, REFUSED, WITHDRAWN, RELEASED -> io.tukar.web.Turn.REFUSED;
    };
  }

  private List<StatusView.Parcel> parcels(long rmaId) {
    return shipments.of(rmaId).stream()
        .map(
            parcel ->
                new StatusView.Parcel(
                    "portal.leg." + parcel.leg(),
                    parcel.courier().brand(),
                    parcel.waybill().value(),
                    parcel.at(),
                    parcel.seen()))
        .toList();
  }
}
