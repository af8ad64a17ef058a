package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refused goods nobody asks for are counted, their owner reminded, and kept until the last day. */
@TukarTest
@FreshDatabase
class LeftoverTest {

  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Actor INSPECTOR = new Actor.Staff(1, Role.INSPECTOR);

  @Autowired private ExchangeDesk desk;
  @Autowired private LeftoverDesk goods;
  @Autowired private Leftovers leftovers;
  @Autowired private LeftoverReminders reminders;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
    jdbc.sql(
            """
            update leftover set ended_at = now(), ended_by = 'clock', ending = 'ASKED'
            where ended_at is null
            """)
        .update();
    jdbc.sql("delete from shop").update();
  }

  @Test
  void theCountBeginsOnceTheWayBackIsNotPaidInTime() {
    var rma = owing();
    var due = Objects.requireNonNull(rma.dueAt());

    reminders.remind(due.minusSeconds(1), () -> false);
    assertThat(leftovers.kept(rma.id(), 1)).isEmpty();
    assertThat(reminders.remind(due, () -> true)).isZero();
    assertThat(reminders.remind(due, () -> false)).isEqualTo(1);
    assertThat(reminders.remind(due, () -> false)).as("once").isZero();

    var kept = kept(rma);
    assertThat(kept.keepUntil())
        .as("thirty calendar days of the shop from the first notice")
        .isEqualTo(Promises.day(due).plusDays(30));
    assertThat(said(rma)).containsOnlyOnce("GOODS_LEFT").doesNotContain("GOODS_LEFT_REMINDER");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void theOwnerIsRemindedFourteenDaysBeforeAndSevenAndOnceEach() {
    var kept = begun(MONDAY);
    var last = kept.keepUntil();
    for (var day = Promises.day(MONDAY); !day.isAfter(last); day = day.plusDays(1)) {
      reminders.remind(noonOf(day), () -> false);
      assertThat(reminders.remind(noonOf(day), () -> false)).as("again on %s", day).isZero();
    }
    assertThat(leftovers.told(kept.id()).stream().map(told -> Promises.day(told.at())).toList())
        .containsExactly(Promises.day(MONDAY), last.minusDays(14), last.minusDays(7));
    assertThat(now(kept).keepUntil()).isEqualTo(last);
    assertThat(said(rmas.find(rmaOf(kept)).orElseThrow()))
        .filteredOn(template -> template.startsWith("GOODS_LEFT"))
        .containsExactly("GOODS_LEFT", "GOODS_LEFT_REMINDER", "GOODS_LEFT_REMINDER");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aLastReminderThatGoesOutLateMovesTheLastDay() {
    var kept = begun(MONDAY);
    var late = kept.keepUntil().plusDays(3);

    assertThat(reminders.remind(noonOf(late), () -> false)).as("the nearest only").isEqualTo(1);

    assertThat(now(kept).keepUntil()).isEqualTo(late.plusDays(7));
    assertThat(lastLetter(kept)).isEqualTo(late.plusDays(7).toString());
    assertThat(now(kept).limitPassed(noonOf(late.plusDays(7)))).isFalse();
    assertThat(now(kept).limitPassed(noonOf(late.plusDays(8)))).isTrue();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void theLastDayEndsAtMidnightInJakarta() {
    var kept = begun(MONDAY);
    reminders.remind(noonOf(kept.keepUntil().minusDays(7)), () -> false);
    var midnight = kept.keepUntil().plusDays(1).atStartOfDay(WorkingCalendar.SHOP_ZONE).toInstant();

    assertThat(now(kept).daysLeft(midnight.minusSeconds(1))).isZero();
    assertThat(now(kept).limitPassed(midnight.minusSeconds(1))).isFalse();
    assertThat(now(kept).limitPassed(midnight)).isTrue();
    assertThat(leftovers.count(Leftovers.Which.DUE, midnight.minusSeconds(1))).isZero();
    assertThat(leftovers.page(Leftovers.Which.DUE, 1, midnight))
        .extracting(Leftover::id)
        .containsExactly(kept.id());
  }

  @Test
  void withoutTheLastReminderNoLimitPasses() {
    var kept = begun(MONDAY);
    var after = noonOf(kept.keepUntil().plusDays(1));
    assertThat(kept.limitPassed(after)).isFalse();
    assertThat(leftovers.count(Leftovers.Which.DUE, after)).isZero();
  }

  @Test
  void payingObjectingAskingAndSendingBackEndTheCount() {
    var paid = owing();
    var due = Objects.requireNonNull(paid.dueAt());
    reminders.remind(due, () -> false);
    done(desk.paidIn(CaseRef.latest(paid.id()), Money.rupiah(30_000), "TRF-7", due, INSPECTOR));
    assertThat(ending(paid)).isEqualTo("PAID");

    var objected = begun(MONDAY);
    done(
        desk.contest(
            CaseRef.latest(rmaOf(objected)),
            List.of(1),
            Contest.OBJECTION,
            "Bukan saya",
            MONDAY,
            CUSTOMER));
    assertThat(Objects.requireNonNull(now(objected).ended()).how()).isEqualTo(LeftoverEnd.OBJECTED);

    var sent = begun(MONDAY);
    done(
        desk.sendBack(
            CaseRef.latest(rmaOf(sent)),
            new Parcel(Courier.JNE, new WaybillNumber("JNE700009")),
            List.of(1),
            MONDAY,
            INSPECTOR));
    assertThat(Objects.requireNonNull(now(sent).ended()).how()).isEqualTo(LeftoverEnd.SENT_BACK);

    var asked = begun(MONDAY);
    done(goods.asked(asked.id(), "Saya ambil", MONDAY, CUSTOMER));
    done(goods.asked(asked.id(), "Saya ambil", MONDAY.plusSeconds(5), CUSTOMER));
    assertThat(now(asked).ended())
        .isEqualTo(
            new Leftover.Ended(LeftoverEnd.ASKED, MONDAY, CUSTOMER.reference(), "Saya ambil"));
    assertThat(code(goods.asked(sent.id(), "", MONDAY, CUSTOMER))).isEqualTo("leftover-ended");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whoAskedIsNotCountedAnewByTheClock() {
    var rma = owing();
    var due = Objects.requireNonNull(rma.dueAt());
    reminders.remind(due, () -> false);
    done(goods.asked(kept(rma).id(), "", due, CUSTOMER));
    reminders.remind(due.plusSeconds(60), () -> false);
    assertThat(leftovers.kept(rma.id(), 1)).isEmpty();
    assertThat(leftovers.untold(1)).extracting(Leftovers.Untold::rmaId).contains(rma.id());
  }

  @Test
  void onlyRefusedGoodsThatWaitToBeSentBackAreCounted() {
    var inspected = refused();
    assertThat(code(goods.begin(CaseRef.latest(inspected), 1, MONDAY, INSPECTOR)))
        .isEqualTo("leftover-not-waiting");
    var settled =
        done(desk.settle(CaseRef.latest(inspected), ShippingCosts.NONE, MONDAY, INSPECTOR));
    assertThat(code(goods.begin(CaseRef.latest(settled.id()), 9, MONDAY, INSPECTOR)))
        .isEqualTo("leftover-not-waiting");
    assertThat(code(goods.begin(new CaseRef(settled.id(), 1), 1, MONDAY, INSPECTOR)))
        .isEqualTo("stale");
  }

  @Test
  void twoNodesBeginAndRemindOnce() throws Exception {
    var rma = owing();
    var due = Objects.requireNonNull(rma.dueAt());
    together(() -> reminders.remind(due, () -> false));
    var kept = kept(rma);
    var seventh = noonOf(kept.keepUntil().minusDays(7));
    together(() -> reminders.remind(seventh, () -> false));
    assertThat(leftovers.told(kept.id())).hasSize(2);
    assertThat(said(rma)).containsOnlyOnce("GOODS_LEFT").containsOnlyOnce("GOODS_LEFT_REMINDER");
  }

  @Test
  void twoPeopleBeginOneCount() throws Exception {
    var rma = settled(ShippingCosts.NONE);
    var answers = together(() -> goods.begin(CaseRef.latest(rma.id()), 1, MONDAY, INSPECTOR));
    assertThat(answers.stream().map(answer -> done(answer).id()).distinct()).hasSize(1);
    assertThat(said(rma)).containsOnlyOnce("GOODS_LEFT");
  }

  @Test
  void theShopSaysHowLongForCountsThatBeginLater() {
    assertThat(code(leftovers.keepFor(60))).isEqualTo("shop-not-set-up");
    jdbc.sql("insert into shop (name, legal_name, return_address) values ('T', 'T', 'Jakarta')")
        .update();
    var before = begun(MONDAY);
    assertThat(code(leftovers.keepFor(20))).isEqualTo("storage-days-out-of-range");
    assertThat(code(leftovers.keepFor(366))).isEqualTo("storage-days-out-of-range");
    done(leftovers.keepFor(21));
    assertThat(now(before).keepUntil()).isEqualTo(Promises.day(MONDAY).plusDays(30));
    assertThat(begun(MONDAY).keepUntil()).isEqualTo(Promises.day(MONDAY).plusDays(21));
  }

  private static <T> List<T> together(Callable<T> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var running =
          IntStream.range(0, 4)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            start.await();
                            return work.call();
                          }))
              .toList();
      start.countDown();
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  /** Refused, agreed, and the way back is the customer's to pay. */
  private Rma owing() {
    return settled(new ShippingCosts(null, Money.rupiah(30_000)));
  }

  private Rma settled(ShippingCosts costs) {
    return done(desk.settle(CaseRef.latest(refused()), costs, MONDAY, INSPECTOR));
  }

  private Leftover begun(Instant at) {
    return done(goods.begin(CaseRef.latest(settled(ShippingCosts.NONE).id()), 1, at, INSPECTOR));
  }

  private long refused() {
    var sku = shop.product(Cases.freshSku(), 500_000, 2);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 1, 500_000));
    var ref = CaseRef.latest(done(desk.open(cases.dead(order, 1, sku), MONDAY, CUSTOMER)).id());
    done(desk.receive(ref, List.of(), MONDAY, INSPECTOR));
    done(
        desk.inspect(
            ref,
            List.of(
                new LineInspection(
                    1,
                    new Seen(false, false, true, true, List.of()),
                    Verdict.CUSTOMER_DAMAGE,
                    Fault.CUSTOMER,
                    Disposition.SEND_BACK,
                    false,
                    "Layar pecah karena jatuh")),
            MONDAY,
            INSPECTOR));
    return ref.id();
  }

  private Leftover kept(Rma rma) {
    return leftovers.kept(rma.id(), 1).orElseThrow();
  }

  private Leftover now(Leftover kept) {
    return leftovers.find(kept.id()).orElseThrow();
  }

  private static long rmaOf(Leftover kept) {
    return Objects.requireNonNull(kept.rmaId());
  }

  private String ending(Rma rma) {
    return jdbc.sql("select ending from leftover where rma_id = ?")
        .param(rma.id())
        .query(String.class)
        .single();
  }

  private String lastLetter(Leftover kept) {
    return jdbc.sql(
            "select params->>'KEEP_UNTIL' from outbox where rma_id = ? order by id desc limit 1")
        .param(rmaOf(kept))
        .query(String.class)
        .single();
  }

  private List<String> said(Rma rma) {
    return jdbc.sql("select template from outbox where rma_id = ? order by id")
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static Instant noonOf(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  private static String code(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst().code();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).as("%s", answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
