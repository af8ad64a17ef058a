package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.WaybillNumber;
import io.tukar.policy.decision.Outcome;
import io.tukar.shipping.Courier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class ExchangeStoryTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final Actor AGENT = new Actor.Staff(1, Role.AGENT);
  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Parcel JNE = new Parcel(Courier.JNE, new WaybillNumber("JNE0012345"));

  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
  }

  private String sku() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
  }

  @Test
  void aDeadPhoneIsExchangedForTheSameModelFromRequestToClosed() {
    var sku = sku();
    shop.product(sku, 1_500_000, 2);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_400_000));

    var opened = done(desk.open(dead(order, sku), MONDAY, CUSTOMER));
    assertThat(opened.status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(opened.lines().getFirst().goods()).isEqualTo(Goods.HELD);

    var ref = CaseRef.latest(opened.id());
    done(desk.waybill(ref, JNE, MONDAY, CUSTOMER));
    done(desk.receive(ref, List.of(), MONDAY, AGENT));
    done(desk.inspect(ref, List.of(asClaimed(1)), MONDAY, AGENT));
    var settled = done(desk.settle(ref, ShippingCosts.NONE, MONDAY, AGENT));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(0));
    var sent =
        done(
            desk.dispatch(
                ref,
                JNE,
                List.of(new LineDispatch(1, List.of(ShopFixture.serial(sku, 1)))),
                MONDAY,
                AGENT));
    assertThat(sent.status()).isEqualTo(RmaStatus.DISPATCHED);
    var closed = done(desk.close(ref, MONDAY, CUSTOMER));

    assertThat(closed.status()).isEqualTo(RmaStatus.CLOSED);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void ofThreeLinesOneIsExchangedOneIsSentBackAndOneIsWithdrawn() {
    var good = sku();
    var damaged = sku();
    var kept = sku();
    for (var sku : List.of(good, damaged, kept)) {
      shop.product(sku, 500_000, 1);
    }
    var order =
        shop.order(
            FRIDAY_BEFORE,
            new ShopFixture.Line(good, 1, 500_000),
            new ShopFixture.Line(damaged, 1, 500_000),
            new ShopFixture.Line(kept, 1, 500_000));
    var draft = drafts.start(order, Language.ID, MONDAY);
    for (int line = 1; line <= 3; line++) {
      shop.photos(draft.id(), line, MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    }
    var request = request(order, draft.id(), line(1, good), line(2, damaged), line(3, kept));
    var opened = done(desk.open(request, MONDAY, CUSTOMER));
    var ref = CaseRef.latest(opened.id());

    done(desk.withdraw(ref, 3, MONDAY, CUSTOMER));
    done(desk.receive(ref, List.of(), MONDAY, AGENT));
    done(
        desk.inspect(
            ref,
            List.of(
                asClaimed(1),
                new LineInspection(
                    2,
                    new Seen(false, false, true, true, List.of()),
                    Verdict.CUSTOMER_DAMAGE,
                    Fault.CUSTOMER,
                    Disposition.SEND_BACK,
                    false,
                    "Bekas cairan di dalam bodi")),
            MONDAY,
            AGENT));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, AGENT));
    done(
        desk.dispatch(
            ref,
            JNE,
            List.of(new LineDispatch(1, List.of(ShopFixture.serial(good, 1)))),
            MONDAY,
            AGENT));
    var sent = done(desk.sendBack(ref, JNE, List.of(2), MONDAY, AGENT));

    assertThat(sent.lines())
        .extracting(RmaLine::state)
        .containsExactly(LineState.EXCHANGED, LineState.SENT_BACK, LineState.WITHDRAWN);
    assertThat(done(desk.close(ref, MONDAY, AGENT)).status()).isEqualTo(RmaStatus.CLOSED);
    assertThat(free(damaged)).isEqualTo(1);
    assertThat(free(kept)).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aDearerReplacementShipsOnlyOnceTheDifferenceIsPaid() {
    var old = sku();
    var dearer = sku();
    shop.product(old, 1_000_000, 0);
    shop.product(dearer, 1_250_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(old, 1, 1_000_000));
    var ref = CaseRef.latest(done(desk.open(dead(order, dearer), MONDAY, CUSTOMER)).id());
    done(desk.receive(ref, List.of(), MONDAY, AGENT));
    done(desk.inspect(ref, List.of(asClaimed(1)), MONDAY, AGENT));

    var settled = done(desk.settle(ref, ShippingCosts.NONE, MONDAY, AGENT));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(250_000));
    var dispatch = List.of(new LineDispatch(1, List.of(ShopFixture.serial(dearer, 1))));
    assertThat(refused(desk.dispatch(ref, JNE, dispatch, MONDAY, AGENT)))
        .extracting(Refusal::code)
        .containsExactly("unpaid");

    done(desk.paidIn(ref, Money.rupiah(250_000), "BCA-778", MONDAY, AGENT));
    assertThat(refused(desk.paidIn(ref, Money.rupiah(1), "BCA-778", MONDAY, AGENT)))
        .extracting(Refusal::code)
        .containsExactly("reference-booked");
    done(desk.dispatch(ref, JNE, dispatch, MONDAY, AGENT));
    done(desk.close(ref, MONDAY, AGENT));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aReplacementThatIsDeadTooReopensTheCaseWithPriority() {
    var sku = sku();
    shop.product(sku, 1_500_000, 2);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_400_000));
    var ref = CaseRef.latest(done(desk.open(dead(order, sku), MONDAY, CUSTOMER)).id());
    goOnce(ref, sku, 1);

    var again = done(desk.reopen(ref, List.of(1), MONDAY, CUSTOMER));

    assertThat(again.priority()).isTrue();
    assertThat(again.status()).isEqualTo(RmaStatus.AUTHORIZED);
    goOnce(ref, sku, 2);
    done(desk.close(ref, MONDAY, CUSTOMER));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aLateRequestIsDeclinedAndAnOverrideNeedsAWrittenReason() {
    var sku = sku();
    shop.product(sku, 1_500_000, 1);
    var order = shop.order(LocalDate.of(2026, 2, 2), new ShopFixture.Line(sku, 1, 1_400_000));

    var checked = done(desk.preCheck(dead(order, sku), MONDAY));
    assertThat(checked.outcome()).isEqualTo(Outcome.DECLINED);
    var opened = done(desk.open(dead(order, sku), MONDAY, CUSTOMER));

    assertThat(opened.status()).isEqualTo(RmaStatus.DECLINED);
    assertThat(free(sku)).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsInACaseCannotBeAskedForAgain() {
    var sku = sku();
    shop.product(sku, 1_500_000, 5);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_400_000));
    var first = done(desk.open(dead(order, sku), MONDAY, CUSTOMER));

    var second = refused(desk.open(dead(order, sku), MONDAY, CUSTOMER));

    assertThat(second)
        .containsExactly(Refusal.of("already-in-case", "lines[0].quantity", first.requestNumber()));
    done(desk.cancel(CaseRef.latest(first.id()), MONDAY, CUSTOMER));
    done(desk.open(dead(order, sku), MONDAY, CUSTOMER));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aFirstContactFinerThanTheDatabaseKeepsStillFoldsToItsRow() {
    var sku = sku();
    shop.product(sku, 1_500_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_400_000));
    var finer = MONDAY.plusNanos(123_456_789);

    done(
        desk.open(
            new OpenRequest(
                order, Channel.API, Language.ID, finer, null, null, List.of(line(1, sku)), null),
            finer,
            CUSTOMER));

    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aStaleFormIsRefused() {
    var sku = sku();
    shop.product(sku, 1_500_000, 5);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_400_000));
    var opened = done(desk.open(dead(order, sku), MONDAY, CUSTOMER));
    done(desk.receive(CaseRef.latest(opened.id()), List.of(), MONDAY, AGENT));

    var stale = refused(desk.cancel(new CaseRef(opened.id(), opened.version()), MONDAY, CUSTOMER));

    assertThat(stale).extracting(Refusal::code).containsExactly("stale");
  }

  @Test
  void anExpiredCaseLetsItsHoldGo() {
    var sku = sku();
    shop.product(sku, 1_500_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_400_000));
    var opened = done(desk.open(dead(order, sku), MONDAY, CUSTOMER));
    assertThat(free(sku)).isZero();

    done(
        desk.expire(
            CaseRef.latest(opened.id()), MONDAY.plus(Duration.ofDays(40)), new Actor.Clock()));

    assertThat(free(sku)).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  private void goOnce(CaseRef ref, String sku, int unit) {
    done(desk.receive(ref, List.of(), MONDAY, AGENT));
    done(desk.inspect(ref, List.of(asClaimed(1)), MONDAY, AGENT));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, AGENT));
    done(
        desk.dispatch(
            ref,
            JNE,
            List.of(new LineDispatch(1, List.of(ShopFixture.serial(sku, unit)))),
            MONDAY,
            AGENT));
  }

  private OpenRequest dead(long order, String wanted) {
    var draft = drafts.start(order, Language.ID, MONDAY);
    shop.photos(draft.id(), 1, MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    return request(order, draft.id(), line(1, wanted));
  }

  private static OpenRequest request(long order, @Nullable UUID draft, OpenRequest.Line... lines) {
    return new OpenRequest(
        order,
        Channel.PORTAL,
        Language.ID,
        MONDAY,
        ContactChannel.PORTAL,
        draft,
        List.of(lines),
        null);
  }

  private static OpenRequest.Line line(int orderLine, String wanted) {
    return new OpenRequest.Line(
        orderLine,
        1,
        ReturnReason.DEAD_ON_ARRIVAL,
        Symptom.NO_POWER,
        new Sku(wanted),
        new OpenRequest.Claimed(null, null, true),
        null,
        null);
  }

  private static LineInspection asClaimed(int line) {
    return new LineInspection(
        line,
        new Seen(null, true, true, true, List.of()),
        Verdict.AS_CLAIMED,
        Fault.SHOP,
        Disposition.VENDOR_RMA,
        null,
        null);
  }

  private int free(String sku) {
    return jdbc.sql("select on_hand - held from stock_level where sku = ?")
        .param(sku)
        .query(Integer.class)
        .single();
  }

  static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  static <T> List<Refusal> refused(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer).reasons();
  }
}
