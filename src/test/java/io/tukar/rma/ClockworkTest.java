package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rows.WritesForTests;
import io.tukar.shipping.Courier;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TukarTest
class ClockworkTest {

  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final Instant MUCH_LATER = MONDAY.plus(Duration.ofDays(60));
  private static final Actor STAFF = new Actor.Staff(1, Role.MANAGER);
  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Parcel JNE = new Parcel(Courier.JNE, new WaybillNumber("JNE0012345"));

  @Autowired private Clockwork clockwork;
  @Autowired private ExchangeDesk desk;
  @Autowired private Rmas rmas;
  @Autowired private Drafts drafts;
  @Autowired private Shelf shelf;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private JdbcTemplate batch;
  @Autowired private TransactionTemplate transactions;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @Test
  void aCustomerWhoDoesNotShipInTimeLosesTheCaseAndItsHoldOnce() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var rma = opened(sku, 1);
    var due = Objects.requireNonNull(rma.dueAt());

    clockwork.expire(due.minusSeconds(1), () -> false);
    assertThat(now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);
    clockwork.expire(due.plusSeconds(1), () -> false);
    assertThat(clockwork.expire(due.plusSeconds(1), () -> false)).isZero();

    assertThat(now(rma).status()).isEqualTo(RmaStatus.EXPIRED);
    assertThat(free(sku)).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aParcelUnderWayOrACaseWithTheShopDoesNotExpire() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 2);
    var sent = opened(sku, 1);
    done(desk.waybill(CaseRef.latest(sent.id()), JNE, MONDAY, CUSTOMER));
    var received = opened(sku, 1);
    done(desk.receive(CaseRef.latest(received.id()), List.of(), MONDAY, STAFF));

    clockwork.expire(MUCH_LATER, () -> false);

    assertThat(now(sent).status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(now(received).status()).isEqualTo(RmaStatus.RECEIVED);
  }

  @Test
  void aReopenedCaseIsLeftToAPerson() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 2);
    var rma = dispatched(sku);
    done(desk.reopen(CaseRef.latest(rma.id()), List.of(1), MONDAY, CUSTOMER));

    clockwork.expire(MUCH_LATER, () -> false);

    assertThat(now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);
  }

  @Test
  void freeStockGoesToWhoeverWaitedFirstAndNobodyIsOvertakenByASmallerWish() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 0);
    var first = opened(sku, 2);
    var second = opened(sku, 1);
    assertThat(now(first).waitsForStock()).isTrue();

    countIn(sku, 1);
    assertThat(clockwork.offerStock(MONDAY, () -> false)).isZero();
    countIn(sku, 1);
    assertThat(clockwork.offerStock(MONDAY, () -> false)).isEqualTo(1);

    assertThat(now(first).waitsForStock()).isFalse();
    assertThat(now(second).waitsForStock()).isTrue();
    assertThat(toldOfStock(first)).containsExactly("SHIP");
    assertThat(toldOfStock(second)).isEmpty();
    countIn(sku, 3);
    assertThat(clockwork.offerStock(MONDAY, () -> false)).isEqualTo(1);
    assertThat(now(second).waitsForStock()).isFalse();
    assertThat(free(sku)).isEqualTo(2);
    assertThat(verification.run().broken()).isEmpty();
  }

  private List<String> toldOfStock(Rma rma) {
    return jdbc.sql(
            """
            select params->>'NEXT' from outbox
            where rma_id = ? and template = 'STOCK_HELD' and recipient like 'customer:%'
            """)
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void aReopenedCaseIsServedBeforeThoseThatWaitedLonger() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var deadAgain = dispatched(sku);
    var waiting = opened(sku, 1);
    done(desk.reopen(CaseRef.latest(deadAgain.id()), List.of(1), MONDAY, CUSTOMER));

    countIn(sku, 1);
    clockwork.offerStock(MONDAY, () -> false);

    assertThat(now(deadAgain).waitsForStock()).isFalse();
    assertThat(now(waiting).waitsForStock()).isTrue();
  }

  @Test
  void aReplacementNobodyComplainsOfClosesTheCaseUnlessMoneyIsOpen() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 2);
    var settled = dispatched(sku);
    var cheaper = Cases.freshSku();
    shop.product(cheaper, 400_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 500_000));
    var owed = done(desk.open(cases.dead(order, 1, new Sku(cheaper)), MONDAY, CUSTOMER));
    dispatch(owed, cheaper);
    var due = Objects.requireNonNull(now(settled).dueAt());

    clockwork.close(due.minusSeconds(1), () -> false);
    assertThat(now(settled).status()).isEqualTo(RmaStatus.DISPATCHED);
    clockwork.close(due.plusSeconds(1), () -> false);

    assertThat(now(settled).status()).isEqualTo(RmaStatus.CLOSED);
    assertThat(now(owed).status()).isEqualTo(RmaStatus.DISPATCHED);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void nothingMoreIsBegunOnceTheProgramIsStopping() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var rma = opened(sku, 1);

    assertThat(clockwork.expire(MUCH_LATER, () -> true)).isZero();

    assertThat(now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);
  }

  private Rma opened(String sku, int quantity) {
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, quantity, 1_000_000));
    return done(desk.open(cases.dead(order, quantity, new Sku(sku)), MONDAY, CUSTOMER));
  }

  private Rma dispatched(String sku) {
    var rma = opened(sku, 1);
    dispatch(rma, sku);
    return rma;
  }

  private void dispatch(Rma rma, String sku) {
    var ref = CaseRef.latest(rma.id());
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), MONDAY, STAFF));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, STAFF));
    var unit = new LineDispatch(1, shelf.shippable(new Sku(sku), 1));
    done(desk.dispatch(ref, JNE, List.of(unit), MONDAY, STAFF));
  }

  private void countIn(String sku, int units) {
    var counted = new Move(new Sku(sku), null, units, Place.SUPPLIER, Place.SHELF, "counted in");
    transactions.executeWithoutResult(
        status ->
            WritesForTests.send(
                batch, rows -> Shelf.move(List.of(counted), null, MONDAY, STAFF, rows)));
  }

  private Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private int free(String sku) {
    return jdbc.sql("select on_hand - held from stock_level where sku = ?")
        .param(sku)
        .query(Integer.class)
        .single();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
