package io.tukar.policy;

/** What a policy does where the shop's procedure can be read in two ways. */
public enum Readings {
  /** Each clause goes by the reading it follows; the other is shown beside. */
  FOLLOWED,
  /** Both decide, so that the check shows where they contradict each other. */
  BOTH
}
