package io.tukar.calendar;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The days the shop works, as they are known now: the set that comes with the product, and what the
 * shop changed in it. Kept in memory; {@link #refresh()} looks whether that still holds.
 */
@Component
public class ShopCalendar {

  private final HolidayRows rows;
  private volatile @Nullable Known known;

  ShopCalendar(HolidayRows rows) {
    this.rows = rows;
  }

  /**
   * The days off at one moment, with where they come from.
   *
   * @param revision how often the shop changed them
   * @param changedAt when it last did; empty where it never has
   */
  public record Known(
      WorkingCalendar calendar, HolidayEdits edits, long revision, Optional<Instant> changedAt) {

    /** Names this state of the days off: another number or other days give another text. */
    public String name() {
      return revision + ":" + calendar.id();
    }
  }

  /** The days of this moment; take it once for what belongs together. */
  public WorkingCalendar current() {
    return known().calendar();
  }

  /** As {@link #current()}, with where they come from. */
  public Known known() {
    var remembered = known;
    return remembered == null ? refresh() : remembered;
  }

  /** What the days off would be with these edits, too. */
  public WorkingCalendar with(Iterable<HolidayEdit> edits) {
    var all = known().edits();
    for (var edit : edits) {
      all = all.with(edit);
    }
    return all.over(WorkingCalendar.indonesia());
  }

  /** Remembers nothing: the next who asks has them read. */
  synchronized void forget() {
    known = null;
  }

  /** Reads the days off anew if they were changed since; not to be called within a transaction. */
  synchronized Known refresh() {
    var remembered = known;
    var revision = rows.revision();
    if (remembered != null && holds(remembered, revision)) {
      return remembered;
    }
    while (true) {
      var edits = rows.edits();
      var after = rows.revision();
      if (after.equals(revision)) {
        var read =
            new Known(
                edits.over(WorkingCalendar.indonesia()),
                edits,
                revision.number(),
                Optional.ofNullable(revision.at()));
        known = read;
        return read;
      }
      revision = after;
    }
  }

  private static boolean holds(Known remembered, HolidayRows.Revision revision) {
    return remembered.revision() == revision.number()
        && remembered.changedAt().equals(Optional.ofNullable(revision.at()));
  }
}
