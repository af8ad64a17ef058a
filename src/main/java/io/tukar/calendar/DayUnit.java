package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.util.Optional;

/** What a period counts: every day, or only the days the shop works. */
public enum DayUnit {
  WORKING("working", "hari kerja", "working days"),
  CALENDAR("calendar", "hari kalender", "calendar days");

  private final String word;
  private final String id;
  private final String en;

  DayUnit(String word, String id, String en) {
    this.word = word;
    this.id = id;
    this.en = en;
  }

  /** The word for it in files and on the command line. */
  public String word() {
    return word;
  }

  /** As people read it, after a number. */
  public Words words() {
    return new Words(id, en);
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
