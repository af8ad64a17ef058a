package io.tukar.policy;

import java.util.Locale;

/** The closed set of things a clause can be about; in a file by {@link #word()}. */
public enum ClauseKind {
  /** The time within which the customer must turn to the shop. */
  WINDOW,
  /** How the goods must be. */
  CONDITION,
  /** "No fault found" is no verdict before a retest and a word with the customer. */
  RETEST,
  /** Whose fault sends the case to a person. */
  LIABILITY,
  /** Kinds of product that are not exchanged. */
  EXCLUSION,
  /** Photos by reason. */
  EVIDENCE,
  /** Whether the wanted product is there. */
  STOCK,
  /** Old price against new. */
  DIFFERENCE,
  /** Who pays the shipping. */
  FREIGHT,
  /** How to pack. */
  PACKING,
  /** What the customer should know. */
  INFORM;

  /** The word for it in files: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
