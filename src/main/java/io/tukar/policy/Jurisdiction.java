package io.tukar.policy;

/** Whose law a policy is checked against, by the ISO 3166 code of the country. */
public enum Jurisdiction {
  /** Indonesia. */
  ID,
  /** None of those the product knows: nothing is checked. */
  OTHER
}
