package io.tukar.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderStatus;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sold leaves once, tested, and is written down with its line. */
@TukarTest
@FreshDatabase
class PackingTableTest {

  /** Half past midnight of the 11th in the shop, still the 10th elsewhere. */
  private static final Instant AT = Instant.parse("2026-03-10T17:30:00Z");

  private static final Actor INSPECTOR = new Actor.Staff(7, Role.INSPECTOR);
  private static final AtomicInteger TESTS = new AtomicInteger();

  @Autowired private PackingTable table;
  @Autowired private OrderBook orders;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;

  private final int n = TESTS.incrementAndGet();
  private final String phone = "PACK-PHONE-" + n;
  private final String cable = "PACK-CABLE-" + n;
  private long order;

  @BeforeEach
  void anOpenOrderOfTwoPhonesAndThreeCables() {
    var shop = new ShopFixture(jdbc);
    shop.product(phone, 1_000_000, 3);
    shop.counted(cable, 20_000, 5);
    order =
        shop.order(
            LocalDate.of(2026, 3, 9),
            new ShopFixture.Line(phone, 2, 950_000),
            new ShopFixture.Line(cable, 3, 20_000));
    jdbc.sql(
            "update sales_order set status = 'OPEN', dispatched_on = null, received_on = null"
                + " where id = ?")
        .param(order)
        .update();
  }

