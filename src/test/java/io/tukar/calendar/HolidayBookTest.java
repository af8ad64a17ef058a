package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.CountedStatements;
import io.tukar.TukarTest;
import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Role;
import io.tukar.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TukarTest
class HolidayBookTest {

  private static final String DECREE = "SKB No. 9/2026";
  private static final Instant NOW = Instant.parse("2026-03-16T03:00:00Z");
  private static final Actor MANAGER = new Actor.Staff(7, Role.MANAGER);

  @Autowired private HolidayBook book;
  @Autowired private ShopCalendar calendar;
  @Autowired private HolidayRows rows;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;

  @Test
  void aChangeIsKnownAtOnceAndKeptWithWhoMadeIt() {
    var day = LocalDate.of(2026, 9, 9);

    var effects = book.apply(List.of(off(day, "Pilkada")), NOW, MANAGER);

    assertThat(effects).extracting(Map.Entry::getValue).containsExactly(Effect.ADDED);
    assertThat(calendar.current().isWorkingDay(day)).isFalse();
    assertThat(book.changes(2026).getFirst())
        .isEqualTo(new HolidayChange(off(day, "Pilkada"), NOW, "staff:7"));
  }

  @Test
  void theSameChangeAgainIsNoChange() {
    var edits =
        List.<HolidayEdit>of(
            off(LocalDate.of(2026, 9, 10), "Pilkada"),
            new HolidayEdit.Struck(LocalDate.of(2026, 8, 25), DECREE),
            new HolidayEdit.OfYear(2029, Optional.of(DECREE)));
    book.apply(edits, NOW, MANAGER);
    var known = calendar.known();

    var again = book.apply(edits, NOW.plusSeconds(60), MANAGER);

    assertThat(again).extracting(Map.Entry::getValue).containsOnly(Effect.SAME);
    assertThat(calendar.known()).isSameAs(known);
  }

  @Test
  void whoAsksForTheDaysOffAsksNoDatabase() {
    calendar.current();
    long before = CountedStatements.soFar();

    calendar.current();

    assertThat(CountedStatements.soFar()).isEqualTo(before);
  }

  @Test
  void whatAnotherProgramChangedIsSeenAtTheNextLook() {
    var day = LocalDate.of(2026, 9, 14);
    transactions.executeWithoutResult(
        transaction -> rows.store(off(day, "Pilkada"), rows.nextRevision(NOW), NOW, "staff:8"));
    assertThat(calendar.current().isWorkingDay(day)).isTrue();

    calendar.refresh();

    assertThat(calendar.current().isWorkingDay(day)).isFalse();
  }

  @Test
  void whatWasChangedIsNeverRewritten() {
    book.apply(List.of(off(LocalDate.of(2026, 9, 15), "Pilkada")), NOW, MANAGER);

    assertThatThrownBy(() -> jdbc.sql("update holiday_change set actor = 'x'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private static HolidayEdit off(LocalDate date, String name) {
    return new HolidayEdit.Off(
        new Holiday(date, Holiday.Kind.NATIONAL, Optional.of(new Words(name, name))), DECREE);
  }
}
