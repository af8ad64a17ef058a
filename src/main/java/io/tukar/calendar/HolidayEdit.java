package io.tukar.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a shop says of one day, or of one year's decree, over the set that comes with the product.
 */
public sealed interface HolidayEdit {

  /** Days off on record lie in the years from this one to {@link #YEAR_MAX}. */
  int YEAR_MIN = 2000;

  int YEAR_MAX = 2100;

  /** A decree's citation and a holiday's name are no longer than this. */
  int DECREE_CHARS_MAX = 300;

  int NAME_CHARS_MAX = 100;

  /** This day is off: added, or changed where it was off already. */
  record Off(Holiday holiday, String decree) implements HolidayEdit {
    @Override
    public int year() {
      return holiday.date().getYear();
    }
  }

  /** This day is no holiday, whatever was said before. */
  record Struck(LocalDate date, String decree) implements HolidayEdit {
    @Override
    public int year() {
      return date.getYear();
    }
  }

  /** The decree that sets this year's days off; empty: there is none (yet). */
  record OfYear(int year, Optional<String> decree) implements HolidayEdit {}

  /** The year it is about. */
  int year();

  /** What an edit does to the days off there are. */
  enum Effect {
    ADDED,
    CHANGED,
    STRUCK,
    SAME
  }

  /** Whether days off of this year can be put on record. */
  static boolean known(int year) {
    return year >= YEAR_MIN && year <= YEAR_MAX;
  }

  /** A citation names the decree by its number, so it holds a digit. */
  static boolean citesADecree(String text) {
    return text.length() <= DECREE_CHARS_MAX && text.chars().anyMatch(Character::isDigit);
  }
}
