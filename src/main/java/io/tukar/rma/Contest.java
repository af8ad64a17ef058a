package io.tukar.rma;

/** Who wants a finding looked at once more, by somebody else. */
public enum Contest {
  /** The shop itself, before the customer has to. */
  SECOND_OPINION,
  /** The customer, once for each line. */
  OBJECTION
}
