package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.HolidayFeed.Row;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFeedTest {

  private static final String DECREE = "Keputusan Bersama Nomor 1 Tahun 2027, Nomor 2 Tahun 2027";
  private static final String NEW_YEAR =
      """
      BEGIN:VEVENT
      UID:1
      DTSTART;VALUE=DATE:20280101
      DTEND;VALUE=DATE:20280102
      SUMMARY:Tahun Baru Masehi
      END:VEVENT
      """;

  @Test
  void aFileOfADecreeGivesItsDaysByKindAndDecreesItsYears() {
    var feed =
        read(
            calendar(
                "X-WR-CALDESC:" + DECREE + "\n",
                NEW_YEAR,
                event("20280324", "20280327", "Cuti Bersama Idulfitri 1449 H")));

    assertThat(feed.isGood()).isTrue();
    assertThat(feed.decree()).isEqualTo(DECREE);
    assertThat(feed.rows())
        .containsExactly(
            new Row.Day(4, holiday("2028-01-01", "Tahun Baru Masehi", "New Year's Day")),
            new Row.Day(10, leave("2028-03-24", "Idulfitri 1449 H", "Eid al-Fitr")),
            new Row.Day(10, leave("2028-03-25", "Idulfitri 1449 H", "Eid al-Fitr")),
            new Row.Day(10, leave("2028-03-26", "Idulfitri 1449 H", "Eid al-Fitr")));
    assertThat(feed.edits()).contains(new HolidayEdit.OfYear(2028, Optional.of(DECREE))).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cuti Bersama Hari Raya Natal | Hari Raya Natal",
        "CUTI BERSAMA: Hari Raya Natal | Hari Raya Natal",
        "Hari Raya Natal (cuti bersama) | Hari Raya Natal",
        "Hari Raya Natal - Cuti Bersama | Hari Raya Natal",
      })
  void theWordForTheLeaveIsItsKindAndNotPartOfItsName(String summary, String name) {
    assertThat(days(calendar("", event("20281226", "20281227", summary))))
        .containsExactly(leave("2028-12-26", name, "Christmas Day"));
  }

  @Test
  void aLeaveCanBeToldByItsCategoryAndByAnotherWord() {
    var byCategory = NEW_YEAR.replace("SUMMARY", "CATEGORIES:LIBUR,Collective-Leave\nSUMMARY");
    var byWord = event("20280103", "20280104", "Libur pengganti");
    var file = calendar("", byCategory, byWord).getBytes(StandardCharsets.UTF_8);

    assertThat(HolidayFeed.read(file, DECREE, "libur pengganti").rows())
        .extracting(row -> ((Row.Day) row).holiday().kind())
        .containsOnly(Holiday.Kind.COLLECTIVE_LEAVE);
  }

  @Test
  void theDecreeThatWasSaidGoesBeforeTheOneInTheFile() {
    var file = calendar("X-WR-CALDESC:" + DECREE + "\n", NEW_YEAR).getBytes(StandardCharsets.UTF_8);

    assertThat(HolidayFeed.read(file, "SKB No. 5", "cuti bersama").decree()).isEqualTo("SKB No. 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "X-WR-CALDESC:Holidays and observances in Indonesia 2028\n",
        "X-WR-CALDESC:\n"
      })
  void withoutADecreesNumberNothingIsTaken(String head) {
    var file = calendar(head, NEW_YEAR).getBytes(StandardCharsets.UTF_8);

    assertThat(HolidayFeed.read(file, "", "cuti bersama").refusals())
        .containsExactly(Refusal.of("decree-missing", "decree"));
    assertThat(HolidayFeed.read(file, "dari pemerintah", "cuti bersama").refusals())
        .extracting(Refusal::code)
        .containsExactly("decree-unreadable");
  }

  @Test
  void ofTwoEventsOnADayTheNationalHolidayCountsThenTheFirst() {
    var feed =
        read(
            calendar(
                "",
                event("20281225", "20281226", "Cuti bersama Natal"),
                event("20281225", "20281226", "Hari Raya Natal"),
                event("20281225", "20281226", "Natal lagi")));

    var day = LocalDate.of(2028, 12, 25);
    assertThat(feed.isGood()).isTrue();
    assertThat(feed.rows())
        .containsExactly(
            new Row.Again(3, day, 8),
            new Row.Day(8, holiday("2028-12-25", "Hari Raya Natal", "Christmas Day")),
            new Row.Again(13, day, 8));
  }

  @Test
  void anEventThatWasCalledOffIsNoDayOff() {
    var feed = read(calendar("", NEW_YEAR.replace("UID:1", "STATUS:CANCELLED")));

    assertThat(feed.rows()).containsExactly(new Row.CalledOff(3, "Tahun Baru Masehi"));
    assertThat(feed.edits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20280101T090000Z | ics-with-time",
        "DTSTART;TZID=Asia/Jakarta:20280101T000000 | ics-with-time",
        "DTSTART;VALUE=DATE:20280230 | ics-bad-date",
        "DTSTART;VALUE=DATE:besok | ics-bad-date",
        "UID:1 | ics-no-date",
        "DTSTART;VALUE=DATE:19991231 | ics-year",
        "DTSTART;VALUE=DATE:21010101 | ics-year",
        "'DTSTART;VALUE=DATE:20280101\nRRULE:FREQ=YEARLY' | ics-repeats",
        "'DTSTART;VALUE=DATE:20280101\nDTEND;VALUE=DATE:20280202' | ics-too-long",
        "'DTSTART;VALUE=DATE:20280101\nDTEND;VALUE=DATE:20271230' | ics-bad-end",
        "'DTSTART;VALUE=DATE:20280101\nDURATION:PT9H' | ics-bad-end",
        "'DTSTART;VALUE=DATE:20280101\nDTSTART;VALUE=DATE:20280102' | ics-bad-date",
      })
  void aRowThatIsNoWholeDayIsRefusedWithItsLineAndNothingOfTheFileIsGood(String date, String code) {
    var bad = "BEGIN:VEVENT\n" + date + "\nSUMMARY:Libur\nEND:VEVENT\n";

    var feed = read(calendar("", NEW_YEAR, bad));

    assertThat(feed.isGood()).isFalse();
    assertThat(feed.rows()).hasSize(2);
    assertThat(feed.rows().get(1)).isInstanceOf(Row.Refused.class);
    var refused = (Row.Refused) feed.rows().get(1);
    assertThat(refused.line()).isEqualTo(9);
    assertThat(refused.why().code()).isEqualTo(code);
  }

  @Test
  void thirtyOneDaysAreTakenFromOneEventAndAFoldedLineIsOneLine() {
    var folded = event("20280101", "20280201", "Libur yang\n  panjang sekali");

    assertThat(days(calendar("", folded)))
        .hasSize(31)
        .last()
        .isEqualTo(holiday("2028-01-31", "Libur yang panjang sekali", "Libur yang panjang sekali"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ics-no-calendar | ''",
        "'<html>' | ics-no-calendar | ''",
        "'BEGIN:VCALENDAR\nVERSION:2.0\n' | ics-broken | 2",
        "'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nEND:VCALENDAR\n' | ics-broken | 4",
        "'BEGIN:VCALENDAR\nVERSION:2.0\n;;;:x\nEND:VCALENDAR\n' | ics-broken | 3",
        "'BEGIN:VCALENDAR\nEND:VCALENDAR\n' | ics-empty | ''",
        "'BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VEVENT' | ics-broken | 3",
      })
  void aBrokenFileIsRefusedWithItsPlace(String file, String code, String line) {
    assertThat(read(file).refusals())
        .containsExactly(
            line.isEmpty() ? Refusal.of(code, "file") : Refusal.of(code, "file", line));
  }

  @Test
  void whatIsTooLargeOrNoTextIsNotReadAtAll() {
    assertThat(codes(new byte[(1 << 20) + 1])).containsExactly("ics-too-large");
    assertThat(codes(new byte[] {(byte) 0xC3, (byte) 0x28})).containsExactly("ics-not-text");
    assertThat(codes(calendar("", NEW_YEAR.repeat(1_001)).getBytes(StandardCharsets.UTF_8)))
        .containsExactly("ics-too-many");
    assertThat(
            codes(
                "BEGIN:VCALENDAR\n"
                    .concat("BEGIN:A\n".repeat(100_000))
                    .getBytes(StandardCharsets.UTF_8)))
        .containsExactly("ics-broken");
  }

  @Property
  void noFileBreaksTheReader(@ForAll("files") String file) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          var feed = read(file);
          assertThat(feed.isGood() || !feed.refusals().isEmpty() || !feed.rows().isEmpty())
              .isTrue();
        });
  }

  @Provide
  Arbitrary<String> files() {
    var pieces =
        Arbitraries.of(
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VALARM",
            "END:VALARM",
            "DTSTART;VALUE=DATE:20280101",
            "DTSTART;VALUE=\"DATE:20280101",
            "DTEND;VALUE=DATE:20280105",
            "DTSTART;TZID=Asia/Jakarta:20280101T000000",
            "SUMMARY:Libur",
            "SUMMARY;X=\"",
            "SUMMARY;A=b;C",
            "X-A;=:",
            " folded",
            "\t",
            "=",
            "\"",
            ";",
            ":",
            "RRULE:FREQ=YEARLY",
            "SUMMARY:\\",
            "\u0000",
            "é…😀");
    return pieces
        .list()
        .ofMinSize(0)
        .ofMaxSize(14)
        .map(list -> "BEGIN:VCALENDAR\n" + String.join("\n", list) + "\nEND:VCALENDAR\n");
  }

  @Property
  void noCutFileBreaksTheReader(@ForAll("cuts") int cut) {
    var file = calendar("X-WR-CALDESC:" + DECREE + "\n", NEW_YEAR);

    var feed = read(file.substring(0, Math.min(cut, file.length() - 20)));

    assertThat(feed.isGood()).isFalse();
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, 200);
  }

  private static List<String> codes(byte[] file) {
    return HolidayFeed.read(file, DECREE, "cuti bersama").refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  private static HolidayFeed read(String file) {
    return HolidayFeed.read(
        file.getBytes(StandardCharsets.UTF_8),
        file.contains("X-WR-CALDESC") ? "" : DECREE,
        HolidayFeed.COLLECTIVE_LEAVE_WORD);
  }

  private static List<Holiday> days(String file) {
    return read(file).rows().stream().map(row -> ((Row.Day) row).holiday()).toList();
  }

  private static String calendar(String head, String... events) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + head + String.join("", events) + "END:VCALENDAR\n";
  }

  private static String event(String start, String end, String summary) {
    return "BEGIN:VEVENT\nDTSTART;VALUE=DATE:%s\nDTEND;VALUE=DATE:%s\nSUMMARY:%s\nEND:VEVENT\n"
        .formatted(start, end, summary);
  }

  private static Holiday holiday(String date, String id, String en) {
    return new Holiday(
        LocalDate.parse(date), Holiday.Kind.NATIONAL, Optional.of(new Words(id, en)));
  }

  private static Holiday leave(String date, String id, String en) {
    return new Holiday(
        LocalDate.parse(date), Holiday.Kind.COLLECTIVE_LEAVE, Optional.of(new Words(id, en)));
  }
}
