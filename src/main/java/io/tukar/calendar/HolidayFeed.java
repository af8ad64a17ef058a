package io.tukar.calendar;

import io.tukar.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a file of holidays says, row by row in its order, and the decree it goes by.
 *
 * @param refusals what keeps the file as a whole from being taken
 */
public record HolidayFeed(String decree, List<Row> rows, List<Refusal> refusals) {

  /** A file is no larger. */
  public static final int BYTES_MAX = IcsLines.BYTES_MAX;

  /** The word that marks collective leave, where a shop names no other. */
  public static final String COLLECTIVE_LEAVE_WORD = "cuti bersama";

  public HolidayFeed {
    rows = List.copyOf(rows);
    refusals = List.copyOf(refusals);
  }

  /** One day, or one event that gives none. */
  public sealed interface Row {
    /** The line of the file where its event begins, from 1. */
    int line();

    /** A day off. */
    record Day(int line, Holiday holiday) implements Row {}

    /** The day stands further up already, or is outweighed by a national holiday of the file. */
    record Again(int line, LocalDate date, int firstLine) implements Row {}

    /** An event that its calendar has called off. */
    record CalledOff(int line, String summary) implements Row {}

    /** An event that cannot be taken, and why. */
    record Refused(int line, String summary, Refusal why) implements Row {}
  }

  /** Nothing in it is wrong: only then is any of it taken. */
  public boolean isGood() {
    return refusals.isEmpty() && rows.stream().noneMatch(Row.Refused.class::isInstance);
  }

  /** Its days, and the decree for each year it has days of. */
  public List<HolidayEdit> edits() {
    var edits = new ArrayList<HolidayEdit>();
    var years = new TreeSet<Integer>();
    for (var row : rows) {
      if (row instanceof Row.Day(_, var holiday)) {
        edits.add(new HolidayEdit.Off(holiday, decree));
        years.add(holiday.date().getYear());
      }
    }
    years.forEach(year -> edits.add(new HolidayEdit.OfYear(year, Optional.of(decree))));
    return edits;
  }

  /** Days off of its years that it does not name: they stay off until somebody strikes them out. */
  public List<Holiday> unnamed(WorkingCalendar now) {
    var named = new HashSet<LocalDate>();
    var years = new HashSet<Integer>();
    for (var row : rows) {
      if (row instanceof Row.Day(_, var holiday)) {
        named.add(holiday.date());
        years.add(holiday.date().getYear());
      }
    }
    return now.holidays().stream()
        .filter(day -> years.contains(day.date().getYear()) && !named.contains(day.date()))
        .toList();
  }

  /**
   * Reads an iCalendar file.
   *
   * @param decree the decree's citation; empty where the file itself names it
   * @param collectiveLeaveWord stands in the summary or the categories of a collective leave
   */
  public static HolidayFeed read(byte[] file, String decree, String collectiveLeaveWord) {
    return switch (IcsEvents.read(file)) {
      case IcsEvents.Read.Refused(var why) -> new HolidayFeed(decree, List.of(), List.of(why));
      case IcsEvents.Read.Done(var events) ->
          new HolidayFeedReader(collectiveLeaveWord).read(events, decree.strip());
    };
  }
}
