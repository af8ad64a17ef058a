package io.tukar.rma;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Goods that nobody claims, and how long they are kept (clauses P3, P4, P11, P12): a refused line
 * of a case, or what is strange in a parcel.
 *
 * @param rmaId the case of the refused line, with {@code lineNo}; null for a parcel
 * @param parcelId the parcel that arrived; null for a line
 * @param ownerCase the case whose customer is told; null where nobody knows whose the goods are
 * @param number of that case; empty where there is none
 * @param item what they are; empty for a parcel
 * @param quantity how many; 0 for a parcel
 * @param since when the count began, with the first notice where the owner is known
 * @param sinceBy who began it, as stored
 * @param keepUntil the last day they are kept, shop time, as the owner was told last
 * @param warned the last reminder was sent
 * @param proposed somebody proposed their disposal, and nobody has decided yet
 * @param ended how the count ended; null while it runs
 */
public record Leftover(
    long id,
    @Nullable Long rmaId,
    @Nullable Integer lineNo,
    @Nullable Long parcelId,
    @Nullable Long ownerCase,
    String number,
    String item,
    int quantity,
    Instant since,
    String sinceBy,
    LocalDate keepUntil,
    boolean warned,
    boolean proposed,
    @Nullable Ended ended) {

  /** How a count ended. */
  public record Ended(LeftoverEnd how, Instant at, String by, @Nullable String note) {}

  /** What the owner was told: until when the goods are kept. */
  public record Told(int daysBefore, Instant at, LocalDate keepUntil) {}

  /** How many calendar days they are still kept; 0 on the last day, negative afterwards. */
  public long daysLeft(Instant at) {
    return ChronoUnit.DAYS.between(Promises.day(at), keepUntil);
  }

  /**
   * Whether their disposal may be proposed and approved: the last day has passed, and an owner who
   * is known was reminded the last time at least {@link LeftoverReminders#LAST_DAYS_BEFORE} days
   * before it.
   */
  public boolean limitPassed(Instant at) {
    return ended == null && (ownerCase == null || warned) && daysLeft(at) < 0;
  }
}
