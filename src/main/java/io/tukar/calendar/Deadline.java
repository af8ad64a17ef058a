package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The last day of a period, and the arithmetic that gave it. The day after receipt is day 1; the
 * last day counts in full, in the shop's time zone (clause P2).
 *
 * @param received the day the count starts from, itself not counted
 * @param days the length of the period, 0 to {@link #DAYS_MAX}
 * @param date the last day
 * @param skipped the days passed over between receipt and the last day, in order; none where every
 *     day counts
 * @param undecreedYears the years the count reached for which no decree is known yet
 * @param cutOff the time of the last day before which it must be done; the end of that day where
 *     empty
 */
public record Deadline(
    LocalDate received,
    int days,
    DayUnit unit,
    LocalDate date,
    ZoneId zone,
    List<Skipped> skipped,
    List<Integer> undecreedYears,
    Optional<LocalTime> cutOff) {

  /** No period is longer than this many days. */
  public static final int DAYS_MAX = 9999;

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  /** A day that did not count, and why: a weekend, or a holiday by its name. */
  public record Skipped(LocalDate date, Words reason, boolean weekend) {}

  public Deadline {
    skipped = List.copyOf(skipped);
    undecreedYears = List.copyOf(undecreedYears);
  }

  /** A deadline at the end of its last day. */
  public Deadline(
      LocalDate received,
      int days,
      DayUnit unit,
      LocalDate date,
      ZoneId zone,
      List<Skipped> skipped,
      List<Integer> undecreedYears) {
    this(received, days, unit, date, zone, skipped, undecreedYears, Optional.empty());
  }

  /** The same last day, over at this time of it. */
  public Deadline before(LocalTime time) {
    return new Deadline(
        received, days, unit, date, zone, skipped, undecreedYears, Optional.of(time));
  }

  /** The last second that counts. */
  public Instant endsAt() {
    var last = cutOff.map(time -> time.minusSeconds(1)).orElse(LAST_SECOND);
    return date.atTime(last).atZone(zone).toInstant();
  }

  /** Whether something done at this instant was in time. */
  public boolean metBy(Instant at) {
    var local = at.atZone(zone);
    var before = local.toLocalDate().compareTo(date);
    return before == 0
        ? cutOff.isEmpty() || local.toLocalTime().isBefore(cutOff.get())
        : before < 0;
  }

  /** Whether a later decree can still move it. */
  public boolean provisional() {
    return !undecreedYears.isEmpty();
  }

  /** The day that counted as day 1; the day of receipt itself for a period of no days. */
  public LocalDate firstDay() {
    var day = received;
    do {
      if (days == 0) {
        return received;
      }
      day = day.plusDays(1);
    } while (isSkipped(day));
    return day;
  }

  boolean isSkipped(LocalDate day) {
    for (var skip : skipped) {
      if (skip.date().equals(day)) {
        return true;
      }
    }
    return false;
  }

  /** The arithmetic as one sentence. */
  public Words sentence() {
    return DeadlineWords.sentence(this);
  }

  /** The arithmetic line by line: receipt, each day counted or passed over, the end. */
  public List<Words> lines() {
    return DeadlineWords.lines(this);
  }
}
