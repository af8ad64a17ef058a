package io.tukar.desk;

import io.tukar.evidence.Album;
import io.tukar.evidence.Lookalikes;
import io.tukar.evidence.Photos;
import io.tukar.inspection.Arrivals;
import io.tukar.kernel.Language;
import io.tukar.kernel.SerialNumber;
import io.tukar.messaging.Messages;
import io.tukar.orders.Customers;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.orders.SoldItem;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.Happened;
import io.tukar.rma.History;
import io.tukar.rma.Note;
import io.tukar.rma.Notes;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.Rmas;
import io.tukar.settlement.Ledger;
import io.tukar.shipping.Shipments;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.stock.Shelf;
import io.tukar.stock.WaitingList;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the desk shows of a case. */
@Component
class CaseFolder {

  /**
   * Units suggested for a line, beyond those it needs, so that a missing one can be passed over.
   */
  private static final int SPARE_UNITS = 3;

  private final Rmas rmas;
  private final OrderBook orders;
  private final Customers customers;
  private final Catalogue catalogue;
  private final Shelf shelf;
  private final WaitingList waiting;
  private final Decisions decisions;
  private final Photos photos;
  private final Lookalikes lookalikes;
  private final History history;
  private final Shipments shipments;
  private final Arrivals arrivals;
  private final Ledger ledger;
  private final Notes notes;
  private final Messages messages;
  private final ActorNames actors;
  private final ParcelHints hints;
  private final Clock clock;

  CaseFolder(
      Rmas rmas,
      OrderBook orders,
      Customers customers,
      Catalogue catalogue,
      Shelf shelf,
      WaitingList waiting,
      Decisions decisions,
      Photos photos,
      Lookalikes lookalikes,
      History history,
      Shipments shipments,
      Arrivals arrivals,
      Ledger ledger,
      Notes notes,
      Messages messages,
      ActorNames actors,
      ParcelHints hints,
      Clock clock) {
    this.rmas = rmas;
    this.orders = orders;
    this.customers = customers;
    this.catalogue = catalogue;
    this.shelf = shelf;
    this.waiting = waiting;
    this.decisions = decisions;
    this.photos = photos;
    this.lookalikes = lookalikes;
    this.history = history;
    this.shipments = shipments;
    this.arrivals = arrivals;
    this.ledger = ledger;
    this.notes = notes;
    this.messages = messages;
    this.actors = actors;
    this.hints = hints;
    this.clock = clock;
  }

  /** The case with this number; empty where there is none. */
  Optional<CaseView> open(String number, Language language) {
    return rmas.idOf(number).flatMap(rmas::find).map(rma -> view(rma, language));
  }

  private CaseView view(Rma rma, Language language) {
    var order = orders.find(rma.orderId()).orElseThrow();
    var wanted = catalogue.products(rma.lines().stream().map(RmaLine::wantedSku).toList());
    var judged = decisions.latest(rma.id());
    var lines =
        rma.lines().stream()
            .map(
                line ->
                    new CaseView.Line(
                        line,
                        name(order, line),
                        Optional.ofNullable(wanted.get(line.wantedSku())),
                        orders.serialsOf(line.soldItemId()),
                        Optional.ofNullable(judged.get(line.lineNo())),
                        suggested(rma, line, Optional.ofNullable(wanted.get(line.wantedSku())))))
            .toList();
    var parcels = shipments.of(rma.id());
    var happened = history.of(rma.id());
    var written = notes.of(rma.id());
    return new CaseView(
        rma,
        order,
        customers.find(rma.customerId()).orElseThrow(),
        lines,
        rma.waitsForStock() ? waiting.placesOf(rma.id()) : Map.of(),
        photos.list(new Album.OfCase(rma.id())),
        alike(rma),
        happened,
        parcels,
        arrivals.ofCase(rma.id()),
        ledger.entries(rma.id()),
        written,
        messages.toCustomer(rma.id(), language),
        names(happened, written),
        hints.of(rma, parcels, judged),
        clock.instant());
  }

  private List<CaseView.Alike> alike(Rma rma) {
    return lookalikes.of(rma.id()).stream()
        .map(
            pair ->
                new CaseView.Alike(
                    pair.photoId(),
                    CaseView.numberOf(rmas.find(pair.otherCaseId()).orElseThrow()),
                    pair.otherPhotoId()))
        .toList();
  }

  /** Of all staff who acted or wrote. */
  private Map<String, String> names(List<Happened> happened, List<Note> written) {
    return actors.of(
        Stream.concat(happened.stream().map(Happened::actor), written.stream().map(Note::actor))
            .toList());
  }

  private static String name(Order order, RmaLine line) {
    return order.items().stream()
        .filter(item -> item.id() == line.soldItemId())
        .map(SoldItem::name)
        .findFirst()
        .orElse(line.sku().value());
  }

  private List<SerialNumber> suggested(Rma rma, RmaLine line, Optional<Product> wanted) {
    var leaving =
        CaseAction.DISPATCH.legalFor(rma) && CaseAction.DISPATCH.lines(rma).contains(line);
    return leaving && wanted.map(Product::serialised).orElse(false)
        ? shelf.shippable(line.wantedSku(), line.quantity() + SPARE_UNITS)
        : List.of();
  }
}
