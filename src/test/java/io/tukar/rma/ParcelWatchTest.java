package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Addresses;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierReport;
import io.tukar.shipping.CourierReports;
import io.tukar.shipping.Pickup;
import io.tukar.shipping.Pickups;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Shipments;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import io.tukar.shipping.Trackings;
import io.tukar.shipping.gateway.AggregatorForTests;
import io.tukar.shipping.gateway.Biteship;
import io.tukar.shipping.gateway.CourierGateways;
import io.tukar.shipping.gateway.RajaOngkir;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Parcels as couriers tell of them, from the gateways to the case. */
@TukarTest
class ParcelWatchTest {

  private static final Instant NOW = Cases.MONDAY;
  private static final Actor STAFF = new Actor.Staff(1, Role.MANAGER);
  private static final Duration SOON = Duration.ofSeconds(2);

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Shipments shipments;
  @Autowired private Trackings trackings;
  @Autowired private CourierReports reports;
  @Autowired private Pickups pickups;
  @Autowired private Addresses addresses;
  @Autowired private CaseFiles files;
  @Autowired private ShippingRoom shippingRoom;
  @Autowired private Promises promises;
  @Autowired private Clockwork clockwork;
  @Autowired private Worklist worklist;
  @Autowired private History history;
  @Autowired private Verification verification;

