package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import java.util.Collection;

/** Whose unit it is that came back, by its serial. */
public enum Identity {
  /** One of those that were sold, or sent in exchange, with this line. */
  AS_SOLD,
  /** No serial was written down when the line was sold: nothing speaks for or against it. */
  UNPROVEN,
  /** Sold with something else: swapped, or another case's. */
  SOLD_TO_ANOTHER,
  /** The shop's own, but no book says that it ever left for this customer. */
  NEVER_SOLD,
  /** No book of the shop knows it. */
  NEVER_OURS;

  /**
   * Reads a serial against the books.
   *
   * @param ofLine the serials that left with this line; empty where none were written down
   * @param soldElsewhere it was sold with another line
   * @param known the shop has or had such a unit
   */
  public static Identity of(
      SerialNumber serial, Collection<SerialNumber> ofLine, boolean soldElsewhere, boolean known) {
    if (ofLine.contains(serial)) {
      return AS_SOLD;
    }
    if (soldElsewhere) {
      return SOLD_TO_ANOTHER;
    }
    if (ofLine.isEmpty()) {
      return UNPROVEN;
    }
    return known ? NEVER_SOLD : NEVER_OURS;
  }

  /** It is not what was sold: a swap is suspected. */
  public boolean suspect() {
    return this == SOLD_TO_ANOTHER || this == NEVER_SOLD || this == NEVER_OURS;
  }
}
