package io.tukar.web;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How one language writes dates, times and money, in the shop's time zone. */
public final class Formats {

  private final Language language;
  private final DateTimeFormatter date;
  private final DateTimeFormatter shortDate;
  private final DateTimeFormatter time;
  private final char thousands;

  private Formats(Language language) {
    this.language = language;
    this.date = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", language.locale());
    this.shortDate = DateTimeFormatter.ofPattern("d MMM uuuu", language.locale());
    this.time =
        DateTimeFormatter.ofPattern(
            language == Language.ID ? "HH.mm 'WIB'" : "HH:mm 'WIB'", language.locale());
    this.thousands = language == Language.ID ? '.' : ',';
  }

  public static Formats of(Language language) {
    return new Formats(language);
  }

  /** {@code Rabu, 25 Maret 2026}. */
  public String date(LocalDate day) {
    return date.format(day);
  }

  /** The shop's date at this moment. */
  public String date(Instant at) {
    return date(at.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate());
  }

  /** {@code 25 Mar 2026}, for tables. */
  public String shortDate(LocalDate day) {
    return shortDate.format(day);
  }

  /** {@code 25 Mar 2026}, for tables. */
  public String shortDate(Instant at) {
    return shortDate(at.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate());
  }

  /** {@code 16.00 WIB}. */
  public String time(Instant at) {
    return time.format(at.atZone(WorkingCalendar.SHOP_ZONE));
  }

  /** {@code Rabu, 25 Maret 2026, 16.00 WIB}. */
  public String dateTime(Instant at) {
    return date(at) + ", " + time(at);
  }

  /** {@code 25 Mar 2026, 16.00 WIB}, for tables. */
  public String shortDateTime(Instant at) {
    return shortDate(at) + ", " + time(at);
  }

  /** {@code Rp1.234.567}; a minus sign in front when owed the other way. */
  public String money(Money amount) {
    return (amount.isNegative() ? "−Rp" : "Rp") + number(Math.abs(amount.minor()));
  }

  /** {@code 1.234.567}. */
  public String number(long value) {
    String digits = Long.toString(Math.abs(value));
    var out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        out.append(thousands);
      }
      out.append(digits.charAt(i));
    }
    return (value < 0 ? "−" : "") + out;
  }

  Language language() {
    return language;
  }

  /** How long something runs, in minutes and seconds: {@code 1:05}. */
  public static String length(Duration length) {
    return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
  }
}
