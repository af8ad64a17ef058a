package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.util.Optional;

/** What a period counts: every day, or only the days the shop works. */
public enum DayUnit {
  WORKING("working", new Words("hari kerja", "working days")),
  CALENDAR("calendar", new Words("hari kalender", "calendar days"));

  private final String word;
  private final Words words;

  DayUnit(String word, Words words) {
    this.word = word;
    this.words = words;
  }

  /** The word for it in files and on the command line. */
  public String word() {
    return word;
  }

  /** As people read it, after a number. */
  public Words words() {
    return words;
  }

  /** The unit of this word. */
  public static Optional<DayUnit> parse(String word) {
    for (var unit : values()) {
      if (unit.word.equals(word)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
