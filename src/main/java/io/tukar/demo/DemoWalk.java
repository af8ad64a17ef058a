package io.tukar.demo;

import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.SerialNumber;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Channel;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.OpenRequest;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.ShippingCosts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case on its way; each step comes some hours or days after the one before. */
final class DemoWalk {

  static final int LINE = 1;

  private static final Money SHIPPING = Money.rupiah(24_000);
  private static final Duration HOURS = Duration.ofMinutes(90);
  private static final Duration DAY = Duration.ofDays(1);

  private final DemoRooms rooms;
  private final ExchangeDesk desk;
  private final DemoStaff.Team team;
  private final Script script;
  private final DemoOrders.Order order;
  private final long orderId;
  private final Actor customer;
  private final SerialNumber serial;
  private final DemoClaim claim;
  private final DemoFindings findings;
  private Instant at;
  private @Nullable Rma rma;

  DemoWalk(DemoRooms rooms, Script script, DemoOrders.Order order, long orderId, Actor customer) {
    this.rooms = rooms;
    this.desk = rooms.desk();
    this.team = rooms.team();
    this.script = script;
    this.order = order;
    this.orderId = orderId;
    this.customer = customer;
    this.at = script.requestedAt();
    var tags = order.lines().getFirst().tags();
    var tag = tags.isEmpty() ? null : tags.getFirst().serial();
    this.serial = tag == null ? new SerialNumber("TANPA-SERI") : tag;
    this.claim = new DemoClaim(script, tag);
    this.findings = new DemoFindings(script);
  }

  void open() throws IOException {
    var language = order.buyer().name().length() % 6 == 0 ? Language.EN : Language.ID;
    var called = script.sold().value().hashCode() % 5 == 0;
    var draft = rooms.drafts().start(orderId, language, at);
    for (var slot : claim.slots()) {
      at = at.plusSeconds(25);
      photo(new Album.OfDraft(draft.id()), slot, PhotoSource.CUSTOMER, customer);
    }
    at = at.plusSeconds(70);
    did(
        desk.open(
            new OpenRequest(
                orderId,
                called ? Channel.DESK : Channel.PORTAL,
                language,
                draft.startedAt(),
                called ? ContactChannel.PHONE : ContactChannel.PORTAL,
                draft.id(),
                List.of(claim.line()),
                claim.remark()),
            at,
            customer));
  }

  private void photo(Album album, PhotoSlot slot, PhotoSource source, Actor by) throws IOException {
    var category = rooms.goods().item(script.sold()).category();
    granted(
        rooms
            .photos()
            .attach(
                album,
                new Caption(LINE, slot, source),
                rooms.pictures().of(slot, category, serial.value()),
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
    did(desk.waybill(ref(), rooms.parcels().next(), at, customer));
  }

  void received() throws IOException {
    underWay();
    at = at.plus(DAY);
    did(desk.receive(ref(), List.of(), at, team.inspector()));
    photo(
        new Album.OfCase(rma().id()), PhotoSlot.PACKAGING, PhotoSource.INSPECTOR, team.inspector());
  }

  void inspected(boolean accepted) throws IOException {
    received();
    inspect(accepted);
  }

  private void inspect(boolean accepted) {
    at = at.plus(HOURS);
    did(
        desk.inspect(
            ref(),
            List.of(accepted ? findings.asClaimed() : findings.brokenByCustomer()),
            at,
            team.inspector()));
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
        rooms.goods().item(script.wanted()).serialised()
            ? rooms.shelf().shippable(script.wanted(), 1)
            : List.<SerialNumber>of();
    did(
        desk.dispatch(
            ref(),
            rooms.parcels().next(),
            List.of(new LineDispatch(LINE, units)),
            at,
            team.inspector()));
  }

  void sentBack() throws IOException {
    inspected(false);
    settle();
    pay();
    at = at.plus(HOURS);
    did(desk.sendBack(ref(), rooms.parcels().next(), List.of(LINE), at, team.inspector()));
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
              "The demonstration case %s was refused a step: %s".formatted(script.plot(), reasons));
    };
  }
}
