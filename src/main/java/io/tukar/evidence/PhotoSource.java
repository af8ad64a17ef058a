package io.tukar.evidence;

/** Who took a photo. */
public enum PhotoSource {
  CUSTOMER,
  /** At receipt and inspection. */
  INSPECTOR,
  /** Before the unit was sent (clause P1). */
  QC
}