  private final AggregatorForTests there = new AggregatorForTests();
  private ParcelDesk parcels;
  private ParcelWatch watch;
  private Cases cases;
  private ShopFixture shop;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
    jdbc.sql("update shipment set poll_at = null").update();
    with(
        new CourierGateways(
            List.of(
                new RajaOngkir(there.address(), "k", SOON),
                new Biteship(there.address(), "k", SOON))));
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, phone, city)
            values ('Toko', 'PT Toko', 'Jl. Dua', '+622100000000', 'Jakarta') on conflict do nothing
            """)
        .update();
  }

  private void with(CourierGateways gateways) {
    parcels =
        new ParcelDesk(
            transactions, files, shippingRoom, shipments, trackings, pickups, gateways, promises);
    watch =
        new ParcelWatch(
            gateways, trackings, reports, pickups, shipments, addresses, parcels, desk, rmas);
  }

  @AfterEach
  void close() {
    there.close();
    assertThat(verification.run().broken()).isEmpty();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private Rma authorized() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_500_000, 2);
    var order =
        shop.order(
            NOW.atZone(ZoneOffset.UTC).toLocalDate().minusDays(3),
            new ShopFixture.Line(sku, 1, 1_400_000));
    jdbc.sql("update customer set address = 'Jl. Satu', city = 'Bandung', postcode = '40132'")
        .update();
    return done(desk.open(cases.dead(order, 1, new Sku(sku)), NOW, new Actor.Customer(1)));
  }

  private Rma dispatched(WaybillNumber waybill) {
    var rma = authorized();
    var ref = CaseRef.latest(rma.id());
    done(desk.receive(ref, List.of(), NOW, STAFF));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), NOW, STAFF));
    done(desk.settle(ref, ShippingCosts.NONE, NOW, STAFF));
    var sku = rma.lines().getFirst().wantedSku();
    return done(
        desk.dispatch(
            ref,
            new Parcel(Courier.JNE, waybill),
            List.of(new LineDispatch(1, List.of(ShopFixture.serial(sku.value(), 1)))),
            NOW,
            STAFF));
  }

  private Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private Shipment parcel(Rma rma) {
    return shipments.of(rma.id()).getLast();
  }

  private static String delivered(String date, String time) {
    return """
        {"meta":{"code":200},"data":{"delivered":true,"summary":{"status":"DELIVERED"},
         "delivery_status":{"pod_date":"%s","pod_time":"%s"},"manifest":[]}}
        """
        .formatted(date, time);
  }

  private List<String> letters(Rma rma) {
    return jdbc.sql("select template from outbox where rma_id = ? order by id")
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void proofOfDeliveryStartsTheCustomersTimeToAnswerOnce() {
    var rma = dispatched(new WaybillNumber("JNE000000001"));
    there.says(200, delivered("2026-03-18", "10:12"));
    var later = NOW.plus(Duration.ofDays(3));

    assertThat(watch.poll(later, () -> false)).isEqualTo(1);

    var then = now(rma);
    assertThat(then.dueAt()).isAfter(rma.dueAt());
    assertThat(then.dueAt())
        .isEqualTo(
            promises.customer(Instant.parse("2026-03-18T03:12:00Z"), Promises.ANSWER_WORKING_DAYS));
    assertThat(history.of(rma.id()).getLast().event())
        .isInstanceOfSatisfying(
            RmaEvent.Delivered.class,
            event ->
                assertThat(event.deliveredAt()).isEqualTo(Instant.parse("2026-03-18T03:12:00Z")));
    assertThat(letters(rma)).endsWith("DOES_IT_WORK");
    assertThat(parcel(rma).seen()).map(seen -> seen.status()).contains(TrackingStatus.DELIVERED);

    var version = then.version();
    parcels.report(
        rma.id(),
        parcel(rma).id(),
        List.of(
            new TrackingReport(TrackingStatus.DELIVERED, null),
            new TrackingReport(TrackingStatus.DELIVERED, later),
            new TrackingReport(TrackingStatus.IN_TRANSIT, later.minusSeconds(60))),
        "test",
        later);
    assertThat(now(rma).version()).isEqualTo(version);
    assertThat(parcel(rma).seen()).map(seen -> seen.status()).contains(TrackingStatus.DELIVERED);
    assertThat(watch.poll(later.plus(Duration.ofDays(1)), () -> false)).isZero();
  }

  @Test
  void aDeliveryFromTheFutureIsKeptOut() {
    var rma = dispatched(new WaybillNumber("JNE000000002"));
    there.says(200, delivered("2026-05-01", "10:12"));
    watch.poll(NOW, () -> false);
    assertThat(now(rma)).isEqualTo(rma);
    assertThat(parcel(rma).seen()).isEmpty();
  }

  @Test
  void whatIsStillOnItsWayIsNotClosedByTheTimer() {
    var rma = dispatched(new WaybillNumber("JNE000000003"));
    parcels.report(
        rma.id(),
        parcel(rma).id(),
        List.of(new TrackingReport(TrackingStatus.IN_TRANSIT, NOW)),
        "test",
        NOW);
    var late = NOW.plus(Duration.ofDays(25));
    clockwork.close(late, () -> false);
    assertThat(now(rma).status()).isEqualTo(RmaStatus.DISPATCHED);
    clockwork.close(NOW.plus(Duration.ofDays(40)), () -> false);
    assertThat(now(rma).status()).isEqualTo(RmaStatus.CLOSED);
  }

  @Test
  void aParcelTheCourierDeliveredAndNobodyReceivedStandsOnAListOfItsOwn() {
    var rma = authorized();
    done(
        desk.waybill(
            CaseRef.latest(rma.id()),
            new Parcel(Courier.JNE, new WaybillNumber("JNE000000004")),
            NOW,
            STAFF));
    assertThat(onList()).doesNotContain(rma.id());
    there.says(200, delivered("2026-03-16", "08:00"));
    watch.poll(NOW.plus(Duration.ofDays(1)), () -> false);
    assertThat(onList()).contains(rma.id());
    assertThat(now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);

    done(desk.receive(CaseRef.latest(rma.id()), List.of(), NOW, STAFF));
    assertThat(onList()).doesNotContain(rma.id());
  }

  private List<Long> onList() {
    return worklist.page(Queue.DELIVERED_NOT_RECEIVED, null, 50, NOW).stream()
        .map(WorkRow::id)
        .toList();
  }

  @Test
  void whoDoesNotAnswerIsAskedLaterEachTimeAndNotAtOnce() {
    var rma = dispatched(new WaybillNumber("JNE000000005"));
    there.says(503, "<html></html>");
    assertThat(watch.poll(NOW, () -> false)).isEqualTo(1);
    assertThat(watch.poll(NOW.plus(Duration.ofMinutes(9)), () -> false)).isZero();
    assertThat(watch.poll(NOW.plus(Duration.ofMinutes(11)), () -> false)).isEqualTo(1);
    assertThat(watch.poll(NOW.plus(Duration.ofMinutes(22)), () -> false)).isZero();
    assertThat(parcel(rma).seen()).isEmpty();
  }

  @Test
  void aRunAsksAboutNoMoreParcelsThanItsBoundAndStopsWhenTold() {
    var rma = authorized();
    var ref = CaseRef.latest(rma.id());
    for (int i = 0; i < 3; i++) {
      done(
          desk.waybill(
              ref, new Parcel(Courier.JNE, new WaybillNumber("JNE10000000" + i)), NOW, STAFF));
    }
    there.says(404, "{\"meta\":{\"code\":404}}");
    var asked = new ArrayList<Integer>();
    assertThat(watch.poll(NOW, () -> asked.size() + there.asked().size() >= 1)).isEqualTo(1);
  }

  @Test
  void withoutAGatewayNobodyIsAskedAndNobodyIsSent() {
    with(new CourierGateways(List.of()));
    var rma = dispatched(new WaybillNumber("JNE000000006"));
    assertThat(watch.poll(NOW, () -> false)).isZero();
    assertThat(parcels.askPickup(CaseRef.latest(rma.id()), Courier.JNE, "REG", 1_000, NOW, STAFF))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aPickupIsAskedForBookedAndToldToTheCustomer() {
    var rma = authorized();
    var ref = CaseRef.latest(rma.id());
    done(parcels.askPickup(ref, Courier.JNE, "REG", 1_500, NOW, STAFF));
    assertThat(parcels.askPickup(ref, Courier.JNE, "REG", 1_500, NOW, STAFF))
        .isInstanceOf(Answer.Refused.class);
    there.says(
        200,
        """
        {"success":true,"id":"order-1","courier":{"waybill_id":"JNEPICK0001"},"price":21000}
        """);

    assertThat(watch.bookPickups(NOW, () -> false)).isEqualTo(1);

    assertThat(now(rma).parcelSent()).isTrue();
    assertThat(letters(rma)).endsWith("PICKUP_BOOKED");
    assertThat(parcel(rma).carriage())
        .satisfies(
            carriage -> {
              assertThat(carriage.booking()).isEqualTo(Booking.BY_GATEWAY);
              assertThat(carriage.paid()).map(cost -> cost.minor()).contains(21_000L);
            });
    assertThat(watch.bookPickups(NOW.plusSeconds(600), () -> false)).isZero();

    reports.keep(
        new CourierReport(
            "biteship",
            Optional.of("order-1"),
            Optional.empty(),
            Optional.of(TrackingStatus.PICKED_UP),
            Optional.of(Money.rupiah(23_000)),
            Optional.empty()),
        NOW.plusSeconds(60));
    assertThat(watch.takeReports(NOW.plusSeconds(70), () -> false)).isEqualTo(1);
    assertThat(watch.takeReports(NOW.plusSeconds(80), () -> false)).isZero();
    assertThat(parcel(rma).seen()).map(seen -> seen.status()).contains(TrackingStatus.PICKED_UP);
    assertThat(parcel(rma).carriage().paid()).map(cost -> cost.minor()).contains(23_000L);
  }

  @Test
  void aPickupThatWasNotClearlyAnsweredIsNeverAskedForTwice() {
    var rma = authorized();
    done(parcels.askPickup(CaseRef.latest(rma.id()), Courier.JNE, "REG", 1_500, NOW, STAFF));
    there.says(502, "<html></html>");
    assertThat(watch.bookPickups(NOW, () -> false)).isEqualTo(1);
    assertThat(watch.bookPickups(NOW.plus(Duration.ofDays(1)), () -> false)).isZero();
    assertThat(there.asked()).hasSize(1);
    assertThat(pickups.of(rma.id()))
        .singleElement()
        .extracting(Pickup::state)
        .isEqualTo(Pickup.State.UNKNOWN);

    done(
        desk.pickup(
            CaseRef.latest(rma.id()),
            new Parcel(Courier.JNE, new WaybillNumber("JNEPICK0002")),
            NOW,
            STAFF));
    assertThat(now(rma).parcelSent()).isTrue();
  }

  @Test
  void aReportOfAParcelNobodyKnowsIsPutAside() {
    reports.keep(
        new CourierReport(
            "biteship",
            Optional.empty(),
            Optional.of(new WaybillNumber("UNKNOWN001")),
            Optional.of(TrackingStatus.DELIVERED),
            Optional.empty(),
            Optional.empty()),
        NOW);
    assertThat(watch.takeReports(NOW, () -> false)).isEqualTo(1);
    assertThat(
            jdbc.sql("select outcome from courier_report order by id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("no such parcel");
  }
}
