package io.tukar.policy.decision;

/** What a clause says of the facts. */
public enum Truth {
  HOLDS,
  FAILS,
  /** A fact is missing. */
  OPEN
}
