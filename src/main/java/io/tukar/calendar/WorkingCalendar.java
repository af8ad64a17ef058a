package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which days a shop works: Monday to Friday, without the holidays a decree names. Immutable.
 *
 * <p>Holidays are data. A year for which no decree is known has weekends only, and every deadline
 * that needs it is provisional.
 */
public final class WorkingCalendar {

  /** The time zone of the shop and of everything this product tells its customers. */
  public static final ZoneId SHOP_ZONE = ZoneId.of("Asia/Jakarta");

  /** Why nobody works on a Saturday or Sunday that is no holiday. */
  public static final Words WEEKEND = new Words("akhir pekan", "weekend");

  private static final int ID_HEX_DIGITS = 12;

  private static final int REMEMBERED_MAX = 2_048;

  /** A longer period is counted each time: its days would take too much memory. */
  private static final int REMEMBERED_DAYS_MAX = 100;

  private final String set;
  private final ZoneId zone;
  private final CollectiveLeave leave;
  private final NavigableMap<Integer, Decree> decrees;
  private final NavigableMap<LocalDate, Holiday> holidays;
  private final Map<LocalDate, Words> off;
  private final String id;

  /** The same days in the time zones that were asked for. */
  private final Map<ZoneId, WorkingCalendar> variants = new ConcurrentHashMap<>();

  /** Deadlines counted before, each at the place its day falls on: requests share their days. */
  private final AtomicReferenceArray<@Nullable Deadline> remembered =
      new AtomicReferenceArray<>(REMEMBERED_MAX);

  /** The same days with the other choice about collective leave, made when first asked for. */
  private volatile @Nullable WorkingCalendar otherChoice;

  private WorkingCalendar(
      String set,
      ZoneId zone,
      CollectiveLeave leave,
      NavigableMap<Integer, Decree> decrees,
      NavigableMap<LocalDate, Holiday> holidays) {
    this.set = set;
    this.zone = zone;
    this.leave = leave;
    this.decrees = decrees;
    this.holidays = holidays;
    var daysOff = new HashMap<LocalDate, Words>();
    for (var holiday : holidays.values()) {
      if (holiday.kind() == Holiday.Kind.NATIONAL || leave == CollectiveLeave.OFF) {
        daysOff.put(holiday.date(), holiday.inWords());
      }
    }
    this.off = daysOff;
    this.id = set + ":" + leave.word() + ":" + fingerprint();
  }

  /** The shipped days off of Indonesia, collective leave off. */
  public static WorkingCalendar indonesia() {
    return Shipped.INDONESIA;
  }

  /**
   * A calendar of these days off.
   *
   * @param set the name of the holiday set, part of {@link #id()}
   */
  public static WorkingCalendar of(
      String set,
      ZoneId zone,
      CollectiveLeave leave,
      Collection<Decree> decrees,
      Collection<Holiday> holidays) {
    var byYear = new TreeMap<Integer, Decree>();
    decrees.forEach(decree -> byYear.put(decree.year(), decree));
    var byDate = new TreeMap<LocalDate, Holiday>();
    holidays.forEach(
        holiday -> byDate.merge(holiday.date(), holiday, WorkingCalendar::theMoreBinding));
    return new WorkingCalendar(set, zone, leave, byYear, byDate);
  }

  /** The same days with collective leave taken or worked through. */
  public WorkingCalendar with(CollectiveLeave choice) {
    if (choice == leave) {
      return this;
    }
    var other = otherChoice;
    if (other == null) {
      // Two threads may both make one; they are equal, so it does not matter which stays.
      other = new WorkingCalendar(set, zone, choice, decrees, holidays);
      otherChoice = other;
    }
    return other;
  }

  /** The same days in another time zone. */
  public WorkingCalendar in(ZoneId other) {
    return other.equals(zone)
        ? this
        : variants.computeIfAbsent(
            other, there -> new WorkingCalendar(set, there, leave, decrees, holidays));
  }

  /** The same days and one more holiday; a national holiday outweighs a collective leave. */
  public WorkingCalendar with(Holiday holiday) {
    var more = new TreeMap<>(holidays);
    more.merge(holiday.date(), holiday, WorkingCalendar::theMoreBinding);
    return new WorkingCalendar(set, zone, leave, decrees, more);
  }

  /** The same set, zone and choice about collective leave with other decrees and holidays. */
  WorkingCalendar with(Collection<Decree> otherDecrees, Collection<Holiday> otherHolidays) {
    return of(set, zone, leave, otherDecrees, otherHolidays);
  }

