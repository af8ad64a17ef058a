package io.tukar.desk;

import io.tukar.calendar.HolidayEdit;
import io.tukar.rma.HolidayDesk;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hari libur: the days off year by year, and what a manager changes in them. */
@Controller
class HolidaysPage {

  static final String PAGE = "desk/holidays";

  private final HolidayDesk holidays;
  private final HolidayModels models;
  private final Clock clock;

  HolidaysPage(HolidayDesk holidays, HolidayModels models, Clock clock) {
    this.holidays = holidays;
    this.models = models;
    this.clock = clock;
  }

  @GetMapping("/desk/holidays")
  Page year(
      Frame frame,
      @RequestParam(name = "year", defaultValue = "") String asked,
      @RequestParam(name = "day", defaultValue = "") String day,
      @RequestParam(name = "done", defaultValue = "") String done,
      @RequestParam(name = "cases", defaultValue = "0") String cases) {
    var date = date(day);
    var year = date.map(LocalDate::getYear).orElseGet(() -> year(asked));
    return Page.of(
        PAGE, models.model(frame, year, models.blank(year, date), said(frame, done, cases)));
  }

  /** Adds, changes or strikes out a day. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/holidays/day")
  Reply day(Frame frame, @RequestParam Map<String, String> fields) {
    var form = new HolidayForm(fields);
    var edit = form.day();
    if (edit.isPresent()) {
      return changed(frame, edit.get());
    }
    var day = date(fields.getOrDefault("date", ""));
    var year = day.map(LocalDate::getYear).orElseGet(() -> year(fields.getOrDefault("year", "")));
    var blank = models.blank(year, day);
    return Page.refused(
        PAGE,
        models.model(
            frame,
            year,
            new HolidayModels.Typing(
                day, Form.of(fields).with(form.refusals()), blank.ofYear(), blank.ofFile()),
            ""));
  }

  /** Sets a year's decree, or says that it has none. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/holidays/{asked}/decree")
  Reply decree(Frame frame, @PathVariable String asked, @RequestParam Map<String, String> fields) {
    var year = year(asked);
    var form = new HolidayForm(fields);
    var edit = form.ofYear(year);
    if (edit.isPresent()) {
      return changed(frame, edit.get());
    }
    var blank = models.blank(year, Optional.empty());
    return Page.refused(
        PAGE,
        models.model(
            frame,
            year,
            new HolidayModels.Typing(
                Optional.empty(),
                blank.ofDay(),
                Form.of(fields).with(form.refusals()),
                blank.ofFile()),
            ""));
  }

  private Redirect changed(Frame frame, HolidayEdit edit) {
    var changed = holidays.apply(List.of(edit), clock.instant(), Badge.actor(frame));
    return after(edit.year(), changed);
  }

  /** Where to look after a change. */
  static Redirect after(int year, HolidayDesk.Changed changed) {
    var same =
        changed.effects().stream().allMatch(effect -> effect.getValue() == HolidayEdit.Effect.SAME);
    return new Redirect(
        "/desk/holidays?year=%d&done=%s&cases=%d"
            .formatted(
                year,
                same ? "same" : changed.complete() ? "changed" : "going-on",
                changed.cases()));
  }

  private static String said(Frame frame, String done, String cases) {
    var count = cases.matches("[0-9]{1,6}") ? Integer.parseInt(cases) : 0;
    return switch (done) {
      case "same" -> frame.text("desk.holidays.done.same");
      case "changed" -> frame.text("desk.holidays.done.changed", count);
      case "going-on" -> frame.text("desk.holidays.done.going-on", count);
      default -> "";
    };
  }

  private int year(String asked) {
    var year = asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : models.thisYear();
    return HolidayEdit.known(year) ? year : models.thisYear();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> HolidayEdit.known(day.getYear()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
