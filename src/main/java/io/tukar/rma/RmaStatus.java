package io.tukar.rma;

/** Where a case stands. Where its goods and its money stand are tracks of their own. */
public enum RmaStatus {
  /** Submitted; the shop reviews. */
  REQUESTED,
  /** Photos are missing; the customer adds them. */
  NEEDS_EVIDENCE,
  /** Has an RMA number; the customer ships. */
  AUTHORIZED,
  /** The parcel is here; the shop inspects. */
  RECEIVED,
  /** Every line has a verdict; the shop settles. */
  INSPECTED,
  /** Who owes what is agreed; what is owed is paid, then the shop dispatches. */
  SETTLED,
  /** The replacement, or what was refused, is on its way; the customer says whether it works. */
  DISPATCHED,
  CLOSED,
  DECLINED,
  CANCELLED,
  EXPIRED;

  /** No further step is due. */
  public boolean ended() {
    return switch (this) {
      case REQUESTED, NEEDS_EVIDENCE, AUTHORIZED, RECEIVED, INSPECTED, SETTLED, DISPATCHED -> false;
      case CLOSED, DECLINED, CANCELLED, EXPIRED -> true;
    };
  }
}
