package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class WorklistTest {

  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final Actor STAFF = new Actor.Staff(1, Role.MANAGER);
  private static final AtomicInteger WAYBILLS = new AtomicInteger(1000);

  @Autowired private Worklist worklist;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @Test
  void aCaseWalksThroughTheQueuesAsItsWorkIsDone() {
    var sku = Cases.freshSku();
    var dearer = Cases.freshSku();
    shop.product(sku, 1_000_000, 0);
    shop.product(dearer, 1_200_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_000_000));
    var rma = done(desk.open(cases.dead(order, 1, new Sku(dearer)), MONDAY, STAFF));
    var ref = CaseRef.latest(rma.id());
    var queues = new ArrayList<List<Queue>>();

    queues.add(queuesOf(rma));
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    queues.add(queuesOf(rma));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.REPAIR)), MONDAY, STAFF));
    queues.add(queuesOf(rma));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, STAFF));
    queues.add(queuesOf(rma));
    done(desk.paidIn(ref, Money.rupiah(200_000), "BCA-W1", MONDAY, STAFF));
    queues.add(queuesOf(rma));
    done(
        desk.dispatch(
            ref,
            parcel(),
            List.of(new LineDispatch(1, List.of(ShopFixture.serial(dearer, 1)))),
            MONDAY,
            STAFF));
    queues.add(queuesOf(rma));
    done(desk.close(ref, MONDAY, STAFF));
    queues.add(queuesOf(rma));

    assertThat(queues)
        .containsExactly(
            List.of(Queue.OPEN, Queue.AWAITING_PARCEL),
            List.of(Queue.OPEN, Queue.TO_INSPECT),
            List.of(Queue.OPEN, Queue.TO_SETTLE),
            List.of(Queue.OPEN, Queue.TO_PAY, Queue.TO_PAY_IN),
            List.of(Queue.OPEN, Queue.TO_DISPATCH),
            List.of(Queue.OPEN, Queue.DISPATCHED),
            List.of());
  }

  @Test
  void aLineWithoutStockWaitsAndItsCaseIsNotYetToDispatch() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 0);
    var rma = opened(sku, null);
    var ref = CaseRef.latest(rma.id());
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.REPAIR)), MONDAY, STAFF));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, STAFF));

    assertThat(queuesOf(rma)).containsExactly(Queue.OPEN, Queue.WAITING_FOR_STOCK);
  }

  @Test
  void theCountOfAQueueIsTheNumberOfItsRowsAndPagesMissNone() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 20);
    for (int i = 0; i < 7; i++) {
      opened(sku, null);
    }
    var late = MONDAY.plus(Duration.ofDays(60));

    for (var queue : Queue.values()) {
      var all = all(queue, 3);
      assertThat(all).doesNotHaveDuplicates();
      assertThat((long) all.size()).as("%s", queue).isEqualTo(worklist.counts(late).get(queue));
    }
    assertThat(worklist.counts(late).get(Queue.OVERDUE)).isGreaterThanOrEqualTo(7);
  }

  @Test
  void whatIsDueFirstStandsFirstAndPriorityBeforeAll() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 20);
    var sooner = opened(sku, null);
    var later =
        done(
            desk.open(
                cases.dead(
                    shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_000_000)),
                    1,
                    new Sku(sku)),
                MONDAY.plus(Duration.ofDays(2)),
                STAFF));
    var urgent = opened(sku, null);
    jdbc.sql("update rma set priority = true, due_at = due_at + interval '9 days' where id = ?")
        .param(urgent.id())
        .update();

    assertThat(all(Queue.AWAITING_PARCEL, 2))
        .containsSubsequence(urgent.id(), sooner.id(), later.id());
  }

  @Test
  void aCaseIsFoundByWhateverSomebodyHasAtHand() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var rma = opened(sku, "Siti Rahmawati %");
    var waybill = parcel();
    done(desk.waybill(CaseRef.latest(rma.id()), waybill, MONDAY, STAFF));
    jdbc.sql(
            "insert into sold_unit (sold_item_id, sku, serial, mac) values (?, ?, 'W20EZ4KTH', '000B82ABCDEF')")
        .params(rma.lines().getFirst().soldItemId(), sku)
        .update();
    var order =
        jdbc.sql("select number from sales_order where id = ?")
            .param(rma.orderId())
            .query(String.class)
            .single();
    var phone =
        jdbc.sql("select phone from customer where id = ?")
            .param(rma.customerId())
            .query(String.class)
            .single();

    for (var typed :
        List.of(
            rma.requestNumber().value().toLowerCase(java.util.Locale.ROOT),
            String.valueOf(rma.rmaNumber()),
            " #" + order,
            "sn: w20ez4kth",
            "00:0b:82:ab:cd:ef",
            waybill.waybill().value(),
            phone.replace("+62", "0"),
            "rahmawati %")) {
      assertThat(worklist.search(typed)).as(typed).extracting(WorkRow::id).contains(rma.id());
    }
    assertThat(worklist.search("%")).isEmpty();
    assertThat(worklist.search("nobody of that name")).isEmpty();
  }

  @Test
  void aRowSaysWhatTheCaseIsAbout() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var rma = opened(sku, "Dewi");

    var row = worklist.search(String.valueOf(rma.rmaNumber())).getFirst();

    assertThat(row.customer()).isEqualTo("Dewi");
    assertThat(row.product()).isEqualTo(sku);
    assertThat(row.reason()).isEqualTo(ReturnReason.DEAD_ON_ARRIVAL);
    assertThat(row.turn()).isEqualTo(Turn.CUSTOMER);
    assertThat(row.lines()).isEqualTo(1);
    assertThat(Worklist.Place.parse(row.place().written())).contains(row.place());
    assertThat(worklist.ofOrder(rma.orderId())).containsExactly(row);
  }

  @Test
  void aChangedLinkIsNoPlace() {
    for (var text : List.of("", "1.2", "x.y.z", "1.99999999999999999999.1", "1.2.3.4")) {
      assertThat(Worklist.Place.parse(text)).as(text).isEmpty();
    }
  }

  private List<Long> all(Queue queue, int perPage) {
    var late = MONDAY.plus(Duration.ofDays(60));
    var all = new ArrayList<Long>();
    Worklist.@Nullable Place after = null;
    while (true) {
      var page = worklist.page(queue, after, perPage, late);
      page.forEach(row -> all.add(row.id()));
      if (page.size() < perPage) {
        return all;
      }
      after = page.getLast().place();
    }
  }

  private List<Queue> queuesOf(Rma rma) {
    return java.util.Arrays.stream(Queue.values())
        .filter(
            queue ->
                worklist.page(queue, null, Worklist.ROWS_MAX, MONDAY).stream()
                    .anyMatch(row -> row.id() == rma.id()))
        .toList();
  }

  private Rma opened(String sku, @Nullable String customer) {
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_000_000));
    if (customer != null) {
      jdbc.sql(
              "update customer set name = ? where id = (select customer_id from sales_order where id = ?)")
          .params(customer, order)
          .update();
    }
    return done(desk.open(cases.dead(order, 1, new Sku(sku)), MONDAY, STAFF));
  }

  private static Parcel parcel() {
    return new Parcel(Courier.JNE, new WaybillNumber("JNEWL" + WAYBILLS.incrementAndGet()));
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
