package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
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
import io.tukar.stock.WaitingList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** First come, first served, whoever asks at the same time. */
@TukarTest
@FreshDatabase
class WaitingInOrderTest {

  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final Actor STAFF = new Actor.Staff(1, Role.MANAGER);

  @Autowired private Clockwork clockwork;
  @Autowired private ExchangeDesk desk;
  @Autowired private Rmas rmas;
  @Autowired private Drafts drafts;
  @Autowired private WaitingList waiting;
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
  void whoeverComesLaterWaitsBehindThoseWhoWaitEvenWhenThereIsStockAgain() {
    var sku = shop.counted(Cases.freshSku(), 1_000_000, 0);
    var first = opened(sku, 1, 0);
    var second = opened(sku, 1, 1);
    deliver(sku, 1);
    var third = opened(sku, 1, 2);
    assertThat(now(third).waitsForStock()).as("the unit is the first's").isTrue();
    assertThat(waiting.placesOf(third.id()).get(1)).isEqualTo(new WaitingList.Place(3, 3));
    assertThat(code(desk.offerStock(CaseRef.latest(second.id()), 1, MONDAY, STAFF)))
        .isEqualTo("out-of-stock");
    assertThat(clockwork.offerStock(MONDAY, () -> false)).isEqualTo(1);
    assertThat(now(first).waitsForStock()).isFalse();
    assertThat(waiting.placesOf(third.id()).get(1)).isEqualTo(new WaitingList.Place(2, 2));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aSmallerWishDoesNotOvertakeALargerOneAndOneRunServesAsFarAsTheStockGoes() {
    var sku = shop.counted(Cases.freshSku(), 1_000_000, 0);
    var pair = opened(sku, 2, 0);
    var others = List.of(opened(sku, 1, 1), opened(sku, 1, 2), opened(sku, 1, 3));
    deliver(sku, 1);
    assertThat(clockwork.offerStock(MONDAY, () -> false)).isZero();
    deliver(sku, 3);
    assertThat(clockwork.offerStock(MONDAY, () -> false)).isEqualTo(3);
    assertThat(now(pair).waitsForStock()).isFalse();
    assertThat(others)
        .extracting(rma -> now(rma).waitsForStock())
        .containsExactly(false, false, true);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aReplacementThatWasDeadTooComesBeforeAllOthers() {
    var sku = shop.counted(Cases.freshSku(), 1_000_000, 1);
    var again = opened(sku, 1, 0);
    var ref = CaseRef.latest(again.id());
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.SCRAP)), MONDAY, STAFF));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, STAFF));
    var parcel = new Parcel(Courier.JNE, new WaybillNumber("JNE810001"));
    done(desk.dispatch(ref, parcel, List.of(new LineDispatch(1, List.of())), MONDAY, STAFF));
    var waits = opened(sku, 1, 1);
    done(desk.reopen(ref, List.of(1), MONDAY.plusSeconds(5), STAFF));
    assertThat(waiting.placesOf(again.id()).get(1)).isEqualTo(new WaitingList.Place(1, 2));
    assertThat(waiting.of(sku, 1))
        .extracting(WaitingList.Row::rmaId)
        .containsExactly(again.id(), waits.id());
    deliver(sku, 1);
    clockwork.offerStock(MONDAY, () -> false);
    assertThat(now(again).waitsForStock()).isFalse();
    assertThat(now(waits).waitsForStock()).isTrue();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whoIsSplitOffKeepsThePlaceAndWhoGoesLeavesIt() {
    var sku = shop.counted(Cases.freshSku(), 1_000_000, 0);
    var pair = opened(sku, 2, 0);
    var later = opened(sku, 1, 1);
    var ref = CaseRef.latest(pair.id());
    done(desk.splitNumber(ref, 1, 1, MONDAY.plusSeconds(60), STAFF));
    assertThat(waiting.placesOf(pair.id()).get(2)).isEqualTo(new WaitingList.Place(2, 3));
    assertThat(waiting.placesOf(later.id()).get(1)).isEqualTo(new WaitingList.Place(3, 3));
    done(desk.withdraw(ref, 2, MONDAY, STAFF));
    assertThat(waiting.placesOf(later.id()).get(1)).isEqualTo(new WaitingList.Place(2, 2));
    done(desk.cancel(ref, MONDAY, STAFF));
    assertThat(waiting.placesOf(later.id()).get(1)).isEqualTo(new WaitingList.Place(1, 1));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void nobodyIsOvertakenWhileStockComesAndOthersAskAtTheSameTime() throws Exception {
    var sku = shop.counted(Cases.freshSku(), 1_000_000, 0);
    var early = new ArrayList<Rma>();
    for (int n = 0; n < 8; n++) {
      early.add(opened(sku, 1, n));
    }
    var orders = new ArrayList<Long>();
    for (int n = 0; n < 24; n++) {
      orders.add(order(1));
    }
    var work = new ArrayList<Callable<Object>>();
    for (int n = 0; n < 24; n++) {
      var request = cases.dead(orders.get(n), 1, sku);
      var at = MONDAY.plusSeconds(100 + n);
      work.add(() -> desk.open(request, at, STAFF));
      if (n % 3 == 0) {
        work.add(
            () -> {
              deliver(sku, 1);
              return clockwork.offerStock(at, () -> false);
            });
      }
    }
    try (var stations = Executors.newFixedThreadPool(6)) {
      for (var done : stations.invokeAll(work)) {
        done.get();
      }
    }
    clockwork.offerStock(MONDAY.plusSeconds(500), () -> false);
    assertThat(early)
        .as("eight came first, eight units came")
        .noneMatch(rma -> now(rma).waitsForStock());
    assertThat(waiting.count(sku)).isEqualTo(24);
    assertThat(waiting.of(sku, 1)).extracting(WaitingList.Row::since).isSorted();
    assertThat(verification.run().broken()).isEmpty();
  }

  private Rma opened(Sku wanted, int quantity, int seconds) {
    Instant at = MONDAY.plusSeconds(seconds);
    return done(desk.open(cases.dead(order(quantity), quantity, wanted), at, STAFF));
  }

  private long order(int quantity) {
    var old = shop.counted(Cases.freshSku(), 1_000_000, 0);
    return shop.order(FRIDAY_BEFORE, new ShopFixture.Line(old.value(), quantity, 1_000_000));
  }

  private void deliver(Sku sku, int quantity) {
    var move = new Move(sku, null, quantity, Place.SUPPLIER, Place.SHELF, "delivered");
    transactions.executeWithoutResult(
        transaction ->
            WritesForTests.send(
                batch, writes -> Shelf.move(List.of(move), null, MONDAY, STAFF, writes)));
  }

  private Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static String code(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst().code();
  }
}
