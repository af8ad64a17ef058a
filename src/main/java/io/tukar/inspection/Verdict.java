package io.tukar.inspection;

/** What the inspector found about a line. */
public enum Verdict {
  AS_CLAIMED,
  NO_FAULT_FOUND,
  CUSTOMER_DAMAGE,
  TRANSIT_DAMAGE,
  WRONG_ITEM,
  INCOMPLETE
}
