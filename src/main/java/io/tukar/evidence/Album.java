package io.tukar.evidence;

import java.util.UUID;

/** What photos belong to. */
public sealed interface Album {

  /** A request still being written. */
  record OfDraft(UUID draftId) implements Album {}

  /** A case. */
  record OfCase(long rmaId) implements Album {}

  /** A test of a unit before it is shipped (clause P1); its photos are {@link PhotoSource#QC}. */
  record OfQcTest(long testId) implements Album {}

  /** A parcel that arrived; its photos are {@link PhotoSource#INSPECTOR} (clauses P5, P11). */
  record OfParcel(long parcelId) implements Album {}
}
