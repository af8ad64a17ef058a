package io.tukar.policy.versions;

import java.time.Instant;
import java.util.Optional;

/**
 * A version the shop wrote itself, without its text.
 *
 * @param number unique within the policy, never used again
 * @param basedOn the version whose text it began with
 * @param effectiveFrom from when it is in force; known once it was submitted
 * @param authorId who began it
 * @param savedBy who last changed its text
 * @param reviewerId who published it: none of those who wrote it
 * @param note what the last step said of it; empty for none
 * @param row counts the changes of this row, from 1
 */
public record PolicyVersion(
    String policyId,
    int number,
    int basedOn,
    VersionState state,
    Optional<Instant> effectiveFrom,
    long authorId,
    Instant draftedAt,
    long savedBy,
    Instant savedAt,
    Optional<Instant> submittedAt,
    Optional<Long> reviewerId,
    Optional<Instant> publishedAt,
    Optional<Instant> withdrawnAt,
    String note,
    int row) {

  /** It as it is now, for a verb. */
  public VersionRef ref() {
    return new VersionRef(number, row);
  }
}
