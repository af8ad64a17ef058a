package io.tukar.rma;

/** What becomes of a replacement that was sent ahead, when the customer's goods never come. */
public enum Unreturned {
  /** The customer pays its price and keeps both. */
  CHARGED,
  /** The shop asks for nothing more. */
  LET_GO
}
