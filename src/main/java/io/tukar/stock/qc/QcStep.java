package io.tukar.stock.qc;

import io.tukar.kernel.Words;

/**
 * One step of a plan.
 *
 * @param no from 1, without gaps
 * @param ask what is looked at
 * @param expect what is seen where all is well
 */
public record QcStep(int no, Kind kind, Words ask, Words expect) {

  /** Says the same, wherever it stands. */
  boolean isLike(QcStep other) {
    return kind == other.kind && ask.equals(other.ask) && expect.equals(other.expect);
  }

  /** What answers a step. */
  public enum Kind {
    /** As expected, or not. */
    CHECK,
    /** A value read off the unit is written down, as a firmware version. */
    READ,
    /** The test's album has a photo. */
    PHOTO
  }
}
