package io.tukar.portal.policy;

import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Track;
import io.tukar.policy.ClauseView;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.portal.status.ShopCard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A version of the policy as it is read.
 *
 * @param from from when it is in force
 * @param next the version that follows it; empty for the last
 * @param current the version in force now
 * @param parts none is empty
 * @param today the shop's day, which the examples count from
 * @param versions every version there is, the latest first
 */
public record PolicySheet(
    int version,
    Instant from,
    Optional<Next> next,
    Standing standing,
    int current,
    List<Part> parts,
    LocalDate today,
    List<Integer> versions,
    ShopCard shop) {

  /** Whether it decides about orders of today. */
  public enum Standing {
    PAST,
    IN_FORCE,
    COMING
  }

  /** The version after this one, and from when. */
  public record Next(int version, Instant from) {}

  /** The clauses of one chapter, in the policy's order. */
  public record Part(Chapter chapter, List<Item> items) {}

  /**
   * A clause and, where it gives a time, until when for goods received today.
   *
   * @param example counted on the shop's calendar as the version counts
   */
  public record Item(ClauseView clause, Optional<Deadline> example) {

    /** The message that says what follows from the clause; empty where nothing does. */
    public String thenKey() {
      return switch (clause.severity()) {
        case BLOCK, REVIEW -> "portal.policy.then." + manner() + clause.severity();
        case CHARGE, INFORM -> "";
      };
    }

    private String manner() {
      return switch (clause.kind()) {
        case EXCLUSION, LIABILITY, RETEST -> "named.";
        case EVIDENCE -> "photos.";
        case WINDOW,
            WARRANTY,
            CONDITION,
            LIMIT,
            STOCK,
            DIFFERENCE,
            FEE,
            FREIGHT,
            PACKING,
            CONTACT,
            REFUND,
            INFORM ->
            "unmet.";
      };
    }

    /** The message that says for whom the clause is; empty where it is for all. */
    public String tracksKey() {
      return clause.tracks().size() == Track.values().length
          ? ""
          : "portal.policy.track." + clause.tracks().iterator().next();
    }
  }

  static PolicySheet of(PolicyBook book, Policy policy, Instant at, ShopCard shop) {
    var calendar = policy.days(book.calendar());
    var today = at.atZone(calendar.zone()).toLocalDate();
    var current = book.inForceAt(at);
    var all = book.versions();
    var place = all.indexOf(policy);
    var next =
        place + 1 < all.size()
            ? Optional.of(
                new Next(all.get(place + 1).version(), all.get(place + 1).effectiveFrom()))
            : Optional.<Next>empty();
    return new PolicySheet(
        policy.version(),
        policy.effectiveFrom(),
        next,
        standing(place, all.indexOf(current)),
        current.version(),
        parts(policy, today, calendar),
        today,
        all.reversed().stream().map(Policy::version).toList(),
        shop);
  }

  private static Standing standing(int place, int current) {
    if (place == current) {
      return Standing.IN_FORCE;
    }
    return place < current ? Standing.PAST : Standing.COMING;
  }

  private static List<Part> parts(Policy policy, LocalDate today, WorkingCalendar calendar) {
    var items =
        policy.views().stream()
            .map(
                clause -> new Item(clause, clause.window().map(time -> time.from(today, calendar))))
            .toList();
    return Arrays.stream(Chapter.values())
        .map(
            chapter ->
                new Part(
                    chapter,
                    items.stream().filter(item -> Chapter.of(item.clause()) == chapter).toList()))
        .filter(part -> !part.items().isEmpty())
        .toList();
  }

  /** The day where a version begins with a day, else the moment: what a message writes out. */
  public static Object written(Instant at) {
    var there = at.atZone(WorkingCalendar.SHOP_ZONE);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? there.toLocalDate() : at;
  }
}
