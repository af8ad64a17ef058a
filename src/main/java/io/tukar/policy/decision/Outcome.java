package io.tukar.policy.decision;

/** What becomes of a request. */
public enum Outcome {
  /** The customer may send the goods. */
  AUTHORIZED,
  /** The customer adds what is missing. */
  NEEDS_EVIDENCE,
  /** A person of the shop decides. */
  REVIEW,
  DECLINED
}