  @Test
  void whatIsScannedLeavesAndIsWrittenDownWithItsLine() {
    var waybill = new WaybillNumber("JX0012345678");
    done(send(packed(Set.of(unit(1), unit(2)), Map.of(2, 3), Courier.JNE, waybill, false)));

    var now = orders.find(order).orElseThrow();
    assertThat(now.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(now.dispatchedOn()).as("the shop's day").isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(orders.serialsOf(now.items().getFirst().id()))
        .containsExactly(ShopFixture.serial(phone, 1), ShopFixture.serial(phone, 2));
    assertThat(onHand(phone)).isEqualTo(1);
    assertThat(onHand(cable)).isEqualTo(2);
    assertThat(place(1)).isEqualTo("CUSTOMER");
    var parcel = table.parcels(order).getFirst();
    assertThat(parcel.waybill()).isEqualTo(waybill);
    assertThat(parcel.quantities()).isEqualTo(Map.of(1, 2, 2, 3));
    assertThat(parcel.serials()).hasSize(2);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anOrderLeavesInPartsAndStaysOpenUntilTheLast() {
    done(send(packed(Set.of(unit(1)), Map.of())));
    assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(list().line(1).missing()).isEqualTo(1);

    assertThat(reasons(send(packed(Set.of(unit(2), unit(3)), Map.of()))))
        .containsExactly("packed-all-of-it");
    assertThat(reasons(send(packed(Set.of(), Map.of(2, 4))))).containsExactly("pack-at-most");
    done(send(packed(Set.of(unit(3)), Map.of(2, 3))));

    assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(list().complete()).isTrue();
    assertThat(reasons(send(packed(Set.of(), Map.of(2, 1))))).containsExactly("order-not-to-pack");
    assertThat(table.parcels(order)).hasSize(2);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatNeedsNoParcelEndsTheOrderWhenThePackerSaysSo() {
    done(send(packed(Set.of(unit(1), unit(2)), Map.of(), null, null, true)));

    assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(onHand(cable)).isEqualTo(5);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void noUnitLeavesWithoutAPassOrFromElsewhereOrForAnotherOrder() {
    jdbc.sql("update unit set qc_passed_at = null where id = ?").param(unit(1)).update();
    var other = "PACK-OTHER-" + n;
    new ShopFixture(jdbc).product(other, 1_000_000, 1);

    assertThat(reasons(send(packed(Set.of(unit(1)), Map.of()))))
        .containsExactly("unit-not-checked");
    assertThat(reasons(send(packed(Set.of(unit(other, 1)), Map.of()))))
        .containsExactly("unit-of-no-line");
    assertThat(reasons(send(packed(Set.of(), Map.of(1, 1))))).containsExactly("pack-by-serial");
    assertThat(reasons(send(packed(Set.of(), Map.of(9, 1))))).containsExactly("line-unknown");
    assertThat(reasons(send(packed(Set.of(), Map.of())))).containsExactly("packed-nothing");
    assertThat(reasons(send(packed(Set.of(987_654_321L), Map.of())))).containsExactly("unit-gone");
    assertThat(
            reasons(
                send(
                    packed(
                        Set.of(unit(2)),
                        Map.of(),
                        null,
                        new WaybillNumber("JX0012345678"),
                        false))))
        .containsExactly("choice-missing");
    assertThat(onHand(phone)).isEqualTo(3);
    assertThat(table.parcels(order)).isEmpty();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatCasesHoldIsNotSold() {
    jdbc.sql("update stock_level set held = 2 where sku = ?").param(phone).update();

    var refused = send(packed(Set.of(unit(1), unit(2)), Map.of()));

    assertThat(reasons(refused)).containsExactly("fewer-free");
    assertThat(place(1)).isEqualTo("SHELF");
    done(send(packed(Set.of(unit(1)), Map.of())));
    jdbc.sql("update stock_level set held = 0 where sku = ?").param(phone).update();
  }

  @Test
  void aFormSentTwiceAtOnceIsOneParcel() throws Exception {
    var key = UUID.randomUUID();
    var packed = packed(Set.of(unit(1)), Map.of(2, 1));

    var answers = together(8, () -> table.send(packed, key, AT, INSPECTOR));

    assertThat(answers.stream().map(PackingTableTest::done).distinct()).hasSize(1);
    assertThat(table.parcels(order)).hasSize(1);
    assertThat(onHand(cable)).isEqualTo(4);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void ofTwoPackersWithTheSameUnitOneSendsIt() throws Exception {
    var answers =
        together(
            6,
            () -> table.send(packed(Set.of(unit(1)), Map.of()), UUID.randomUUID(), AT, INSPECTOR));

    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
    assertThat(
            answers.stream()
                .filter(Answer.Refused.class::isInstance)
                .flatMap(answer -> reasons(answer).stream()))
        .hasSize(5)
        .containsOnly("unit-elsewhere");
    assertThat(onHand(phone)).isEqualTo(2);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aUnitThatCameBackAndIsSoldAnewBelongsToItsNewOrder() {
    done(send(packed(Set.of(unit(1)), Map.of())));
    jdbc.sql("update unit set place = 'SHELF' where id = ?").param(unit(1)).update();
    jdbc.sql(
            """
            insert into stock_move (sku, unit_id, quantity, from_place, to_place, cause, at, actor)
            values (?, ?, 1, 'CUSTOMER', 'SHELF', 'returned', now(), 'clock')
            """)
        .params(phone, unit(1))
        .update();
    jdbc.sql("update stock_level set on_hand = on_hand + 1 where sku = ?").param(phone).update();
    var first = order;
    anotherOrder();

    done(send(packed(Set.of(unit(1)), Map.of())));

    var serial = ShopFixture.serial(phone, 1);
    assertThat(serials(first)).doesNotContain(serial);
    assertThat(serials(order)).contains(serial);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void theDatabaseItselfRefusesMoreThanWasBought() {
    var item = orders.find(order).orElseThrow().items().getFirst().id();

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> jdbc.sql("update sold_item set sent = 3 where id = ?").param(item).update())
        .hasMessageContaining("sent_at_most_what_was_bought");
  }

  private void anotherOrder() {
    order =
        new ShopFixture(jdbc)
            .order(LocalDate.of(2026, 3, 9), new ShopFixture.Line(phone, 1, 950_000));
    jdbc.sql("update sales_order set status = 'OPEN' where id = ?").param(order).update();
  }

  private List<SerialNumber> serials(long ofOrder) {
    return orders.serialsOf(orders.find(ofOrder).orElseThrow().items().getFirst().id());
  }

  private PackingList list() {
    return table.list(number()).orElseThrow();
  }

  private OrderNumber number() {
    return orders.find(order).orElseThrow().number();
  }

  private Packed packed(Set<Long> units, Map<Integer, Integer> counted) {
    return packed(units, counted, null, null, false);
  }

  private Packed packed(
      Set<Long> units,
      Map<Integer, Integer> counted,
      @org.jspecify.annotations.Nullable Courier courier,
      @org.jspecify.annotations.Nullable WaybillNumber waybill,
      boolean last) {
    return new Packed(number(), units, counted, courier, waybill, last);
  }

  private Answer<Long> send(Packed packed) {
    return table.send(packed, UUID.randomUUID(), AT, INSPECTOR);
  }

  private long unit(int no) {
    return unit(phone, no);
  }

  private long unit(String sku, int no) {
    return jdbc.sql("select id from unit where sku = ? and serial = ?")
        .params(sku, ShopFixture.serial(sku, no).value())
        .query(Long.class)
        .single();
  }

  private String place(int no) {
    return jdbc.sql("select place from unit where id = ?")
        .param(unit(no))
        .query(String.class)
        .single();
  }

  private int onHand(String sku) {
    return jdbc.sql("select on_hand from stock_level where sku = ?")
        .param(new Sku(sku).value())
        .query(Integer.class)
        .single();
  }

  private static <T> List<T> together(int many, Callable<T> verb) throws Exception {
    try (var workers = Executors.newFixedThreadPool(many)) {
      var answers = new ArrayList<T>();
      for (var future : workers.invokeAll(java.util.Collections.nCopies(many, verb))) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  private static long done(Answer<Long> answer) {
    return switch (answer) {
      case Answer.Done<Long>(var document) -> document;
      case Answer.Refused<Long>(var reasons) -> throw new AssertionError(reasons.toString());
    };
  }

  private static List<String> reasons(Answer<Long> answer) {
    return switch (answer) {
      case Answer.Refused<Long>(var reasons) -> reasons.stream().map(Refusal::code).toList();
      case Answer.Done<Long> done -> List.of("done");
    };
  }
}
