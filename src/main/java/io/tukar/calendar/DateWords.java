package io.tukar.calendar;

import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Dates as people write them: {@code Rabu, 25 Maret 2026} and {@code Wednesday, 25 March 2026}.
 *
 * <p>The names are held here, not taken from the platform's locale data, because they enter stored
 * decisions and must read the same on every machine and release.
 */
public final class DateWords {

  private static final List<String> DAYS_ID =
      List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
  private static final List<String> DAYS_EN =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> MONTHS_ID =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");
  private static final List<String> MONTHS_EN =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private DateWords() {}

  /** Weekday, day, month and year, in both languages. */
  public static Words of(LocalDate date) {
    return new Words(in(Language.ID, date), in(Language.EN, date));
  }

  /** Weekday, day, month and year. */
  public static String in(Language language, LocalDate date) {
    var days = language == Language.ID ? DAYS_ID : DAYS_EN;
    return days.get(date.getDayOfWeek().getValue() - 1)
        + ", "
        + date.getDayOfMonth()
        + " "
        + month(language, date)
        + " "
        + date.getYear();
  }

  /** Day, month and year: {@code 25 Maret 2026}. */
  public static String shortIn(Language language, LocalDate date) {
    return date.getDayOfMonth() + " " + month(language, date) + " " + date.getYear();
  }

  /** WIB, WITA or WIT: what people call Indonesia's time zones; another zone by its id. */
  public static String zone(ZoneId zone) {
    return switch (zone.getId()) {
      case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
      case "Asia/Makassar" -> "WITA";
      case "Asia/Jayapura" -> "WIT";
      default -> zone.getId();
    };
  }

  private static String month(Language language, LocalDate date) {
    return (language == Language.ID ? MONTHS_ID : MONTHS_EN).get(date.getMonthValue() - 1);
  }
}
