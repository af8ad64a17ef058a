package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When customer service answers (clause P9): on working days, between two times of day. Weekends
 * and holidays are closed.
 */
public record ServiceHours(WorkingCalendar calendar, LocalTime opens, LocalTime closes) {

  /** No response is promised later than after this much service time. */
  public static final Duration RESPONSE_MAX = Duration.ofHours(2_000);

  public ServiceHours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("Service closes before it opens");
    }
  }

  /** Monday to Friday, 09:00 to 17:00. */
  public static ServiceHours standard(WorkingCalendar calendar) {
    return new ServiceHours(calendar, LocalTime.of(9, 0), LocalTime.of(17, 0));
  }

  /** "Senin sampai Jumat, 09.00 sampai 17.00 WIB". */
  public Words inWords() {
    var zone = DateWords.zone(calendar.zone());
    return new Words(
        "Senin sampai Jumat, "
            + opens.toString().replace(':', '.')
            + " sampai "
            + closes.toString().replace(':', '.')
            + " "
            + zone,
        "Monday to Friday, " + opens + " to " + closes + " " + zone);
  }

  public boolean isOpen(Instant at) {
    var local = at.atZone(calendar.zone());
    return calendar.isWorkingDay(local.toLocalDate())
        && !local.toLocalTime().isBefore(opens)
        && local.toLocalTime().isBefore(closes);
  }

  /**
   * When an answer is due: this much service time after {@code from}.
   *
   * @param response more than zero, at most {@link #RESPONSE_MAX}
   */
  public Instant due(Instant from, Duration response) {
    if (response.isNegative() || response.isZero() || response.compareTo(RESPONSE_MAX) > 0) {
      throw new IllegalArgumentException("A response within " + response);
    }
    var left = response;

    for (var day = from.atZone(calendar.zone()).toLocalDate(); ; day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        var begin = later(from, at(day, opens));
        var room = Duration.between(begin, at(day, closes));
        if (left.compareTo(room) <= 0) {
          return begin.plus(left);
        }
        left = room.isNegative() ? left : left.minus(room);
      }
    }
  }

  /** The service time between two instants; zero where the second is not later. */
  public Duration between(Instant from, Instant to) {
    var sum = Duration.ZERO;
    var last = to.atZone(calendar.zone()).toLocalDate();
    for (var day = from.atZone(calendar.zone()).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        var begin = later(from, at(day, opens));
        var end = earlier(to, at(day, closes));
        if (begin.isBefore(end)) {
          sum = sum.plus(Duration.between(begin, end));
        }
      }
    }
    return sum;
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(calendar.zone()).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
