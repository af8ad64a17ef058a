package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day off that a decree names.
 *
 * @param name what is celebrated; empty where the decree's word for it is not known
 */
public record Holiday(LocalDate date, Kind kind, Optional<Words> name) {

  /** Libur nasional, or cuti bersama, which a private firm may work through. */
  public enum Kind {
    NATIONAL("libur nasional", "national holiday"),
    COLLECTIVE_LEAVE("cuti bersama", "collective leave");

    private final String id;
    private final String en;

    Kind(String id, String en) {
      this.id = id;
      this.en = en;
    }

    public Words words() {
      return new Words(id, en);
    }
  }

  /** "cuti bersama (Idulfitri)". */
  public Words inWords() {
    return name.map(
            n ->
                new Words(
                    kind.words().id() + " (" + n.id() + ")",
                    kind.words().en() + " (" + n.en() + ")"))
        .orElse(kind.words());
  }
}
