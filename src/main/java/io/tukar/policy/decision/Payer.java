package io.tukar.policy.decision;

/** Who pays a shipping leg (clause P7). */
public enum Payer {
  SHOP,
  CUSTOMER,
  /** Open until the shop has looked at it. */
  UNDECIDED
}
