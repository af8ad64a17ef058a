package io.tukar.policy;

/** What a clause says of the facts. */
public enum Truth {
  HOLDS,
  FAILS,
  /** A fact is missing. */
  OPEN
}
