package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has yet to ship is reminded in time, and their hold ends with the case. */
@TukarTest
@FreshDatabase
class ShipRemindersTest {

  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final Actor STAFF = new Actor.Staff(1, Role.MANAGER);

  @Autowired private ShipReminders reminders;
  @Autowired private Clockwork clockwork;
  @Autowired private ExchangeDesk desk;
  @Autowired private Rmas rmas;
  @Autowired private Drafts drafts;
  @Autowired private Promises promises;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @Test
  void theCustomerIsRemindedThreeWorkingDaysBeforeAndOneAndOnceEach() {
    var rma = opened();
    var shipBy = Objects.requireNonNull(rma.shipBy());
    for (var day = Promises.day(MONDAY); !day.isAfter(shipBy); day = day.plusDays(1)) {
      reminders.remind(noonOf(day), () -> false);
      assertThat(reminders.remind(noonOf(day), () -> false)).as("again on %s", day).isZero();
    }

    var third = lastDayWith(3, shipBy);
    var eve = lastDayWith(1, shipBy);
    assertThat(third).isBefore(eve);
    assertThat(reminded(rma)).containsExactly(third, eve);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aClockThatStoodStillRemindsOnceAndNotForTheDaysItMissed() {
    var rma = opened();
    var shipBy = Objects.requireNonNull(rma.shipBy());

    reminders.remind(noonOf(shipBy), () -> false);
    reminders.remind(noonOf(shipBy), () -> false);
    reminders.remind(noonOf(shipBy.plusDays(1)), () -> false);

    assertThat(reminded(rma)).containsExactly(shipBy);
  }

  @Test
  void nobodyIsRemindedWhoseParcelIsOnItsWayOrHereOrWhoseCaseEnded() {
    var sent = opened();
    var parcel = new Parcel(Courier.JNE, new WaybillNumber("JNE820001"));
    done(desk.waybill(CaseRef.latest(sent.id()), parcel, MONDAY, STAFF));
    var received = opened();
    done(desk.receive(CaseRef.latest(received.id()), List.of(), MONDAY, STAFF));
    var cancelled = opened();
    done(desk.cancel(CaseRef.latest(cancelled.id()), MONDAY, STAFF));

    reminders.remind(noonOf(Objects.requireNonNull(sent.shipBy())), () -> false);

    assertThat(List.of(sent, received, cancelled))
        .allSatisfy(rma -> assertThat(reminded(rma)).isEmpty());
  }

  @Test
  void aDateThatMovesIsRemindedOfAnew() {
    var rma = opened();
    var shipBy = Objects.requireNonNull(rma.shipBy());
    reminders.remind(noonOf(shipBy), () -> false);

    jdbc.sql("update rma set ship_by = ship_by + 1 where id = ?").param(rma.id()).update();
    reminders.remind(noonOf(shipBy), () -> false);

    assertThat(reminded(rma)).containsExactly(shipBy, shipBy);
    assertThat(letters(rma)).containsExactly(shipBy.toString(), shipBy.plusDays(1).toString());
  }

  @Test
  void nothingIsWrittenOnceTheProgramIsStopping() {
    var rma = opened();
    reminders.remind(noonOf(Objects.requireNonNull(rma.shipBy())), () -> true);
    assertThat(reminded(rma)).isEmpty();
  }

  @Test
  void aCaseWhoseParcelStandsInQuarantineIsNeitherRemindedNorEndedByTheClock() {
    var rma = opened();
    jdbc.sql(
            """
            insert into parcel (key, at, actor, boxes, packaging, rma_id, state)
            values (gen_random_uuid(), :at, 'staff:1', 1, 'AS_PACKED', :rma, 'QUARANTINE')
            """)
        .param("at", MONDAY.atOffset(ZoneOffset.UTC))
        .param("rma", rma.id())
        .update();
    var due = Objects.requireNonNull(rma.dueAt());

    reminders.remind(due.minusSeconds(60), () -> false);
    clockwork.expire(due.plusSeconds(60), () -> false);

    assertThat(reminded(rma)).isEmpty();
    assertThat(rmas.find(rma.id()).orElseThrow().status()).isEqualTo(RmaStatus.AUTHORIZED);
  }

  private Rma opened() {
    var sku = shop.counted(Cases.freshSku(), 1_000_000, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku.value(), 1, 1_000_000));
    return done(desk.open(cases.dead(order, 1, new Sku(sku.value())), MONDAY, STAFF));
  }

  /** The first day on which no more than so many working days are left. */
  private LocalDate lastDayWith(int workingDays, LocalDate shipBy) {
    var day = Promises.day(MONDAY);
    while (promises.customerDay(noonOf(day), workingDays).isBefore(shipBy)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private List<LocalDate> reminded(Rma rma) {
    return jdbc.sql(
            """
            select created_at at time zone 'Asia/Jakarta' from outbox
            where rma_id = ? and template = 'SHIP_REMINDER' order by id
            """)
        .param(rma.id())
        .query((row, n) -> row.getObject(1, LocalDateTime.class).toLocalDate())
        .list();
  }

  private List<String> letters(Rma rma) {
    return jdbc.sql(
            """
            select params->>'SHIP_BY' from outbox
            where rma_id = ? and template = 'SHIP_REMINDER' order by id
            """)
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static Instant noonOf(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
