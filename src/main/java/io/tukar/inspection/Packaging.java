package io.tukar.inspection;

/** How a parcel was packed when it arrived (clauses P11, P12). */
public enum Packaging {
  AS_PACKED,
  /** Without the product box it was sold in. */
  BOX_MISSING,
  NO_BUBBLE_WRAP,
  DAMAGED
}
