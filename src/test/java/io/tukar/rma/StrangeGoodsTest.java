package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.TukarTest;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Packaging;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItem.Ending;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things nobody awaited go back one by one, are taken by a case, or are disposed of in the end. */
@TukarTest
class StrangeGoodsTest {

  private static final Instant NOW = Cases.MONDAY;
  private static final Actor BAYU = new Actor.Staff(1, Role.INSPECTOR);
  private static final Actor SARI = new Actor.Staff(2, Role.MANAGER);
  private static final WaybillNumber WAYBILL = new WaybillNumber("JNE7788990");

  @Autowired private JdbcClient jdbc;
  @Autowired private ExchangeDesk desk;
  @Autowired private ReceivingDesk receiving;
  @Autowired private StrangeGoods goods;
  @Autowired private StrangeItems items;
  @Autowired private Arrivals arrivals;
  @Autowired private LeftoverDesk counts;
  @Autowired private LeftoverReminders reminders;
  @Autowired private Leftovers leftovers;
  @Autowired private DisposalDesk disposal;
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
  void oneTooManyGoesBackAloneOnceAndItsSenderIsTold() {
    var rma = authorized(1);
    var parcel = arrived(rma, Map.of(1, 2));
    assertThat(inQuarantine(rma)).isEqualTo(2);
    assertThat(arrivals.inQuarantine(Long.MAX_VALUE)).contains(parcel);

    assertThat(code(goods.sendBack(parcel.id(), 1, Courier.JNE, null, NOW, BAYU)))
        .isEqualTo("value-missing");
    for (int said = 0; said < 2; said++) {
      var item = done(goods.sendBack(parcel.id(), 1, Courier.JNE, WAYBILL, NOW, BAYU));
      assertThat(item.ended()).extracting(StrangeItem.Ended::how).isEqualTo(Ending.SENT_BACK);
    }
    assertThat(inQuarantine(rma)).isEqualTo(1);
    assertThat(told(rma)).containsOnlyOnce(Notice.PARCEL_ITEM_BACK);
    assertThat(arrivals.inQuarantine(Long.MAX_VALUE)).doesNotContain(parcel);
    assertThat(code(goods.sendBack(parcel.id(), 1, null, null, NOW, BAYU)))
        .isEqualTo("strange-item-ended");
    assertThat(code(goods.claim(parcel.id(), 1, CaseRef.latest(rma.id()), null, NOW, BAYU)))
        .isEqualTo("strange-item-ended");
    assertThat(code(goods.sendBack(parcel.id(), 2, null, null, NOW, BAYU)))
        .isEqualTo("no-such-strange-item");
    assertThatThrownBy(
            () ->
                jdbc.sql("update parcel_item set waybill = 'JNE0000001' where parcel_id = ?")
                    .param(parcel.id())
                    .update())
        .as("how it ended is never changed")
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whatCameTooManyIsTakenByTheRequestThatIsMadeForIt() {
    var sku = product(3);
    var first = authorized(sku, 1);
    var parcel = arrived(first, Map.of(1, 3));
    var second = authorized(sku, 3);
    var ref = CaseRef.latest(second.id());

    for (int said = 0; said < 2; said++) {
      assertThat(done(goods.claim(parcel.id(), 1, ref, null, NOW, BAYU)).ended())
          .extracting(StrangeItem.Ended::rmaId)
          .isEqualTo(second.id());
    }
    assertThat(now(second).status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(arrivals.waiting(second.id())).containsExactly(Map.entry(1, 2));
    assertThat(told(second)).containsOnlyOnce(Notice.PARCEL_KEPT);
    assertThat(arrivals.cameIn(parcel.id(), first.id())).containsExactly(Map.entry(1, 1));
    assertThat(arrivals.cameIn(parcel.id(), second.id())).containsExactly(Map.entry(1, 2));
    assertThat(quantity(sku, Place.QUARANTINE)).isEqualTo(3);

    var rest = arrived(null, Map.of(), sku.value());
    done(goods.claim(rest.id(), 1, ref, 1, NOW, BAYU));
    assertThat(now(second).status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(told(second)).containsOnlyOnce(Notice.RECEIVED);
    assertThat(arrivals.find(rest.id()).orElseThrow().state()).isEqualTo(Arrival.State.TAKEN);
    assertThat(quantity(sku, Place.QUARANTINE)).isEqualTo(4);
  }

  @Test
  void somethingWithoutALabelBecomesWhatTheCaseAwaits() {
    var rma = authorized(1);
    var parcel = arrived(null, Map.of(), "telepon tanpa label");

    done(goods.claim(parcel.id(), 1, CaseRef.latest(rma.id()), null, NOW, BAYU));

    assertThat(now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(inQuarantine(rma)).isEqualTo(1);
  }

  @Test
  void aCaseTakesOnlyWhatItAwaits() {
    var sku = product(4);
    var other = authorized(1);
    var parcel = arrived(null, Map.of(), sku.value());
    assertThat(reasons(goods.claim(parcel.id(), 1, CaseRef.latest(other.id()), null, NOW, BAYU)))
        .containsExactly(Refusal.of("strange-nothing-awaits", "case", 1, sku));
    assertThat(code(goods.claim(parcel.id(), 1, CaseRef.latest(other.id()), 1, NOW, BAYU)))
        .isEqualTo("strange-line-awaits-not");

    var order =
        shop.order(
            LocalDate.of(2026, 3, 13),
            new ShopFixture.Line(sku.value(), 1, 1_400_000),
            new ShopFixture.Line(sku.value(), 1, 1_400_000));
    var both = done(desk.open(twice(cases.dead(order, 1, sku)), NOW, new Actor.Customer(1)));
    assertThat(code(goods.claim(parcel.id(), 1, CaseRef.latest(both.id()), null, NOW, BAYU)))
        .isEqualTo("strange-which-line");
    done(goods.claim(parcel.id(), 1, CaseRef.latest(both.id()), 2, NOW, BAYU));
    assertThat(now(both).lines())
        .extracting(RmaLine::state)
        .containsExactly(LineState.AUTHORIZED, LineState.RECEIVED);
  }

  /** Its line, and the same of the order's second. */
  private OpenRequest twice(OpenRequest one) {
    var line = one.lines().getFirst();
    shop.photos(Objects.requireNonNull(one.draft()), 2, NOW, "LABEL", "UNIT", "FAULT", "BOX");
    var second =
        new OpenRequest.Line(
            2,
            line.quantity(),
            line.reason(),
            line.symptom(),
            line.wanted(),
            line.claimed(),
            line.receivedOn(),
            line.serial());
    return new OpenRequest(
        one.orderId(),
        one.channel(),
        one.language(),
        one.firstContactAt(),
        one.firstContactBy(),
        one.draft(),
        List.of(line, second),
        one.remark());
  }

  @Test
  void twoStationsDecideOverTheSameThingAndOneIsTold() throws Exception {
    var rma = authorized(1);
    var parcel = arrived(null, Map.of(), rma.lines().getFirst().sku().value());
    var ref = CaseRef.latest(rma.id());
    Callable<Answer<StrangeItem>> back =
        () -> goods.sendBack(parcel.id(), 1, Courier.JNE, WAYBILL, NOW, BAYU);
    Callable<Answer<StrangeItem>> claim = () -> goods.claim(parcel.id(), 1, ref, null, NOW, SARI);
    var answers = new ArrayList<Answer<StrangeItem>>();
    try (var stations = Executors.newFixedThreadPool(2)) {
      for (var answer : stations.invokeAll(List.of(back, claim))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Answer.Refused.class::isInstance)
        .singleElement()
        .satisfies(refused -> assertThat(code(refused)).isEqualTo("strange-item-ended"));
  }

  @Test
  void aParcelOfNobodyIsCountedAfterAWeekAndDisposedOfByTwo() {
    var sku = product(1);
    var parcel = arrived(null, Map.of(), sku.value(), "kabel");
    reminders.remind(NOW.plus(Duration.ofDays(7)).minusSeconds(1), () -> false);
    assertThat(leftovers.ofParcel(parcel.id())).isEmpty();
    reminders.remind(NOW.plus(Duration.ofDays(7)), () -> false);
    var kept = leftovers.ofParcel(parcel.id()).orElseThrow();
    assertThat(kept.ownerCase()).isNull();
    assertThat(leftovers.told(kept.id())).as("nobody is known").isEmpty();

    var recycled = new DisposalDesk.Proposed(Disposal.Way.RECYCLE, "tidak diminta", "");
    assertThat(code(disposal.propose(kept.id(), recycled, lastNoon(kept), BAYU)))
        .isEqualTo("leftover-still-kept");
    var after = lastNoon(kept).plus(Duration.ofDays(1));
    var proposal = done(disposal.propose(kept.id(), recycled, after, BAYU));
    for (int said = 0; said < 2; said++) {
      done(disposal.approve(proposal.id(), after, SARI));
    }
    assertThat(quantity(sku, Place.QUARANTINE)).isZero();
    assertThat(quantity(sku, Place.SCRAP)).isEqualTo(1);
    assertThat(arrivals.find(parcel.id()).orElseThrow().state()).isEqualTo(Arrival.State.GONE);
    assertThat(items.of(parcel.id()))
        .extracting(StrangeItem::ended)
        .allSatisfy(
            ended ->
                assertThat(ended).extracting(StrangeItem.Ended::how).isEqualTo(Ending.DISPOSED));
  }

  @Test
  void theOwnerOfWhatIsTooManyIsToldAndRemindedOfTheLastDay() {
    var rma = authorized(1);
    var parcel = arrived(rma, Map.of(1, 2));
    var kept = done(counts.beginParcel(parcel.id(), NOW, BAYU));
    assertThat(done(counts.beginParcel(parcel.id(), NOW, SARI))).isEqualTo(kept);
    assertThat(told(rma)).containsOnlyOnce(Notice.PARCEL_LEFT);

    reminders.remind(lastNoon(kept).minus(Duration.ofDays(14)), () -> false);
    reminders.remind(lastNoon(kept).minus(Duration.ofDays(7)), () -> false);
    assertThat(told(rma)).filteredOn(Notice.PARCEL_LEFT_REMINDER::equals).hasSize(2);
    var after = lastNoon(kept).plus(Duration.ofDays(1));
    var scrapped = new DisposalDesk.Proposed(Disposal.Way.SCRAP, "tidak diminta", "");
    var proposal = done(disposal.propose(kept.id(), scrapped, after, BAYU));
    done(disposal.approve(proposal.id(), after, SARI));

    assertThat(told(rma)).containsOnlyOnce(Notice.PARCEL_DISPOSED);
    assertThat(inQuarantine(rma)).as("what the case awaited").isEqualTo(1);
    assertThat(arrivals.find(parcel.id()).orElseThrow().state()).isEqualTo(Arrival.State.TAKEN);
    assertThat(code(counts.beginParcel(parcel.id(), after, BAYU)))
        .isEqualTo("leftover-nothing-here");
  }

  @Test
  void theCountEndsWithTheLastOfTheParcel() {
    var rma = authorized(1);
    var parcel = arrived(rma, Map.of(1, 2), "kabel");
    done(counts.beginParcel(parcel.id(), NOW, BAYU));

    done(goods.sendBack(parcel.id(), 1, null, null, NOW, BAYU));
    assertThat(leftovers.ofParcel(parcel.id())).isPresent();
    done(goods.sendBack(parcel.id(), 2, null, null, NOW, BAYU));
    assertThat(leftovers.ofParcel(parcel.id())).isEmpty();

    var nobodys = arrived(null, Map.of());
    done(counts.beginParcel(nobodys.id(), NOW, BAYU));
    done(receiving.match(nobodys.id(), CaseRef.latest(rma.id()), Map.of(), NOW, BAYU));
    assertThat(leftovers.ofParcel(nobodys.id())).as("its owner is known now").isEmpty();
    done(counts.beginParcel(nobodys.id(), NOW, BAYU));
    done(receiving.letGo(nobodys.id(), NOW, BAYU));
    assertThat(leftovers.ofParcel(nobodys.id())).isEmpty();
  }

  private static Instant lastNoon(Leftover kept) {
    return kept.keepUntil().atTime(12, 0).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  private Sku product(int stock) {
    return shop.product(Cases.freshSku(), 1_500_000, stock);
  }

  private Rma authorized(int quantity) {
    return authorized(product(quantity), quantity);
  }

  private Rma authorized(Sku sku, int quantity) {
    var order =
        shop.order(
            LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), quantity, 1_400_000));
    return done(desk.open(cases.dead(order, quantity, sku), NOW, new Actor.Customer(1)));
  }

  private Arrival arrived(@Nullable Rma rma, Map<Integer, Integer> came, String... labels) {
    return done(
        receiving.arrive(
            new Arriving(
                UUID.randomUUID(),
                new Arrivals.Told(null, null, 1, Packaging.AS_PACKED, "", ""),
                rma == null ? null : CaseRef.latest(rma.id()),
                came,
                List.of(labels)),
            NOW,
            BAYU));
  }

  private Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private List<Notice> told(Rma rma) {
    return outbox.ofCase(rma.id()).stream().map(entry -> entry.message().notice()).toList();
  }

  private int inQuarantine(Rma rma) {
    return quantity(rma.lines().getFirst().sku(), Place.QUARANTINE);
  }

  private int quantity(Sku sku, Place place) {
    return jdbc.sql("select quantity from stock_place where sku = ? and place = ?")
        .params(sku.value(), place.name())
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

  private static <T> String code(Answer<T> answer) {
    return reasons(answer).getFirst().code();
  }
}
