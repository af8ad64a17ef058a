package io.tukar.rma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wrote about a case. */
public record Note(
    long id, @Nullable Integer lineNo, Kind kind, String text, Instant at, String actor) {

  public static final int CHARS_MAX = 4_000;

  /** Who wrote, and what for. */
  public enum Kind {
    CUSTOMER,
    STAFF,
    /** The written reason for deciding otherwise than the policy. */
    OVERRIDE,
    INSPECTION,
    /** What is said against a finding. */
    CONTEST
  }
}
