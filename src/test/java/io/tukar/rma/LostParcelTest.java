package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Shipments;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parcels that do not arrive, on either leg. */
@TukarTest
class LostParcelTest {

  private static final Instant NOW = Cases.MONDAY;
  private static final Instant LATER = NOW.plus(Duration.ofDays(16));
  private static final Actor MANAGER = new Actor.Staff(1, Role.MANAGER);
  private static final Actor AGENT = new Actor.Staff(2, Role.AGENT);

  @Autowired private JdbcClient jdbc;
  @Autowired private ExchangeDesk desk;
  @Autowired private ParcelDesk parcels;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Shipments shipments;
  @Autowired private Worklist worklist;
  @Autowired private Verification verification;

  private Cases cases;
  private ShopFixture shop;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @AfterEach
  void everythingStillAddsUp() {
    assertThat(verification.run().broken()).isEmpty();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static List<String> refused(Answer<Rma> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<Rma>) answer).reasons().stream().map(Refusal::code).toList();
  }

  private Rma authorized(int stock) {
    var sku = Cases.freshSku();
    shop.product(sku, 1_500_000, stock);
    var order = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 1_400_000));
    return done(desk.open(cases.dead(order, 1, new Sku(sku)), NOW, new Actor.Customer(1)));
  }

  private Rma sentIn(int stock) {
    var rma = authorized(stock);
    return done(
        desk.waybill(
            CaseRef.latest(rma.id()),
            new Parcel(Courier.JNE, new WaybillNumber("IN" + rma.requestNumber().value())),
            NOW,
            AGENT));
  }

  private Rma dispatched(int stock) {
    var rma = authorized(stock);
    var ref = CaseRef.latest(rma.id());
    done(desk.receive(ref, List.of(), NOW, MANAGER));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), NOW, MANAGER));
    done(desk.settle(ref, ShippingCosts.NONE, NOW, MANAGER));
    return dispatch(rma, 1, "OUT1", NOW);
  }

  private Rma dispatch(Rma rma, int unit, String prefix, Instant at) {
    return done(
        desk.dispatch(
            CaseRef.latest(rma.id()),
            new Parcel(Courier.JNE, new WaybillNumber(prefix + rma.requestNumber().value())),
            List.of(new LineDispatch(1, List.of(serial(rma, unit)))),
            at,
            MANAGER));
  }

  private static SerialNumber serial(Rma rma, int n) {
    return ShopFixture.serial(rma.lines().getFirst().wantedSku().value(), n);
  }

  private Shipment parcel(Rma rma) {
    return shipments.of(rma.id()).getLast();
  }

  private Answer<Rma> lost(Rma rma, LostRemedy remedy, Actor by) {
    return desk.parcelLost(
        CaseRef.latest(rma.id()), parcel(rma).id(), remedy, "Kata kurir hilang", LATER, by);
  }

  private String place(Rma rma, int unit) {
    return jdbc.sql("select place from unit where serial = ?")
        .param(serial(rma, unit).value())
        .query(String.class)
        .single();
  }

  private String lastLetter(Rma rma) {
    return jdbc.sql("select template from outbox where rma_id = ? order by id desc limit 1")
        .param(rma.id())
        .query(String.class)
        .single();
  }

  @Test
  void aLostReplacementIsBookedAsLostAndSentOnceMore() {
    var rma = dispatched(2);

    var back = done(lost(rma, LostRemedy.SEND_AGAIN, AGENT));

    assertThat(back.status()).isEqualTo(RmaStatus.SETTLED);
    assertThat(back.lines().getFirst().state()).isEqualTo(LineState.ACCEPTED);
    assertThat(back.lines().getFirst().goods()).isEqualTo(Goods.HELD);
    assertThat(back.dueAt()).isAfter(LATER);
    assertThat(place(rma, 1)).isEqualTo("LOST");
    assertThat(
            jdbc.sql(
                    "select to_place from stock_move where rma_id = ? and cause = 'lost on the way'")
                .param(rma.id())
                .query(String.class)
                .single())
        .isEqualTo("LOST");
    assertThat(lastLetter(rma)).isEqualTo("PARCEL_LOST");
    assertThat(parcel(rma).seen()).map(seen -> seen.status()).contains(TrackingStatus.LOST);

    var again = dispatch(rma, 2, "OUT2", LATER);
    assertThat(again.status()).isEqualTo(RmaStatus.DISPATCHED);
    assertThat(done(desk.close(CaseRef.latest(rma.id()), LATER, AGENT)).status())
        .isEqualTo(RmaStatus.CLOSED);
  }

  @Test
  void withNothingLeftTheCaseWaitsForStockAgain() {
    var rma = dispatched(1);
    var back = done(lost(rma, LostRemedy.SEND_AGAIN, AGENT));
    assertThat(back.status()).isEqualTo(RmaStatus.SETTLED);
    assertThat(back.waitsForStock()).isTrue();
  }

  @Test
  void theCustomersLostGoodsEndTheCaseAndLetGoWhatItHeld() {
    var rma = sentIn(1);
    var ended = done(lost(rma, LostRemedy.END, AGENT));
    assertThat(ended.status()).isEqualTo(RmaStatus.CLOSED);
    assertThat(ended.dueAt()).isNull();
    assertThat(ended.lines().getFirst().state()).isEqualTo(LineState.RELEASED);
    assertThat(lastLetter(rma)).isEqualTo("PARCEL_LOST");
    assertThat(
            jdbc.sql("select held from stock_level where sku = ?")
                .param(rma.lines().getFirst().wantedSku().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void onlyAManagerReplacesGoodsThatNeverCame() {
    var rma = sentIn(1);
    assertThat(refused(lost(rma, LostRemedy.REPLACE, AGENT))).containsExactly("manager-needed");

    var replaced = done(lost(rma, LostRemedy.REPLACE, MANAGER));

    assertThat(replaced.status()).isEqualTo(RmaStatus.INSPECTED);
    assertThat(replaced.lines().getFirst().goods()).isEqualTo(Goods.HELD);
    done(desk.settle(CaseRef.latest(rma.id()), ShippingCosts.NONE, LATER, MANAGER));
    assertThat(dispatch(rma, 1, "OUT3", LATER).status()).isEqualTo(RmaStatus.DISPATCHED);
  }

  @ParameterizedTest
  @CsvSource({
    "SEND_AGAIN, hilang, remedy-not-this-leg",
    "END, '  ', reason-needed",
  })
  void aDeclarationThatDoesNotFitChangesNothing(LostRemedy remedy, String reason, String code) {
    var rma = sentIn(1);
    assertThat(
            refused(
                desk.parcelLost(
                    CaseRef.latest(rma.id()), parcel(rma).id(), remedy, reason, LATER, AGENT)))
        .containsExactly(code);
    assertThat(rmas.find(rma.id())).contains(rma);
  }

  @Test
  void aParcelOfAnotherCaseOrOneThatArrivedIsNotLost() {
    var rma = dispatched(2);
    var other = sentIn(1);
    assertThat(
            refused(
                desk.parcelLost(
                    CaseRef.latest(rma.id()),
                    parcel(other).id(),
                    LostRemedy.SEND_AGAIN,
                    "hilang",
                    LATER,
                    AGENT)))
        .containsExactly("no-such-parcel");
    parcels.report(
        rma.id(),
        parcel(rma).id(),
        List.of(new TrackingReport(TrackingStatus.DELIVERED, NOW.plusSeconds(3600))),
        "test",
        LATER);
    assertThat(refused(lost(rma, LostRemedy.SEND_AGAIN, AGENT)))
        .containsExactly("parcel-delivered");
  }

  @Test
  void aParcelOfAnEarlierRoundIsNotLostInThisOne() {
    var rma = dispatched(3);
    var first = parcel(rma);
    var ref = CaseRef.latest(rma.id());
    done(desk.reopen(ref, List.of(1), NOW, AGENT));
    done(desk.receive(ref, List.of(), NOW, MANAGER));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), NOW, MANAGER));
    done(desk.settle(ref, ShippingCosts.NONE, NOW, MANAGER));
    dispatch(rma, 2, "OUT5", LATER);
    assertThat(
            refused(
                desk.parcelLost(ref, first.id(), LostRemedy.SEND_AGAIN, "hilang", LATER, MANAGER)))
        .containsExactly("not-now");
    done(lost(rma, LostRemedy.SEND_AGAIN, MANAGER));
    assertThat(place(rma, 2)).isEqualTo("LOST");
    assertThat(place(rma, 1)).isNotEqualTo("LOST");
  }

  @Test
  void aParcelNobodyHasSeenForTwoWeeksStandsOnAListOfItsOwn() {
    var rma = sentIn(1);
    assertThat(inTrouble(NOW.plus(Duration.ofDays(13)))).doesNotContain(rma.id());
    assertThat(inTrouble(NOW.plus(Duration.ofDays(15)))).contains(rma.id());
    parcels.report(
        rma.id(),
        parcel(rma).id(),
        List.of(new TrackingReport(TrackingStatus.IN_TRANSIT, NOW.plus(Duration.ofDays(10)))),
        "test",
        NOW.plus(Duration.ofDays(10)));
    assertThat(inTrouble(NOW.plus(Duration.ofDays(15)))).doesNotContain(rma.id());
    parcels.report(
        rma.id(),
        parcel(rma).id(),
        List.of(new TrackingReport(TrackingStatus.LOST, NOW.plus(Duration.ofDays(11)))),
        "test",
        NOW.plus(Duration.ofDays(11)));
    assertThat(inTrouble(NOW.plus(Duration.ofDays(12)))).contains(rma.id());
  }

  private List<Long> inTrouble(Instant at) {
    return worklist.page(Queue.PARCEL_TROUBLE, null, 50, at).stream().map(WorkRow::id).toList();
  }

  @Test
  void aParcelThatTurnsUpAfterAllStartsNoClock() {
    var rma = dispatched(2);
    var first = parcel(rma);
    done(lost(rma, LostRemedy.SEND_AGAIN, AGENT));
    var again = dispatch(rma, 2, "OUT4", LATER);
    parcels.report(
        rma.id(),
        first.id(),
        List.of(new TrackingReport(TrackingStatus.DELIVERED, LATER)),
        "test",
        LATER.plusSeconds(60));
    assertThat(rmas.find(rma.id())).contains(again);
  }
}