  /** Names the holiday set by its content: two calendars with equal ids give equal deadlines. */
  public String id() {
    return id;
  }

  public ZoneId zone() {
    return zone;
  }

  public CollectiveLeave collectiveLeave() {
    return leave;
  }

  /** Every holiday on record in order of date, also the collective leave that is worked through. */
  public List<Holiday> holidays() {
    return List.copyOf(holidays.values());
  }

  /** The decree for a year; empty where none is known yet. */
  public Optional<Decree> decree(int year) {
    return Optional.ofNullable(decrees.get(year));
  }

  /** Every decree on record, by year. */
  public List<Decree> decrees() {
    return List.copyOf(decrees.values());
  }

  /** The holiday of this day, also a collective leave that is worked through. */
  public Optional<Holiday> holiday(LocalDate date) {
    return Optional.ofNullable(holidays.get(date));
  }

  public boolean isWorkingDay(LocalDate date) {
    return !isWeekend(date) && !off.containsKey(date);
  }

  /** Why nobody works on this day; empty on a working day. */
  public Optional<Words> dayOff(LocalDate date) {
    var holiday = off.get(date);
    if (holiday != null) {
      return Optional.of(holiday);
    }
    return isWeekend(date) ? Optional.of(WEEKEND) : Optional.empty();
  }

  /** The first working day after this one. */
  public LocalDate workingDayAfter(LocalDate date) {
    var day = date.plusDays(1);
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** How many working days lie after {@code from} up to and including {@code to}; at least 0. */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    var count = 0;
    for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /**
   * The deadline of a period that starts on the day after {@code received}.
   *
   * @param days 0 to {@link Deadline#DAYS_MAX}
   */
  public Deadline due(LocalDate received, int days, DayUnit unit) {
    if (days < 0 || days > Deadline.DAYS_MAX) {
      throw new IllegalArgumentException("A period of " + days + " days");
    }
    if (days > REMEMBERED_DAYS_MAX) {
      return counted(received, days, unit);
    }
    var place = place(received, days, unit);
    var known = remembered.get(place);
    if (known != null
        && known.received().equals(received)
        && known.days() == days
        && known.unit() == unit) {
      return known;
    }
    var counted = counted(received, days, unit);
    remembered.set(place, counted);
    return counted;
  }

  /** Periods of one length never share a place where they begin less than 1,024 days apart. */
  private static int place(LocalDate received, int days, DayUnit unit) {
    var day = 2 * received.toEpochDay() + (unit == DayUnit.WORKING ? 1 : 0);
    return Math.floorMod(day + 128L * days, REMEMBERED_MAX);
  }

  private Deadline counted(LocalDate received, int days, DayUnit unit) {
    return switch (unit) {
      case CALENDAR ->
          // Holidays do not enter this count, so no decree can move it.
          new Deadline(received, days, unit, received.plusDays(days), zone, List.of(), List.of());
      case WORKING -> dueInWorkingDays(received, days);
    };
  }

  private Deadline dueInWorkingDays(LocalDate received, int days) {
    var skipped = new ArrayList<Deadline.Skipped>();
    var open = new ArrayList<Integer>();
    var day = received;
    for (var counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if ((open.isEmpty() || open.getLast() != day.getYear())
          && !decrees.containsKey(day.getYear())) {
        open.add(day.getYear());
      }
      if (isWorkingDay(day)) {
        counted++;
      } else {
        skipped.add(new Deadline.Skipped(day, reason(day), isWeekend(day)));
      }
    }
    return new Deadline(received, days, DayUnit.WORKING, day, zone, skipped, open);
  }

  private Words reason(LocalDate date) {
    return dayOff(date).orElseThrow();
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }

  private static Holiday theMoreBinding(Holiday one, Holiday other) {
    return one.kind() == Holiday.Kind.NATIONAL ? one : other;
  }

  private String fingerprint() {
    var text = new StringBuilder(zone.getId()).append('\n');
    decrees.keySet().forEach(year -> text.append(year).append('\n'));
    new TreeMap<>(off)
        .forEach(
            (date, words) ->
                text.append(date)
                    .append(' ')
                    .append(words.id())
                    .append('|')
                    .append(words.en())
                    .append('\n'));
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final WorkingCalendar INDONESIA = HolidayFile.shipped("/calendar/indonesia.yaml");
  }
}
