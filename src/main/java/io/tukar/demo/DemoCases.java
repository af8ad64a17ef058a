package io.tukar.demo;

import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Track;
import io.tukar.kernel.WaybillNumber;
import io.tukar.orders.OrderBook;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Channel;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.LineInspection;
import io.tukar.rma.OpenRequest;
import io.tukar.rma.Parcel;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.ShippingCosts;
import io.tukar.shipping.Courier;
import io.tukar.stock.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays each script through the verbs of the exchange desk, at the times it happened. */
final class DemoCases {

  private static final int LINE = 1;
  private static final Money SHIPPING = Money.rupiah(24_000);
  private static final Duration HOURS = Duration.ofHours(3);
  private static final Duration DAY = Duration.ofDays(1);

  private final ExchangeDesk desk;
  private final Drafts drafts;
  private final Photos photos;
  private final OrderBook orders;
  private final Shelf shelf;
  private final DemoPhotos pictures;
  private final DemoGoods goods;
  private final DemoStaff.Team team;
  private int parcels;

  DemoCases(
      ExchangeDesk desk,
      Drafts drafts,
      Photos photos,
      OrderBook orders,
      Shelf shelf,
      DemoPhotos pictures,
      DemoGoods goods,
      DemoStaff.Team team) {
    this.desk = desk;
    this.drafts = drafts;
    this.photos = photos;
    this.orders = orders;
    this.shelf = shelf;
    this.pictures = pictures;
    this.goods = goods;
    this.team = team;
  }

  /** Plays one script to where its plot ends. */
  void play(Script script, DemoOrders.Order order) throws IOException {
    var stored = orders.find(new OrderNumber(order.number())).orElseThrow();
    var walk = new Walk(script, order, stored.id(), new Actor.Customer(stored.customerId()));
    walk.open();
    switch (script.plot()) {
      case SEAL_UNKNOWN, LICENCE_FAULT, PHOTOS_MISSING, TOO_LATE -> {}
      case AUTHORIZED, WAITING_FOR_STOCK -> walk.authorized();
      case ON_THE_WAY -> walk.underWay();
      case RECEIVED -> walk.received();
      case INSPECTED -> walk.inspected(true);
      case INSPECTED_REFUSED -> walk.inspected(false);
      case SETTLED -> walk.paid();
      case SETTLED_UNPAID, SETTLED_OWED_BACK -> walk.settled();
      case DISPATCHED -> walk.dispatched();
      case SENT_BACK -> walk.sentBack();
      case CLOSED, CLOSED_WITH_DIFFERENCE -> walk.closed();
      case CLOSED_AFTER_TWO -> walk.closedAfterTwo();
      case DECLINED_BY_AGENT -> walk.declined();
      case CANCELLED -> walk.cancelled();
      case EXPIRED -> walk.expired();
    }
  }

  /** One case on its way; each step comes some hours or days after the one before. */
  private final class Walk {

    private final Script script;
    private final DemoOrders.Order order;
    private final long orderId;
    private final Actor customer;
    private final SerialNumber serial;
    private Instant at;
    private @Nullable Rma rma;

    Walk(Script script, DemoOrders.Order order, long orderId, Actor customer) {
      this.script = script;
      this.order = order;
      this.orderId = orderId;
      this.customer = customer;
      this.at = script.requestedAt();
      var tags = order.lines().getFirst().tags();
      this.serial = tags.isEmpty() ? new SerialNumber("TANPA-SERI") : tags.getFirst().serial();
    }

    void open() throws IOException {
      var language = order.buyer().name().length() % 6 == 0 ? Language.EN : Language.ID;
      var draft = drafts.start(orderId, language, at);
      for (var slot : slots()) {
        at = at.plusSeconds(25);
        photo(new Album.OfDraft(draft.id()), slot, PhotoSource.CUSTOMER, customer);
      }
      at = at.plusSeconds(70);
      did(
          desk.open(
              new OpenRequest(
                  orderId,
                  script.sold().value().hashCode() % 5 == 0 ? Channel.DESK : Channel.PORTAL,
                  language,
                  draft.startedAt(),
                  draft.id(),
                  List.of(line()),
                  remark()),
              at,
              customer));
    }

