package io.tukar.policy;

import java.util.Locale;

/** The closed set of things a clause can be about; in a file by {@link #word()}. */
public enum ClauseKind {
  /** The time within which the customer must turn to the shop. */
  WINDOW,
  /** A longer time for certain symptoms. */
  WARRANTY,
  /** How the goods must be. */
  CONDITION,
  /** "No fault found" is no verdict before a retest and a word with the customer. */
  RETEST,
  /** Whose fault sends the case to a person. */
  LIABILITY,
  /** Kinds of product that are not exchanged. */
  EXCLUSION,
  /** How many units, and how often. */
  LIMIT,
  /** Photos by reason. */
  EVIDENCE,
  /** Whether the wanted product is there. */
  STOCK,
  /** Old price against new. */
  DIFFERENCE,
  /** What an exchange costs beside. */
  FEE,
  /** Who pays the shipping. */
  FREIGHT,
  /** How to pack. */
  PACKING,
  /** Ask first; where and when the shop answers. */
  CONTACT,
  /** When money goes back after all. */
  REFUND,
  /** What the customer should know. */
  INFORM;

  /** The word for it in files: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
