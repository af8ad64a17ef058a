package io.tukar.calendar;

import java.util.Optional;

/** What a shop does on cuti bersama, the collective leave that private firms may work through. */
public enum CollectiveLeave {
  OFF("off"),
  WORKED("worked");

  private final String word;

  CollectiveLeave(String word) {
    this.word = word;
  }

  /** The word for it in files and on the command line. */
  public String word() {
    return word;
  }

  public static Optional<CollectiveLeave> parse(String word) {
    for (var choice : values()) {
      if (choice.word.equals(word)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }
}
