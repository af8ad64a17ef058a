package io.tukar.rma;

/** Why goods that nobody claimed are counted no longer. */
public enum LeftoverEnd {
  /** The owner asked for them. */
  ASKED,
  /** What was owed for the way back came in. */
  PAID,
  /** The finding is contested: they are looked at once more. */
  OBJECTED,
  /** They are on their way back. */
  SENT_BACK,
  /** It became known which case the parcel belongs to. */
  MATCHED,
  /** The parcel left the shop again. */
  LEFT,
  /** Nobody asked in time, and two people agreed that they leave the books. */
  DISPOSED
}
