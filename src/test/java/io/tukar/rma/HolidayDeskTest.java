package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.calendar.Holiday;
import io.tukar.calendar.HolidayBook;
import io.tukar.calendar.HolidayEdit;
import io.tukar.calendar.ShopCalendar;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.WaybillNumber;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.replay.Decisions;
import io.tukar.shipping.Courier;
import io.tukar.stock.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of open cases when the days off change: nobody loses what was promised. */
@TukarTest
class HolidayDeskTest {

  private static final String DECREE = "SKB No. 9/2026";
  private static final Actor MANAGER = new Actor.Staff(1, Role.MANAGER);
  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Parcel JNE = new Parcel(Courier.JNE, new WaybillNumber("JNE0012345"));
  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);

  /** Seven working days from Monday 16 March: 18 to 24 March are off. */
  private static final LocalDate SHIP_BY = LocalDate.of(2026, 4, 1);

  private static final LocalDate IN_BETWEEN = LocalDate.of(2026, 3, 26);
  private static final LocalDate NYEPI = LocalDate.of(2026, 3, 19);

  @Autowired private HolidayDesk holidays;
  @Autowired private HolidayBook book;
  @Autowired private ShopCalendar calendar;
  @Autowired private ExchangeDesk desk;
  @Autowired private Rmas rmas;
  @Autowired private Drafts drafts;
  @Autowired private History history;
  @Autowired private Decisions decisions;
  @Autowired private Shelf shelf;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @AfterEach
  void theShippedDaysOffAgain() {
    assertThat(verification.run().broken()).isEmpty();
    var back = new ArrayList<HolidayEdit>();
    for (var day : calendar.current().holidays()) {
      back.add(new HolidayEdit.Struck(day.date(), DECREE));
    }
    var shipped = io.tukar.calendar.WorkingCalendar.indonesia();
    shipped.holidays().forEach(day -> back.add(new HolidayEdit.Off(day, DECREE)));
    for (int year = 2028; year <= 2029; year++) {
      back.add(new HolidayEdit.OfYear(year, Optional.empty()));
    }
    book.apply(back, MONDAY, MANAGER);
    assertThat(calendar.current().id()).isEqualTo(shipped.id());
  }

  @Test
  void anAddedHolidayMovesTheShipByDateLaterAndSaysSoOnce() {
    var rma = authorized();
    assertThat(rma.shipBy()).isEqualTo(SHIP_BY);

    var changed = holidays.apply(List.of(off(IN_BETWEEN)), MONDAY, MANAGER);

    assertThat(changed.cases()).isPositive();
    assertThat(changed.complete()).isTrue();
    assertThat(now(rma).shipBy()).isEqualTo(SHIP_BY.plusDays(1));
    assertThat(now(rma).dueAt())
        .isEqualTo(Objects.requireNonNull(rma.dueAt()).plus(Duration.ofDays(1)));
    assertThat(recounts(rma))
        .containsExactly(
            new RmaEvent.Recounted(
                Objects.requireNonNull(rma.dueAt()),
                Objects.requireNonNull(now(rma).dueAt()),
                SHIP_BY.plusDays(1),
                List.of(),
                calendar.current().id()));
    assertThat(told(rma)).containsExactly("SHIP 2026-04-01 2026-04-02");
    assertThat(holdsUntil(rma)).containsOnly(now(rma).dueAt());
  }

  @Test
  void theSameChangeAgainAndTheTimerBehindItMoveNothingMore() {
    var rma = authorized();
    holidays.apply(List.of(off(IN_BETWEEN)), MONDAY, MANAGER);
    var moved = now(rma);

    var again = holidays.apply(List.of(off(IN_BETWEEN)), MONDAY, MANAGER);

    assertThat(again.cases()).isZero();
    assertThat(holidays.recount(MONDAY, () -> false)).isZero();
    assertThat(holidays.recount(MONDAY.plusSeconds(120), () -> false)).isZero();
    assertThat(now(rma)).isEqualTo(moved);
    assertThat(told(rma)).hasSize(1);
  }

  @Test
  void aHolidayStruckOutTakesNoDayFromACustomer() {
    var rma = authorized();

    var changed = holidays.apply(List.of(new HolidayEdit.Struck(NYEPI, DECREE)), MONDAY, MANAGER);

    assertThat(changed.cases()).isZero();
    assertThat(now(rma)).isEqualTo(rma);
    assertThat(told(rma)).isEmpty();
  }

  @Test
  void aPromiseOfTheShopIsNeverPutOffButIsKeptSoonerWhereADayIsWorkedAfterAll() {
    var rma = authorized();
    var received = done(desk.receive(CaseRef.latest(rma.id()), List.of(), MONDAY, MANAGER));
    var inspectBy = Objects.requireNonNull(received.dueAt());
    var wednesday = LocalDate.of(2026, 3, 17);

    holidays.apply(List.of(off(wednesday)), MONDAY, MANAGER);
    assertThat(now(rma)).isEqualTo(received);

    holidays.apply(List.of(new HolidayEdit.Struck(wednesday, DECREE)), MONDAY, MANAGER);
    assertThat(now(rma).dueAt()).isEqualTo(inspectBy);
    holidays.apply(
        List.of(new HolidayEdit.Struck(LocalDate.of(2026, 3, 18), DECREE)), MONDAY, MANAGER);
    assertThat(now(rma).dueAt()).isBefore(inspectBy);
    assertThat(told(rma)).isEmpty();
  }

  @Test
  void everyDayOfACustomerIsCountedFromWhenItBegan() {
    var later = MONDAY.plus(Duration.ofDays(1));
    var waiting = authorized();
    var sent = done(desk.waybill(CaseRef.latest(authorized().id()), JNE, later, CUSTOMER));
    var dispatched = dispatched(later);

    holidays.apply(List.of(off(IN_BETWEEN)), later, MANAGER);

    assertThat(told(waiting)).containsExactly("SHIP 2026-04-01 2026-04-02");
    assertThat(now(sent).dueAt()).isAfter(Objects.requireNonNull(sent.dueAt()));
    assertThat(told(sent)).isEmpty();
    assertThat(told(dispatched)).containsExactly("ANSWER 2026-04-02 2026-04-06");
  }

  @Test
  void whoIsLateByTheOldDaysIsInTimeByTheNewAndLetThroughWithoutAPerson() {
    var received = LocalDate.of(2028, 3, 1);
    var rma = lateInAnUndecreedYear(received);
    assertThat(rma.status()).isEqualTo(RmaStatus.REQUESTED);
    var at = rma.openedAt().plusSeconds(3600);

    var preview = holidays.preview(List.of(decree(2028), off(LocalDate.of(2028, 3, 6))), at);
    assertThat(preview.cases())
        .contains(
            new HolidayDesk.Touched(
                rma.requestNumber().value(),
                Objects.requireNonNull(rma.dueAt()),
                Objects.requireNonNull(rma.dueAt()),
                true));
    holidays.apply(List.of(decree(2028), off(LocalDate.of(2028, 3, 6))), at, MANAGER);

    assertThat(now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);
    var kept = Objects.requireNonNull(decisions.latest(rma.id()).get(1));
    assertThat(kept.stage()).isEqualTo(Decisions.Stage.CALENDAR);
    assertThat(kept.decision().holidaySet()).isEqualTo(calendar.current().id());
    assertThat(kept.decision().deadline().orElseThrow().provisional()).isFalse();
    assertThat(recounts(rma))
        .singleElement()
        .extracting(RmaEvent.Recounted::judged)
        .isEqualTo(List.of(1));
  }

  @Test
  void aDecreeThatConfirmsTheDelayLeavesTheCaseToAPerson() {
    var rma = lateInAnUndecreedYear(LocalDate.of(2028, 5, 2));
    var at = rma.openedAt().plusSeconds(3600);

    holidays.apply(List.of(decree(2028)), at, MANAGER);

    assertThat(now(rma)).isEqualTo(rma);
    assertThat(Objects.requireNonNull(decisions.latest(rma.id()).get(1)).decision().outcome())
        .isEqualTo(Outcome.REVIEW);
  }

  @Test
  void whatAnotherProgramCountedByTheOldDaysIsFoundByTheTimer() {
    var rma = authorized();
    book.apply(List.of(off(IN_BETWEEN)), MONDAY, MANAGER);
    assertThat(now(rma)).isEqualTo(rma);

    assertThat(holidays.recount(MONDAY, () -> false)).isPositive();
    assertThat(now(rma).shipBy()).isEqualTo(SHIP_BY.plusDays(1));

    assertThat(jdbc.sql("select calendar from recounted").query(String.class).single())
        .isNotEqualTo(calendar.known().name());
    holidays.recount(MONDAY.plusSeconds(61), () -> false);
    assertThat(jdbc.sql("select calendar from recounted").query(String.class).single())
        .isEqualTo(calendar.known().name());
  }

  private Rma authorized() {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, 1_000_000));
    return done(desk.open(cases.dead(order, 1, new Sku(sku)), MONDAY, CUSTOMER));
  }

  private Rma dispatched(Instant at) {
    var rma = authorized();
    var ref = CaseRef.latest(rma.id());
    done(desk.receive(ref, List.of(), at, MANAGER));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), at, MANAGER));
    done(desk.settle(ref, ShippingCosts.NONE, at, MANAGER));
    var unit = new LineDispatch(1, shelf.shippable(rma.lines().getFirst().wantedSku(), 1));
    return done(desk.dispatch(ref, JNE, List.of(unit), at, MANAGER));
  }

  /** One working day late, by weekends alone. */
  private Rma lateInAnUndecreedYear(LocalDate received) {
    var sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 1);
    var order = shop.order(received, new ShopFixture.Line(sku, 1, 1_000_000));
    var contact =
        calendar
            .current()
            .workingDayAfter(
                calendar.current().due(received, 7, io.tukar.calendar.DayUnit.WORKING).date())
            .atTime(10, 0)
            .atZone(io.tukar.calendar.WorkingCalendar.SHOP_ZONE)
            .toInstant();
    var draft = drafts.start(order, Language.ID, contact);
    shop.photos(draft.id(), 1, contact, "LABEL", "UNIT", "FAULT", "BOX");
    var request =
        new OpenRequest(
            order,
            Channel.PORTAL,
            Language.ID,
            contact,
            ContactChannel.PORTAL,
            draft.id(),
            List.of(
                new OpenRequest.Line(
                    1,
                    1,
                    ReturnReason.DEAD_ON_ARRIVAL,
                    Symptom.NO_POWER,
                    new Sku(sku),
                    new OpenRequest.Claimed(null, null, true),
                    null,
                    null)),
            null);
    return done(desk.open(request, contact, CUSTOMER));
  }

  private List<RmaEvent.Recounted> recounts(Rma rma) {
    return history.of(rma.id()).stream()
        .map(Happened::event)
        .filter(RmaEvent.Recounted.class::isInstance)
        .map(RmaEvent.Recounted.class::cast)
        .toList();
  }

  private List<String> told(Rma rma) {
    return jdbc.sql(
            """
            select params->>'STEP' || ' ' || (params->>'DAY_BEFORE') || ' ' || (params->>'DAY_NOW')
            from outbox where rma_id = ? and template = 'DATE_MOVED' order by id
            """)
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private List<Instant> holdsUntil(Rma rma) {
    return jdbc.sql("select expires_at from hold where rma_id = ?")
        .param(rma.id())
        .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .list();
  }

  private Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private static HolidayEdit off(LocalDate date) {
    return new HolidayEdit.Off(
        new Holiday(
            date, Holiday.Kind.NATIONAL, Optional.of(new Words("Libur baru", "New holiday"))),
        DECREE);
  }

  private static HolidayEdit decree(int year) {
    return new HolidayEdit.OfYear(year, Optional.of(DECREE));
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
