package io.tukar.policy.decision;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

  /** What may follow where a clause of this kind fails. */
  public Set<Severity> severities() {
    return switch (this) {
      case WINDOW, WARRANTY, CONDITION, EXCLUSION, LIABILITY, LIMIT ->
          EnumSet.of(Severity.BLOCK, Severity.REVIEW);
      case RETEST, EVIDENCE -> EnumSet.of(Severity.REVIEW);
      case STOCK -> EnumSet.of(Severity.BLOCK, Severity.REVIEW, Severity.INFORM);
      case CONTACT -> EnumSet.of(Severity.REVIEW, Severity.INFORM);
      case DIFFERENCE, FREIGHT, FEE -> EnumSet.of(Severity.CHARGE);
      case PACKING, INFORM, REFUND -> EnumSet.of(Severity.INFORM);
    };
  }

  /** The word for it in files: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
