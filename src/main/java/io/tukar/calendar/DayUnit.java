package io.tukar.calendar;

import java.util.Optional;

/** What a period counts: every day, or only the days the shop works. */
public enum DayUnit {
  WORKING("working"),
  CALENDAR("calendar");

  private final String word;

  DayUnit(String word) {
    this.word = word;
  }

  /** The word for it in files and on the command line. */
  public String word() {
    return word;
  }

  public static Optional<DayUnit> parse(String word) {
    for (var unit : values()) {
      if (unit.word.equals(word)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
