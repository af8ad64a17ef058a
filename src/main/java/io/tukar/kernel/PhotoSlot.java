package io.tukar.kernel;

/** What a photo must show (clause P10); which slots a case needs depends on its reason. */
public enum PhotoSlot {
  /** The label with serial number and MAC. */
  LABEL,
  /** The unit, from all sides. */
  UNIT,
  /** The fault itself: a dark display, a broken edge. */
  FAULT,
  /** The product box. */
  BOX,
  /** The seal, closed. */
  SEAL,
  /** Everything that lay in the box. */
  CONTENTS,
  /** The parcel as the courier handed it over. */
  PACKAGING
}
