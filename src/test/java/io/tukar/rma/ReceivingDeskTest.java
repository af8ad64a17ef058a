package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Packaging;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.shipping.Courier;
import io.tukar.stock.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parcels that arrive: with a case or without, with fewer, more or other goods than awaited. */
@TukarTest
class ReceivingDeskTest {

  private static final Instant NOW = Cases.MONDAY;
  private static final Actor BAYU = new Actor.Staff(1, Role.INSPECTOR);
  private static final Actor SARI = new Actor.Staff(2, Role.INSPECTOR);

  @Autowired private JdbcClient jdbc;
  @Autowired private ExchangeDesk desk;
  @Autowired private ReceivingDesk receiving;
  @Autowired private Arrivals arrivals;
  @Autowired private StrangeItems strange;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Outbox outbox;
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

  @Test
  void aParcelThatIsAwaitedIsReceivedAndTheCustomerIsToldOnce() {
    var rma = authorized(1);
    var parcel = of(rma, Map.of(1, 1));

    var first = done(receiving.arrive(parcel, NOW, BAYU));
    assertThat(done(receiving.arrive(parcel, NOW, BAYU))).as("sent twice").isEqualTo(first);

    assertThat(first.state()).isEqualTo(Arrival.State.TAKEN);
    assertThat(now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(told(rma)).containsOnlyOnce(Notice.RECEIVED);
    assertThat(inQuarantine(rma)).isEqualTo(1);
  }

  @Test
  void oneParcelScannedOnTwoStationsAtOnceIsTakenInOnceAndTheOtherIsToldWhere() throws Exception {
    var rma = authorized(1);
    var waybill = waybill();
    Callable<Answer<Arrival>> bayu =
        () -> receiving.arrive(of(rma, Map.of(1, 1), waybill), NOW, BAYU);
    Callable<Answer<Arrival>> sari =
        () -> receiving.arrive(of(rma, Map.of(1, 1), waybill), NOW, SARI);
    var answers = new ArrayList<Answer<Arrival>>();
    try (var stations = Executors.newFixedThreadPool(2)) {
      for (var answer : stations.invokeAll(List.of(bayu, sari))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    var here = arrivals.here(waybill).orElseThrow();
    assertThat(answers)
        .filteredOn(Answer.Refused.class::isInstance)
        .singleElement()
        .satisfies(
            refused ->
                assertThat(reasons(refused).getFirst())
                    .isEqualTo(Refusal.of("parcel-here", "waybill", here.id())));
    assertThat(arrivals.ofCase(rma.id())).hasSize(1);
    assertThat(inQuarantine(rma)).isEqualTo(1);
  }

  @Test
  void fewerThanAwaitedWaitInQuarantineUntilTheRestComes() {
    var rma = authorized(3);

    done(receiving.arrive(of(rma, Map.of(1, 1)), NOW, BAYU));
    assertThat(now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(arrivals.waiting(rma.id())).containsExactly(Map.entry(1, 1));
    assertThat(inQuarantine(rma)).isEqualTo(1);
    assertThat(told(rma)).contains(Notice.PARCEL_KEPT).doesNotContain(Notice.RECEIVED);

    done(receiving.arrive(of(rma, Map.of(1, 2)), NOW, SARI));
    assertThat(now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(arrivals.waiting(rma.id())).isEmpty();
    assertThat(inQuarantine(rma)).isEqualTo(3);
    assertThat(told(rma)).containsOnlyOnce(Notice.RECEIVED);
  }

  @Test
  void theRestThatNeverComesIsTheCustomersAndWhatCameGoesOn() {
    var rma = authorized(3);
    var ref = CaseRef.latest(rma.id());
    assertThat(reasons(desk.restNeverComes(ref, 1, NOW, BAYU)))
        .containsExactly(Refusal.of("nothing-here-of-line", "lines", 1));
    done(receiving.arrive(of(rma, Map.of(1, 2)), NOW, BAYU));

    var now = done(desk.restNeverComes(ref, 1, NOW, BAYU));

    assertThat(now.status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(now.lines()).extracting(RmaLine::quantity).containsExactly(2, 1);
    assertThat(now.lines())
        .extracting(RmaLine::state)
        .containsExactly(LineState.RECEIVED, LineState.WITHDRAWN);
    assertThat(arrivals.waiting(rma.id())).isEmpty();
    assertThat(inQuarantine(rma)).isEqualTo(2);
    assertThat(told(rma)).containsOnlyOnce(Notice.RECEIVED);
    assertThat(reasons(desk.restNeverComes(ref, 1, NOW, BAYU)))
        .as("said twice")
        .containsExactly(Refusal.of("nothing-here-of-line", "lines", 1));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), NOW, BAYU));
    assertThat(now(rma).status()).isEqualTo(RmaStatus.INSPECTED);
  }

  @Test
  void theRestOfALineCanBeReceivedWithoutAParcelAndIsInspectedWhole() {
    var rma = authorized(2);
    done(receiving.arrive(of(rma, Map.of(1, 1)), NOW, BAYU));
    var ref = CaseRef.latest(rma.id());

    done(desk.receive(ref, List.of(), NOW, BAYU));
    assertThat(inQuarantine(rma)).isEqualTo(2);
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), NOW, BAYU));
    assertThat(inQuarantine(rma)).isZero();
  }

