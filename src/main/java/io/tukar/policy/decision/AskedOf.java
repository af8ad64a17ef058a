package io.tukar.policy.decision;

/** Who can settle what a finding leaves open. */
public enum AskedOf {
  NOBODY,
  /** The customer, by photos. */
  CUSTOMER,
  /** A person of the shop, before the goods travel. */
  SHOP,
  /** The inspector, once the goods are here: no reason to wait. */
  INSPECTION
}