    private OpenRequest.Line line() {
      var choice = script.reason().track() == Track.CUSTOMER_CHOICE;
      var claimed =
          script.plot() == Plot.SEAL_UNKNOWN || script.plot() == Plot.DECLINED_BY_AGENT
              ? OpenRequest.Claimed.NOTHING
              : new OpenRequest.Claimed(
                  choice ? Boolean.TRUE : null,
                  choice ? Boolean.TRUE : null,
                  script.reason() != ReturnReason.INCOMPLETE);
      return new OpenRequest.Line(
          LINE,
          1,
          script.reason(),
          script.symptom(),
          script.wanted(),
          claimed,
          script.receivedOn(),
          order.lines().getFirst().tags().isEmpty() ? null : serial);
    }

    private @Nullable String remark() {
      return switch (script.reason()) {
        case DEAD_ON_ARRIVAL -> "Sudah coba ganti kabel dan adaptor, tetap mati.";
        case MALFUNCTION -> "Awalnya normal, lalu bermasalah terus.";
        case DAMAGED_ON_ARRIVAL -> "Dus penyok saat diterima, unitnya retak.";
        case WRONG_ITEM -> "Yang datang beda dari yang dipesan.";
        case INCOMPLETE -> "Adaptornya tidak ada di dalam dus.";
        case CHANGED_MIND, ORDERED_WRONG_MODEL -> null;
      };
    }

