package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.HolidayFeed.Row;
import io.tukar.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of holidays may hold at most, and the less usual ways to write one. */
class HolidayFeedBoundsTest {

  private static final String DECREE = "SKB No. 1/2027";

  @ParameterizedTest
  @CsvSource({"P1D, 1", "P3D, 3", "P2W, 14"})
  void anEventCanSayHowManyDaysItLasts(String duration, int days) {
    var rows = read(calendar(event("DURATION:" + duration, "Libur"))).rows();

    assertThat(rows).hasSize(days);
    assertThat(date(rows.getFirst())).isEqualTo(LocalDate.of(2028, 1, 3));
    assertThat(date(rows.getLast())).isEqualTo(LocalDate.of(2028, 1, 2).plusDays(days));
  }

  @Test
  void anEventOfNoDaysIsRefused() {
    assertThat(read(calendar(event("DURATION:P0D", "Libur"))).rows())
        .containsExactly(new Row.Refused(3, "Libur", Refusal.of("ics-bad-end", "file")));
  }

  @Test
  void aNameMayBeAsLongAsItCanBeKeptAndIsClippedWhereItIsShown() {
    var longest = "x".repeat(HolidayEdit.NAME_CHARS_MAX);

    assertThat(read(calendar(event("UID:1", longest))).rows().getFirst())
        .isInstanceOf(Row.Day.class);
    assertThat(read(calendar(event("UID:1", longest + "y"))).rows())
        .containsExactly(
            new Row.Refused(
                3,
                longest + "...",
                Refusal.of("ics-name-too-long", "file", HolidayEdit.NAME_CHARS_MAX)));
    assertThat(read(calendar(event("STATUS:CANCELLED", longest))).rows())
        .containsExactly(new Row.CalledOff(3, longest));
  }

  @Test
  void ofTheNamesOnRecordTheLongestThatFitsGivesTheEnglishOne() {
    assertThat(
            ((Row.Day)
                    read(calendar(event("UID:1", "Kelahiran Pancasila, Hari Lahir Pancasila")))
                        .rows()
                        .getFirst())
                .holiday()
                .name()
                .orElseThrow()
                .en())
        .isEqualTo("Pancasila Day");
  }

  @Test
  void anEscapedTextIsReadAsItIsMeant() {
    assertThat(read(calendar(event("STATUS:CANCELLED", "Natal\\, \\;a\\nb\\Nc \\\\ d\\"))).rows())
        .containsExactly(new Row.CalledOff(3, "Natal, ;a b c \\ d\\"));
  }

  @Test
  void whatAnAlarmOfAnEventSaysIsNotTheEvents() {
    var alarm = "BEGIN:VALARM\nSUMMARY:Ingat\nSTATUS:CANCELLED\nEND:VALARM\nUID:1";

    var rows = read(calendar(event(alarm, "Libur"))).rows();

    assertThat(rows).hasSize(1);
    assertThat(((Row.Day) rows.getFirst()).holiday().name().orElseThrow().id()).isEqualTo("Libur");
  }

  @Test
  void theDecreeMayStandInTheDescriptionOfTheCalendar() {
    var file = calendar("DESCRIPTION:Keputusan Bersama No. 7\n", event("UID:1", "Libur"));

    assertThat(HolidayFeed.read(bytes(file), "", "cuti bersama").decree())
        .isEqualTo("Keputusan Bersama No. 7");
  }

  @Test
  void oneFileHoldsOneCalendar() {
    var one = calendar(event("UID:1", "Libur"));

    assertThat(read(one + one).refusals())
        .containsExactly(Refusal.of("ics-several-calendars", "file"));
  }

  @Test
  void theDaysOfItsYearsThatAFileDoesNotNameAreTold() {
    var file = calendar(event("UID:1", "Libur").replace("20280103", "20260101"));
    var now = WorkingCalendar.indonesia();

    var unnamed = read(file).unnamed(now);

    assertThat(unnamed)
        .containsExactlyElementsOf(
            now.holidays().stream()
                .filter(day -> day.date().getYear() == 2026)
                .filter(day -> !day.date().equals(LocalDate.of(2026, 1, 1)))
                .toList());
  }

  @Test
  void aFileOfExactlyTheLargestSizeIsRead() {
    var file = calendar(event("UID:1", "Libur"));
    var padded = new byte[IcsLines.BYTES_MAX];
    Arrays.fill(padded, (byte) '\n');
    System.arraycopy(bytes(file), 0, padded, 0, file.length());

    assertThat(HolidayFeed.read(padded, DECREE, "cuti bersama").isGood()).isTrue();
  }

  @Test
  void aFileOfExactlyTheMostEventsIsRead() {
    var file = calendar(event("STATUS:CANCELLED", "Libur").repeat(IcsLines.EVENTS_MAX));

    assertThat(read(file).rows()).hasSize(IcsLines.EVENTS_MAX);
  }

  @ParameterizedTest
  @CsvSource({"3, ''", "4, ics-broken"})
  void whatIsNestedTooDeepIsRefused(int depth, String code) {
    var nested = "BEGIN:VALARM\n".repeat(depth - 1) + "END:VALARM\n".repeat(depth - 1);

    assertThat(codes(calendar(event(nested + "UID:1", "Libur"))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void aFileThatBeginsWithAFoldedLineIsNoCalendar() {
    assertThat(codes(" " + calendar(event("UID:1", "Libur")))).containsExactly("ics-no-calendar");
  }

  @Test
  void aCalendarThatIsNotClosedIsBrokenAtItsLastLine() {
    assertThat(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n").refusals())
        .containsExactly(Refusal.of("ics-broken", "file", 3));
  }

  private static LocalDate date(Row row) {
    return ((Row.Day) row).holiday().date();
  }

  private static List<String> codes(String file) {
    return read(file).refusals().stream().map(Refusal::code).toList();
  }

  private static HolidayFeed read(String file) {
    return HolidayFeed.read(bytes(file), DECREE, HolidayFeed.COLLECTIVE_LEAVE_WORD);
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }

  private static String calendar(String... contents) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", contents) + "END:VCALENDAR\n";
  }

  private static String event(String line, String summary) {
    return "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20280103\n%s\nSUMMARY:%s\nEND:VEVENT\n"
        .formatted(line, summary);
  }
}
