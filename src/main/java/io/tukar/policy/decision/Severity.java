package io.tukar.policy.decision;

/** What follows where a clause fails. */
public enum Severity {
  /** The request is declined. */
  BLOCK,
  /** A person of the shop looks at it. */
  REVIEW,
  /** It costs somebody something. */
  CHARGE,
  /** It is said, and nothing follows. */
  INFORM
}