    private List<PhotoSlot> slots() {
      if (script.plot() == Plot.PHOTOS_MISSING) {
        return List.of(PhotoSlot.BOX);
      }
      return switch (script.reason()) {
        case DEAD_ON_ARRIVAL, MALFUNCTION ->
            List.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.FAULT, PhotoSlot.BOX);
        case DAMAGED_ON_ARRIVAL ->
            List.of(PhotoSlot.LABEL, PhotoSlot.FAULT, PhotoSlot.BOX, PhotoSlot.PACKAGING);
        case WRONG_ITEM -> List.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);
        case INCOMPLETE -> List.of(PhotoSlot.LABEL, PhotoSlot.CONTENTS, PhotoSlot.BOX);
        case CHANGED_MIND, ORDERED_WRONG_MODEL ->
            List.of(PhotoSlot.SEAL, PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);
      };
    }

    private void photo(Album album, PhotoSlot slot, PhotoSource source, Actor by)
        throws IOException {
      var category = goods.item(script.sold()).category();
      granted(
          photos.attach(
              album,
              new Caption(LINE, slot, source),
              pictures.of(slot, category, serial.value()),
              by,
              at));
    }

    /** What the policy left to a person, a person lets through. */
    void authorized() {
      if (rma().status() == RmaStatus.REQUESTED) {
        at = at.plus(HOURS);
        did(
            desk.authorize(
                ref(), List.of(LINE), "Sudah dicek lewat foto dan telepon.", at, team.agent()));
      }
    }

    void underWay() {
      authorized();
      at = at.plus(DAY);
      did(desk.waybill(ref(), parcel(), at, customer));
    }

    void received() throws IOException {
      underWay();
      at = at.plus(DAY);
      did(desk.receive(ref(), List.of(), at, team.inspector()));
      photo(
          new Album.OfCase(rma().id()),
          PhotoSlot.PACKAGING,
          PhotoSource.INSPECTOR,
          team.inspector());
    }

    void inspected(boolean accepted) throws IOException {
      received();
      inspect(accepted);
    }

    private void inspect(boolean accepted) {
      at = at.plus(HOURS);
      did(
          desk.inspect(
              ref(), List.of(accepted ? asClaimed() : brokenByCustomer()), at, team.inspector()));
    }

    private LineInspection asClaimed() {
      var choice = script.reason().track() == Track.CUSTOMER_CHOICE;
      var incomplete = script.reason() == ReturnReason.INCOMPLETE;
      var seen =
          new Seen(
              choice ? Boolean.TRUE : null,
              true,
              !incomplete,
              choice ? null : Boolean.TRUE,
              List.of());
      var remark = "Diperiksa dan diuji, sesuai pengajuan.";
      return switch (script.reason()) {
        case DEAD_ON_ARRIVAL, MALFUNCTION ->
            report(seen, Verdict.AS_CLAIMED, Fault.SHOP, Disposition.VENDOR_RMA, true, remark);
        case DAMAGED_ON_ARRIVAL ->
            report(seen, Verdict.TRANSIT_DAMAGE, Fault.COURIER, Disposition.SCRAP, true, remark);
        case WRONG_ITEM ->
            report(seen, Verdict.WRONG_ITEM, Fault.SHOP, Disposition.OPEN_BOX, true, remark);
        case INCOMPLETE ->
            report(seen, Verdict.INCOMPLETE, Fault.SHOP, Disposition.OPEN_BOX, true, remark);
        case CHANGED_MIND, ORDERED_WRONG_MODEL ->
            report(seen, Verdict.AS_CLAIMED, Fault.CUSTOMER, Disposition.RESTOCK, true, remark);
      };
    }

    private LineInspection brokenByCustomer() {
      return report(
          new Seen(false, false, true, true, List.of()),
          Verdict.CUSTOMER_DAMAGE,
          Fault.CUSTOMER,
          Disposition.SEND_BACK,
          false,
          "Ada bekas cairan di dalam bodi, di luar kerusakan yang diajukan.");
    }

    private LineInspection report(
        Seen seen,
        Verdict verdict,
        Fault fault,
        Disposition disposition,
        boolean accepted,
        String remark) {
      return new LineInspection(LINE, seen, verdict, fault, disposition, accepted, remark);
    }

    void settled() throws IOException {
      inspected(true);
      settle();
    }

    private void settle() {
      at = at.plus(HOURS);
      did(desk.settle(ref(), new ShippingCosts(SHIPPING, SHIPPING), at, team.finance()));
    }

    void paid() throws IOException {
      settled();
      pay();
    }

    private void pay() {
      var balance = rma().balance();
      at = at.plus(HOURS);
      if (balance.isPositive()) {
        did(desk.paidIn(ref(), balance, reference("MASUK"), at, team.finance()));
      } else if (balance.isNegative()) {
        did(desk.paidOut(ref(), balance.negated(), reference("KELUAR"), at, team.finance()));
      }
    }

    private String reference(String direction) {
      return "%s-%s-%d".formatted(direction, rma().requestNumber(), rma().version());
    }

    void dispatched() throws IOException {
      paid();
      dispatch();
    }

    private void dispatch() {
      at = at.plus(HOURS);
      var units =
          goods.item(script.wanted()).serialised()
              ? shelf.shippable(script.wanted(), 1)
              : List.<SerialNumber>of();
      did(
          desk.dispatch(
              ref(), parcel(), List.of(new LineDispatch(LINE, units)), at, team.inspector()));
    }

    void sentBack() throws IOException {
      inspected(false);
      settle();
      pay();
      at = at.plus(HOURS);
      did(desk.sendBack(ref(), parcel(), List.of(LINE), at, team.inspector()));
    }

    void closed() throws IOException {
      dispatched();
      close();
    }

    private void close() {
      at = at.plus(DAY).plus(DAY);
      did(desk.close(ref(), at, customer));
    }

    void closedAfterTwo() throws IOException {
      dispatched();
      at = at.plus(DAY).plus(DAY);
      did(desk.reopen(ref(), List.of(LINE), at, customer));
      received();
      inspect(true);
      settle();
      pay();
      dispatch();
      close();
    }

    void declined() {
      at = at.plus(HOURS);
      did(
          desk.decline(
              ref(),
              "Nomor seri pada foto bukan unit yang kami kirim; sudah dibicarakan lewat telepon.",
              at,
              team.agent()));
    }

    void cancelled() {
      at = at.plus(DAY);
      did(desk.cancel(ref(), at, customer));
    }

    void expired() {
      authorized();
      var due = rma().dueAt();
      at = (due == null ? at.plus(DAY) : due).plus(HOURS);
      did(desk.expire(ref(), at, new Actor.Clock()));
    }

    private Parcel parcel() {
      parcels++;
      var couriers = List.of(Courier.JNE, Courier.SICEPAT, Courier.ANTERAJA, Courier.JNT);
      return new Parcel(
          couriers.get(parcels % couriers.size()),
          new WaybillNumber("DEMO%08d".formatted(10_000_000 + parcels)));
    }

    private CaseRef ref() {
      return CaseRef.latest(rma().id());
    }

    private Rma rma() {
      if (rma == null) {
        throw new IllegalStateException("A step before the case was opened");
      }
      return rma;
    }

    private void did(Answer<Rma> answer) {
      rma = granted(answer);
    }

    private <T> T granted(Answer<T> answer) {
      return switch (answer) {
        case Answer.Done<T>(var value) -> value;
        case Answer.Refused<T>(var reasons) ->
            throw new IllegalStateException(
                "The demonstration case %s was refused a step: %s"
                    .formatted(script.plot(), reasons));
      };
    }
  }
}
