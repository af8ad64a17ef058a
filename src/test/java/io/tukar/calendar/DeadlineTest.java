package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

  private static final LocalDate FRIDAY_13_MARCH = LocalDate.of(2026, 3, 13);
  private static final WorkingCalendar INDONESIA = WorkingCalendar.indonesia();

  @ParameterizedTest
  @CsvSource({
    "2026-03-13, 7, calendar, off,    2026-03-20",
    "2026-03-13, 7, working,  worked, 2026-03-25",
    "2026-03-13, 7, working,  off,    2026-03-31",
    "2026-03-13, 0, working,  off,    2026-03-13",
    "2026-03-13, 1, working,  off,    2026-03-16",
    // received at a weekend and on a holiday: day 1 is still the next working day
    "2026-03-14, 1, working,  off,    2026-03-16",
    "2026-03-21, 1, working,  off,    2026-03-25",
    "2026-03-21, 1, working,  worked, 2026-03-23",
    "2025-12-24, 1, working,  off,    2025-12-29",
    "2025-12-24, 1, working,  worked, 2025-12-26",
    "2027-03-05, 2, working,  off,    2027-03-17",
    "2028-02-28, 1, calendar, off,    2028-02-29",
  })
  void aPeriodEndsOnTheDayTheArithmeticGives(
      LocalDate received, int days, String unit, String leave, LocalDate expected) {
    var calendar = INDONESIA.with(CollectiveLeave.parse(leave).orElseThrow());

    var deadline = calendar.due(received, days, DayUnit.parse(unit).orElseThrow());

    assertThat(deadline.date()).isEqualTo(expected);
    assertThat(deadline.provisional()).isFalse();
  }

  @Test
  void theLastDayCountsToItsLastSecondInShopTime() {
    var deadline = INDONESIA.due(FRIDAY_13_MARCH, 7, DayUnit.WORKING);

    assertThat(deadline.endsAt()).isEqualTo(Instant.parse("2026-03-31T16:59:59Z"));
    assertThat(deadline.metBy(Instant.parse("2026-03-31T16:59:59.999Z"))).isTrue();
    assertThat(deadline.metBy(Instant.parse("2026-03-31T17:00:00Z"))).isFalse();
  }

  @Test
  void theArithmeticNamesEveryDayPassedOverInBothLanguages() {
    var lines = INDONESIA.due(FRIDAY_13_MARCH, 7, DayUnit.WORKING).lines();

    assertThat(lines)
        .containsSequence(
            new Words("diterima: Jumat, 13 Maret 2026", "received: Friday, 13 March 2026"),
            new Words(
                "tidak dihitung: Sabtu, 14 Maret 2026, akhir pekan",
                "not counted: Saturday, 14 March 2026, weekend"))
        .contains(
            new Words("hari ke-1: Senin, 16 Maret 2026", "day 1: Monday, 16 March 2026"),
            new Words(
                "tidak dihitung: Rabu, 18 Maret 2026, cuti bersama (Hari Suci Nyepi)",
                "not counted: Wednesday, 18 March 2026, collective leave (Nyepi, Day of Silence)"),
            new Words("hari ke-7: Selasa, 31 Maret 2026", "day 7: Tuesday, 31 March 2026"))
        .last()
        .isEqualTo(
            new Words(
                "batas waktu: Selasa, 31 Maret 2026 pukul 23.59.59 WIB",
                "deadline: Tuesday, 31 March 2026 at 23:59:59 WIB"));
  }

  @Test
  void theSentenceHoldsTheWholeArithmetic() {
    var worked = INDONESIA.with(CollectiveLeave.WORKED);

    var sentence = worked.due(FRIDAY_13_MARCH, 7, DayUnit.WORKING).sentence();

    assertThat(sentence.id())
        .isEqualTo(
            "7 hari kerja sejak diterima Jumat, 13 Maret 2026; hari ke-1 Senin, 16 Maret 2026;"
                + " tidak dihitung: 19 Maret 2026 libur nasional (Hari Suci Nyepi),"
                + " 4 hari akhir pekan;"
                + " berakhir Rabu, 25 Maret 2026 pukul 23.59 WIB.");
    assertThat(sentence.en())
        .startsWith("7 working days from receipt on Friday, 13 March 2026; day 1 is Monday, 16")
        .endsWith("; ends on Wednesday, 25 March 2026 at 23:59 WIB.");
  }

  @Test
  void aPeriodThatReachesAYearWithoutADecreeIsProvisionalAndSaysWhichYear() {
    var deadline = INDONESIA.due(LocalDate.of(2027, 12, 28), 7, DayUnit.WORKING);

    assertThat(deadline.provisional()).isTrue();
    assertThat(deadline.undecreedYears()).containsExactly(2028);
    assertThat(deadline.lines().getLast().en()).contains("provisional").contains("2028");
    assertThat(deadline.lines().getLast().id()).contains("provisional").contains("2028");
  }

  @Test
  void aCountOfCalendarDaysIsNeverProvisionalBecauseNoHolidayEntersIt() {
    assertThat(INDONESIA.due(LocalDate.of(2027, 12, 28), 7, DayUnit.CALENDAR).provisional())
        .isFalse();
  }

  @Test
  void theLongestPeriodIsToldInFewLines() {
    var deadline = INDONESIA.due(FRIDAY_13_MARCH, Deadline.DAYS_MAX, DayUnit.WORKING);

    assertThat(deadline.lines()).hasSizeLessThan(100);
    assertThat(deadline.undecreedYears()).startsWith(2028).isSorted();
  }

  @Test
  void aPeriodBeyondTheBoundsIsRefused() {
    assertThatThrownBy(() -> INDONESIA.due(FRIDAY_13_MARCH, -1, DayUnit.WORKING))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> INDONESIA.due(FRIDAY_13_MARCH, 10_000, DayUnit.WORKING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDeadlineWithACutOffIsOverAtThatTimeOfItsLastDay() {
    var deadline = INDONESIA.due(FRIDAY_13_MARCH, 7, DayUnit.CALENDAR).before(LocalTime.of(15, 30));

    assertThat(deadline.date()).isEqualTo(LocalDate.of(2026, 3, 20));
    assertThat(deadline.endsAt()).isEqualTo(Instant.parse("2026-03-20T08:29:59Z"));
    assertThat(deadline.metBy(Instant.parse("2026-03-19T16:00:00Z"))).isTrue();
    assertThat(deadline.metBy(Instant.parse("2026-03-20T08:29:59.999Z"))).isTrue();
    assertThat(deadline.metBy(Instant.parse("2026-03-20T08:30:00Z"))).isFalse();
    assertThat(deadline.metBy(Instant.parse("2026-03-21T01:00:00Z"))).isFalse();
    assertThat(deadline.lines().getLast())
        .isEqualTo(
            new Words(
                "batas waktu: Jumat, 20 Maret 2026 sebelum pukul 15.30 WIB",
                "deadline: Friday, 20 March 2026 before 15:30 WIB"));
  }

  @Test
  void aPeriodOfNoDaysIsTheDayOfReceiptItself() {
    var deadline = INDONESIA.due(FRIDAY_13_MARCH, 0, DayUnit.WORKING);

    assertThat(deadline.firstDay()).isEqualTo(FRIDAY_13_MARCH);
    assertThat(deadline.sentence().en())
        .isEqualTo(
            "0 working days from receipt on Friday, 13 March 2026;"
                + " ends on Friday, 13 March 2026 at 23:59 WIB.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-05 | 1 | 1 working day from | ''",
        "2026-03-05 | 2 | 2 working days from | ; not counted: 2 weekend days",
        "2026-03-07 | 1 | 1 working day from | ; not counted: 1 weekend day;",
      })
  void aSentenceCountsOneAndMany(LocalDate received, int days, String start, String notCounted) {
    var sentence = INDONESIA.due(received, days, DayUnit.WORKING).sentence().en();

    assertThat(sentence).startsWith(start).contains(notCounted);
    assertThat(sentence.contains("not counted")).isEqualTo(!notCounted.isEmpty());
  }

  @Test
  void aMonthIsToldDayByDayAndALongerPeriodByItsEndsAndItsHolidays() {
    var month = INDONESIA.due(FRIDAY_13_MARCH, 31, DayUnit.CALENDAR).lines();
    var longer = INDONESIA.due(FRIDAY_13_MARCH, 32, DayUnit.WORKING).lines();

    assertThat(month).hasSize(33);
    assertThat(longer)
        .extracting(Words::en)
        .startsWith("received: Friday, 13 March 2026", "day 1: Monday, 16 March 2026")
        .contains(
            "not counted: Thursday, 19 March 2026, national holiday (Nyepi, Day of Silence)",
            "not counted: 16 weekend days",
            "day 32: Thursday, 7 May 2026")
        .doesNotContain("not counted: Saturday, 14 March 2026, weekend");
  }

  @Test
  void aLongPeriodOfCalendarDaysPassesOverNothing() {
    assertThat(INDONESIA.due(FRIDAY_13_MARCH, 40, DayUnit.CALENDAR).lines())
        .extracting(Words::en)
        .containsExactly(
            "received: Friday, 13 March 2026",
            "day 1: Saturday, 14 March 2026",
            "day 40: Wednesday, 22 April 2026",
            "deadline: Wednesday, 22 April 2026 at 23:59:59 WIB");
  }

  @Test
  void aUnitOfDaysIsReadByTheWordItIsWrittenWith() {
    for (var unit : DayUnit.values()) {
      assertThat(DayUnit.parse(unit.word())).contains(unit);
    }
    assertThat(DayUnit.parse("hari")).isEmpty();
  }
}
