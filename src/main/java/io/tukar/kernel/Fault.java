package io.tukar.kernel;

/** Whose mistake a return is; it decides who pays which shipping leg (clause P7). */
public enum Fault {
  SHOP,
  CUSTOMER,
  COURIER,
  /** Not to be found out: counts as the shop's. */
  UNDETERMINED
}