  @Test
  void moreThanAwaitedIsStrangeAndLeavesAgainWithItsParcel() {
    var rma = authorized(1);
    var parcel = done(receiving.arrive(of(rma, Map.of(1, 3)), NOW, BAYU));

    assertThat(now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(inQuarantine(rma)).isEqualTo(3);
    assertThat(strange.of(parcel.id()))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo(StrangeItem.Kind.MORE);
              assertThat(item.quantity()).isEqualTo(2);
            });
  }

  @Test
  void whatElseIsInTheParcelIsToldApartByItsLabel() {
    var sku = Cases.freshSku();
    shop.product(sku, 500_000, 1);
    var other = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 500_000));
    jdbc.sql(
            "insert into sold_unit (sold_item_id, sku, serial)"
                + " select id, sku, ? from sold_item where order_id = ?")
        .params(sku + "-SOLD", other)
        .update();
    var rma = authorized(1);
    var never = ShopFixture.serial(sku, 1).value();

    var parcel =
        done(
            receiving.arrive(
                with(of(rma, Map.of()), List.of(sku + "-SOLD", never, sku, "sebuah kabel lampu")),
                NOW,
                BAYU));
    assertThat(strange.of(parcel.id()))
        .extracting(StrangeItem::kind)
        .containsExactly(
            StrangeItem.Kind.SOLD_TO_OTHER,
            StrangeItem.Kind.NEVER_SOLD,
            StrangeItem.Kind.OTHER_PRODUCT,
            StrangeItem.Kind.UNKNOWN);
    assertThat(parcel.state()).isEqualTo(Arrival.State.QUARANTINE);
    assertThat(quantity(sku, Place.QUARANTINE)).isEqualTo(3);

    assertThat(
            reasons(receiving.arrive(with(of(null, Map.of()), List.of(never)), NOW, SARI))
                .getFirst())
        .isEqualTo(Refusal.of("serial-in-other-parcel", "labels", never, parcel.id()));
    assertThat(
            reasons(
                    receiving.arrive(
                        with(of(null, Map.of()), List.of(sku + "-SOLD", sku + "-SOLD")), NOW, SARI))
                .stream()
                .map(Refusal::code))
        .contains("serial-twice-in-parcel");

    done(receiving.letGo(parcel.id(), NOW, SARI));
    assertThat(quantity(sku, Place.QUARANTINE)).isZero();
    assertThat(reasons(receiving.letGo(parcel.id(), NOW, SARI)).getFirst().code())
        .isEqualTo("parcel-not-in-quarantine");
  }

  @Test
  void aParcelNobodyKnowsIsMatchedLaterAndReceivedByItsCase() {
    var parcel = done(receiving.arrive(of(null, Map.of()), NOW, BAYU));
    assertThat(parcel.state()).isEqualTo(Arrival.State.QUARANTINE);
    assertThat(arrivals.inQuarantine(Long.MAX_VALUE)).contains(parcel);

    var rma = authorized(1);
    var ref = CaseRef.latest(rma.id());
    assertThat(done(receiving.match(parcel.id(), ref, Map.of(1, 1), NOW, SARI)).state())
        .isEqualTo(Arrival.State.TAKEN);
    assertThat(now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(reasons(receiving.match(parcel.id(), ref, Map.of(), NOW, SARI)).getFirst().code())
        .isEqualTo("parcel-not-in-quarantine");
  }

  @Test
  void aParcelOfACancelledCaseIsKeptWithItAndItsCustomerIsTold() {
    var rma = authorized(1);
    done(desk.cancel(CaseRef.latest(rma.id()), NOW, BAYU));

    var parcel = done(receiving.arrive(of(rma, Map.of()), NOW, BAYU));

    assertThat(parcel.state()).isEqualTo(Arrival.State.QUARANTINE);
    assertThat(arrivals.ofCase(rma.id())).containsExactly(parcel);
    assertThat(told(rma)).contains(Notice.PARCEL_KEPT);
    assertThat(reasons(receiving.arrive(of(rma, Map.of(1, 1)), NOW, BAYU)).getFirst().code())
        .isEqualTo("line-not-now");
  }

  private Rma authorized(int quantity) {
    var sku = Cases.freshSku();
    shop.product(sku, 1_500_000, quantity);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, quantity, 1_400_000));
    return done(desk.open(cases.dead(order, quantity, new Sku(sku)), NOW, new Actor.Customer(1)));
  }

  private static WaybillNumber waybill() {
    return WaybillNumber.parse(UUID.randomUUID().toString()).orElseThrow();
  }

  private static Arriving of(@Nullable Rma rma, Map<Integer, Integer> came) {
    return of(rma, came, waybill());
  }

  private static Arriving of(@Nullable Rma rma, Map<Integer, Integer> came, WaybillNumber waybill) {
    return new Arriving(
        UUID.randomUUID(),
        new Arrivals.Told(Courier.JNE, waybill, 1, Packaging.AS_PACKED, "", ""),
        rma == null ? null : CaseRef.latest(rma.id()),
        came,
        List.of());
  }

  private static Arriving with(Arriving parcel, List<String> labels) {
    return new Arriving(parcel.key(), parcel.told(), parcel.ref(), parcel.came(), labels);
  }

  private Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private List<Notice> told(Rma rma) {
    return outbox.ofCase(rma.id()).stream().map(entry -> entry.message().notice()).toList();
  }

  private int inQuarantine(Rma rma) {
    return quantity(rma.lines().getFirst().sku().value(), Place.QUARANTINE);
  }

  private int quantity(String sku, Place place) {
    return jdbc.sql("select quantity from stock_place where sku = ? and place = ?")
        .params(sku, place.name())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static <T> List<Refusal> reasons(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer).reasons();
  }
}
