package io.tukar.calendar;

import io.tukar.calendar.HolidayEdit.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a shop changed in the days off that come with the product. Immutable. */
public final class HolidayEdits {

  private static final HolidayEdits NONE = new HolidayEdits(new TreeMap<>(), new TreeMap<>());

  private final SortedMap<LocalDate, HolidayEdit> days;
  private final SortedMap<Integer, HolidayEdit.OfYear> years;

  private HolidayEdits(
      SortedMap<LocalDate, HolidayEdit> days, SortedMap<Integer, HolidayEdit.OfYear> years) {
    this.days = Collections.unmodifiableSortedMap(days);
    this.years = Collections.unmodifiableSortedMap(years);
  }

  public static HolidayEdits none() {
    return NONE;
  }

  /** These and one more; of two about the same day or year the later counts. */
  public HolidayEdits with(HolidayEdit edit) {
    var moreDays = new TreeMap<>(days);
    var moreYears = new TreeMap<>(years);
    switch (edit) {
      case HolidayEdit.Off off -> moreDays.put(off.holiday().date(), off);
      case HolidayEdit.Struck struck -> moreDays.put(struck.date(), struck);
      case HolidayEdit.OfYear year -> moreYears.put(year.year(), year);
    }
    return new HolidayEdits(moreDays, moreYears);
  }

  /** These and more, in their order. */
  public HolidayEdits with(List<HolidayEdit> edits) {
    var all = this;
    for (var edit : edits) {
      all = all.with(edit);
    }
    return all;
  }

  /** The days off that follow where these lie over the shipped ones. */
  public WorkingCalendar over(WorkingCalendar shipped) {
    if (days.isEmpty() && years.isEmpty()) {
      return shipped;
    }
    var holidays = new TreeMap<LocalDate, Holiday>();
    shipped.holidays().forEach(holiday -> holidays.put(holiday.date(), holiday));
    days.forEach(
        (date, edit) -> {
          switch (edit) {
            case HolidayEdit.Off off -> holidays.put(date, off.holiday());
            case HolidayEdit.Struck struck -> holidays.remove(date);
            case HolidayEdit.OfYear year ->
                throw new IllegalStateException("A year among the days: " + year);
          }
        });
    var decrees = new TreeMap<Integer, Decree>();
    shipped.decrees().forEach(decree -> decrees.put(decree.year(), decree));
    years.forEach(
        (year, edit) ->
            edit.decree()
                .ifPresentOrElse(
                    citation -> decrees.put(year, new Decree(year, citation)),
                    () -> decrees.remove(year)));
    return shipped.with(decrees.values(), holidays.values());
  }

  /** What this edit would do to the days off as they are with these edits. */
  public Effect effect(HolidayEdit edit, WorkingCalendar shipped) {
    var now = over(shipped);
    return switch (edit) {
      case HolidayEdit.Off off ->
          now.holiday(off.holiday().date())
              .map(
                  there ->
                      there.equals(off.holiday()) && sameDecree(off, now)
                          ? Effect.SAME
                          : Effect.CHANGED)
              .orElse(Effect.ADDED);
      case HolidayEdit.Struck struck ->
          now.holiday(struck.date()).isPresent() ? Effect.STRUCK : Effect.SAME;
      case HolidayEdit.OfYear year -> {
        var before = now.decree(year.year()).map(Decree::citation);
        yield before.equals(year.decree())
            ? Effect.SAME
            : before.isEmpty()
                ? Effect.ADDED
                : year.decree().isEmpty() ? Effect.STRUCK : Effect.CHANGED;
      }
    };
  }

  /** A day of the shipped set stands under its year's decree until an edit names another. */
  private boolean sameDecree(HolidayEdit.Off off, WorkingCalendar now) {
    return decreeOf(off.holiday().date(), now).filter(off.decree()::equals).isPresent()
        || days.get(off.holiday().date()) == null;
  }

  /** Which decree a day off goes by: its own edit's, else its year's. */
  public Optional<String> decreeOf(LocalDate date, WorkingCalendar now) {
    var edit = days.get(date);
    if (edit instanceof HolidayEdit.Off off) {
      return Optional.of(off.decree());
    }
    return now.decree(date.getYear()).map(Decree::citation);
  }

  /** The effect of each of these in turn, each seen behind those before it. */
  public List<Map.Entry<HolidayEdit, Effect>> effects(
      List<HolidayEdit> edits, WorkingCalendar shipped) {
    var effects = new ArrayList<Map.Entry<HolidayEdit, Effect>>();
    var sofar = this;
    for (var edit : edits) {
      effects.add(Map.entry(edit, sofar.effect(edit, shipped)));
      sofar = sofar.with(edit);
    }
    return effects;
  }
}
