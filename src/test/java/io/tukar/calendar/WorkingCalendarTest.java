package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.kernel.Words;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private static final WorkingCalendar INDONESIA = WorkingCalendar.indonesia();

  @ParameterizedTest
  @CsvSource({
    "2025, 17, 11",
    "2026, 17, 8",
    "2027, 18, 8",
  })
  void aDecreedYearHasAllItsDaysOff(int year, long national, long collective) {
    var counts =
        INDONESIA.holidays().stream()
            .filter(holiday -> holiday.date().getYear() == year)
            .collect(Collectors.groupingBy(Holiday::kind, Collectors.counting()));

    assertThat(INDONESIA.decree(year)).isPresent();
    assertThat(counts)
        .containsEntry(Holiday.Kind.NATIONAL, national)
        .containsEntry(Holiday.Kind.COLLECTIVE_LEAVE, collective);
  }

  @Test
  void aYearNobodyDecreedYetIsKnownToBeOpen() {
    assertThat(INDONESIA.decree(2024)).isEmpty();
    assertThat(INDONESIA.decree(2028)).isEmpty();
  }

  @Test
  void collectiveLeaveIsADayOffOnlyWhereTheShopTakesIt() {
    var leaveOfNyepi = LocalDate.of(2026, 3, 18);

    assertThat(INDONESIA.isWorkingDay(leaveOfNyepi)).isFalse();
    assertThat(INDONESIA.dayOff(leaveOfNyepi).orElseThrow().id())
        .isEqualTo("cuti bersama (Hari Suci Nyepi)");
    assertThat(INDONESIA.with(CollectiveLeave.WORKED).isWorkingDay(leaveOfNyepi)).isTrue();
  }

  @Test
  void theIdTellsHolidaySetsApartByContentAndComesBackWithTheContent() {
    var worked = INDONESIA.with(CollectiveLeave.WORKED);

    assertThat(INDONESIA.id()).startsWith("indonesia:off:").isNotEqualTo(worked.id());
    assertThat(worked.with(CollectiveLeave.OFF).id()).isEqualTo(INDONESIA.id());
    assertThat(INDONESIA.with(shopDay(LocalDate.of(2026, 11, 24))).id())
        .isNotEqualTo(INDONESIA.id());
  }

  @Test
  void theSameDaysInAnotherZoneEndAtItsOwnMidnight() {
    var jayapura = INDONESIA.in(ZoneId.of("Asia/Jayapura"));

    assertThat(jayapura.zone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
    assertThat(jayapura.holidays()).isEqualTo(INDONESIA.holidays());
    assertThat(jayapura.id()).isNotEqualTo(INDONESIA.id());
    assertThat(jayapura.due(LocalDate.of(2026, 3, 13), 1, DayUnit.WORKING).endsAt())
        .isEqualTo("2026-03-16T14:59:59Z");
    assertThat(INDONESIA.in(WorkingCalendar.SHOP_ZONE).id()).isEqualTo(INDONESIA.id());
  }

  @Test
  void aNationalHolidayOutweighsACollectiveLeaveWhicheverIsNamedFirst() {
    var day = LocalDate.of(2026, 11, 24);
    var national = shopDay(day);
    var leave = new Holiday(day, Holiday.Kind.COLLECTIVE_LEAVE, Optional.empty());

    assertThat(calendarOf(national, leave).holidays()).containsExactly(national);
    assertThat(calendarOf(leave, national).holidays()).containsExactly(national);
    assertThat(calendarOf(leave).with(national).holidays()).containsExactly(national);
    assertThat(calendarOf(national).with(leave).holidays()).containsExactly(national);
  }

  @Test
  void aCalendarKnowsWhetherItsShopTakesCollectiveLeave() {
    assertThat(INDONESIA.collectiveLeave()).isEqualTo(CollectiveLeave.OFF);
    assertThat(INDONESIA.with(CollectiveLeave.WORKED).collectiveLeave())
        .isEqualTo(CollectiveLeave.WORKED);
  }

  @Property
  void addingAHolidayNeverShortensAWorkingWindow(
      @ForAll("dates") LocalDate received,
      @ForAll("dates") LocalDate holiday,
      @ForAll @IntRange(min = 0, max = 60) int days) {
    var before = INDONESIA.due(received, days, DayUnit.WORKING).date();
    var after = INDONESIA.with(shopDay(holiday)).due(received, days, DayUnit.WORKING).date();

    assertThat(after).isAfterOrEqualTo(before);
  }

  @Property
  void aWorkingWindowHoldsExactlyItsWorkingDays(
      @ForAll("dates") LocalDate received, @ForAll @IntRange(min = 1, max = 60) int days) {
    var deadline = INDONESIA.due(received, days, DayUnit.WORKING);

    assertThat(INDONESIA.isWorkingDay(deadline.date())).isTrue();
    assertThat(INDONESIA.workingDaysBetween(received, deadline.date())).isEqualTo(days);
    assertThat(deadline.firstDay()).isEqualTo(INDONESIA.workingDayAfter(received));
    assertThat(received.plusDays(days + (long) deadline.skipped().size()))
        .isEqualTo(deadline.date());
  }

  @Property
  void aDeadlineAskedForAgainIsTheOneCountedFirstWhateverWasAskedBetween(
      @ForAll("dates") LocalDate received,
      @ForAll @IntRange(max = 120) int days,
      @ForAll("dates") LocalDate other,
      @ForAll @IntRange(max = 120) int otherDays) {
    for (var unit : DayUnit.values()) {
      var fresh = INDONESIA.with(shopDay(LocalDate.of(2031, 1, 6))).due(received, days, unit);
      assertThat(INDONESIA.due(received, days, unit)).isEqualTo(fresh);
      assertThat(INDONESIA.due(other, otherDays, unit).received()).isEqualTo(other);
      assertThat(INDONESIA.due(received, days, unit)).isEqualTo(fresh);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "years: 3 | 1:8: expected a list",
        "years: [{year: 2026, decree: x, national: [{date: 2025-01-01}], collective-leave: []}]"
            + " | 1:44: 2025-01-01 stands under 2026",
      })
  void aHolidayFileOfAnotherFormIsRefusedAtItsPlace(String yaml, String message) {
    assertThatThrownBy(() -> HolidayFile.read(new StringReader(yaml)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aHolidayFileGivesItsSetItsZoneItsDecreesAndItsDaysByKind() {
    var yaml =
        """
        set: toko
        zone: Asia/Makassar
        years:
          - year: 2026
            decree: SK 1
            national:
              - {date: 2026-11-24, id: Hari toko, en: Shop day}
            collective-leave:
              - {date: 2026-11-25}
        """;

    var read = HolidayFile.read(new StringReader(yaml));

    assertThat(read.id()).startsWith("toko:off:");
    assertThat(read.zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    assertThat(read.decrees()).containsExactly(new Decree(2026, "SK 1"));
    assertThat(read.holidays())
        .containsExactly(
            shopDay(LocalDate.of(2026, 11, 24)),
            new Holiday(
                LocalDate.of(2026, 11, 25), Holiday.Kind.COLLECTIVE_LEAVE, Optional.empty()));
  }

  @Test
  void theShippedFileIsTheCalendarOfIndonesia() {
    assertThat(HolidayFile.shipped("/calendar/indonesia.yaml").id()).isEqualTo(INDONESIA.id());
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.integers()
        .between(0, 3 * 365)
        .map(day -> LocalDate.of(2025, 1, 1).plusDays(day));
  }

  private static WorkingCalendar calendarOf(Holiday... holidays) {
    return WorkingCalendar.of(
        "toko", WorkingCalendar.SHOP_ZONE, CollectiveLeave.OFF, List.of(), List.of(holidays));
  }

  private static Holiday shopDay(LocalDate date) {
    return new Holiday(
        date, Holiday.Kind.NATIONAL, Optional.of(new Words("Hari toko", "Shop day")));
  }
}
