package io.tukar.policy.versions;

import java.time.Instant;

/**
 * What somebody did with a version.
 *
 * @param version whose step it is
 * @param staffId who
 * @param note the word they gave with it; empty for none
 */
public record VersionStep(int version, Kind kind, Instant at, long staffId, String note) {

  /** The kinds of step. */
  public enum Kind {
    DRAFTED,
    SAVED,
    SUBMITTED,
    SENT_BACK,
    PUBLISHED,
    WITHDRAWN
  }
}
