package io.tukar.desk.studio;

import io.tukar.web.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The versions of the policy, the latest first.
 *
 * @param mayChange whether who looks may begin a draft
 * @param nextPage where the older ones are; empty for none
 * @param nextSteps where the older steps are; empty for none
 */
public record VersionsModel(
    List<Row> rows,
    boolean mayChange,
    Optional<Row> inForce,
    List<TimelineEntry> timeline,
    String nextPage,
    String nextSteps) {

  /**
   * A version in the list.
   *
   * @param state the key of its words: a state, or shipped
   * @param inForce whether it decides orders of this moment
   * @param from from when it is in force, where that is settled
   * @param author who wrote it; empty for the shipped one
   * @param reviewer who published it; empty where nobody has
   */
  public record Row(
      int number,
      String state,
      boolean inForce,
      Optional<Instant> from,
      String author,
      String reviewer,
      String note,
      Instant changedAt) {}
}
