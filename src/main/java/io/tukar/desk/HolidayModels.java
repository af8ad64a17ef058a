package io.tukar.desk;

import io.tukar.calendar.Decree;
import io.tukar.calendar.Holiday;
import io.tukar.calendar.HolidayBook;
import io.tukar.calendar.HolidayChange;
import io.tukar.calendar.HolidayEdit;
import io.tukar.calendar.ShopCalendar;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.staff.May;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Tab;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Gathers what the page of a year's days off shows. */
@Component
class HolidayModels {

  /** So far ahead a deadline of today can reach. */
  private static final int YEARS_AHEAD = 2;

  private final ShopCalendar calendar;
  private final HolidayBook book;
  private final ActorNames actors;
  private final Clock clock;

  HolidayModels(ShopCalendar calendar, HolidayBook book, ActorNames actors, Clock clock) {
    this.calendar = calendar;
    this.book = book;
    this.actors = actors;
    this.clock = clock;
  }

  /** What was typed into one of the page's three forms, and which day it is about. */
  record Typing(Optional<LocalDate> day, Form ofDay, Form ofYear, Form ofFile) {}

  int thisYear() {
    return clock.instant().atZone(WorkingCalendar.SHOP_ZONE).getYear();
  }

  HolidaysModel model(Frame frame, int year, Typing typing, String said) {
    var known = calendar.known();
    var now = known.calendar();
    var years = years(now, year);
    return new HolidaysModel(
        year,
        years.stream()
            .map(
                one ->
                    new Tab(
                        String.valueOf(one),
                        "/desk/holidays?year=" + one,
                        now.holidays().stream().filter(day -> day.date().getYear() == one).count(),
                        one == year))
            .toList(),
        now.decree(year).map(Decree::citation),
        years.stream().filter(one -> now.decree(one).isEmpty()).toList(),
        MonthView.of(year, now, frame.language()),
        now.holidays().stream()
            .filter(day -> day.date().getYear() == year)
            .map(
                day ->
                    new HolidaysModel.Row(day, known.edits().decreeOf(day.date(), now).orElse("")))
            .toList(),
        changes(frame, book.changes(year)),
        May.CHANGE_SETTINGS.allows(Badge.of(frame).role()),
        typing.day(),
        typing.ofDay(),
        typing.ofYear(),
        typing.ofFile(),
        said);
  }

  /** The forms as they stand before anybody types, for one day or for a new one. */
  Typing blank(int year, Optional<LocalDate> day) {
    var known = calendar.known();
    var decree = known.calendar().decree(year).map(Decree::citation).orElse("");
    var typed = new HashMap<String, String>();
    typed.put("decree", decree);
    typed.put("kind", Holiday.Kind.NATIONAL.name());
    day.ifPresent(date -> typed.put("date", date.toString()));
    day.flatMap(known.calendar()::holiday)
        .ifPresent(
            holiday -> {
              typed.put("kind", holiday.kind().name());
              holiday.name().ifPresent(name -> typed.put("name-id", name.id()));
              holiday.name().ifPresent(name -> typed.put("name-en", name.en()));
              known
                  .edits()
                  .decreeOf(holiday.date(), known.calendar())
                  .ifPresent(citation -> typed.put("decree", citation));
            });
    return new Typing(day, Form.of(typed), Form.of(Map.of("citation", decree)), Form.blank());
  }

  private List<Integer> years(WorkingCalendar now, int shown) {
    var first = now.decrees().stream().mapToInt(Decree::year).min().orElse(thisYear());
    var last =
        IntStream.of(
                thisYear() + YEARS_AHEAD,
                now.decrees().stream().mapToInt(Decree::year).max().orElse(0),
                now.holidays().isEmpty() ? 0 : now.holidays().getLast().date().getYear())
            .max()
            .orElse(shown);
    return IntStream.concat(
            IntStream.rangeClosed(Math.max(first, last - 7), last), IntStream.of(shown))
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  private List<HolidaysModel.Change> changes(Frame frame, List<HolidayChange> changes) {
    var names = actors.of(changes.stream().map(HolidayChange::actor).toList());
    return changes.stream()
        .map(
            change ->
                new HolidaysModel.Change(
                    what(frame, change.edit()),
                    ActorNames.name(frame, names, change.actor()),
                    frame.formats().shortDateTime(change.at())))
        .toList();
  }

  /** A change of the days off in words. */
  static String what(Frame frame, HolidayEdit edit) {
    return switch (edit) {
      case HolidayEdit.Off(var holiday, var decree) ->
          frame.text("desk.holidays.change.off", holiday.date(), holiday.inWords(), decree);
      case HolidayEdit.Struck(var date, var decree) ->
          frame.text("desk.holidays.change.struck", date, decree);
      case HolidayEdit.OfYear(var year, var decree) ->
          decree
              .map(citation -> frame.text("desk.holidays.change.year", "" + year, citation))
              .orElseGet(() -> frame.text("desk.holidays.change.open", "" + year));
    };
  }
}
