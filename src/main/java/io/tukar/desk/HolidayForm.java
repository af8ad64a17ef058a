package io.tukar.desk;

import io.tukar.calendar.Holiday;
import io.tukar.calendar.HolidayEdit;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed about one day off, or about a year's decree. */
final class HolidayForm {

  private final Typed typed;

  HolidayForm(Map<String, String> fields) {
    this.typed = new Typed(fields);
  }

  List<Refusal> refusals() {
    return typed.refusals();
  }

  /** The day as it shall be; empty, with the reasons kept, where it cannot be read. */
  Optional<HolidayEdit> day() {
    var date = date("date");
    var decree = decree();
    if (typed.text("do").equals("strike")) {
      return both(date, decree).map(both -> new HolidayEdit.Struck(both.date(), both.decree()));
    }
    var kind = typed.choice("kind", Holiday.Kind.class);
    var name = name();
    return typed.refusals().isEmpty()
        ? both(date, decree)
            .flatMap(
                both ->
                    kind.map(
                        one ->
                            new HolidayEdit.Off(
                                new Holiday(both.date(), one, name), both.decree())))
        : Optional.empty();
  }

  /** The decree of a year; nothing typed means that it has none. */
  Optional<HolidayEdit> ofYear(int year) {
    var citation = typed.text("citation");
    if (!citation.isEmpty() && !HolidayEdit.citesADecree(citation)) {
      typed.refuse("decree-unreadable", "citation", HolidayEdit.DECREE_CHARS_MAX);
      return Optional.empty();
    }
    return Optional.of(
        new HolidayEdit.OfYear(
            year, citation.isEmpty() ? Optional.empty() : Optional.of(citation)));
  }

  private record Both(LocalDate date, String decree) {}

  private static Optional<Both> both(Optional<LocalDate> date, Optional<String> decree) {
    return date.flatMap(day -> decree.map(text -> new Both(day, text)));
  }

  private Optional<LocalDate> date(String field) {
    var text = typed.text(field);
    if (text.isEmpty()) {
      typed.refuse("value-missing", field);
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(text);
      if (HolidayEdit.known(date.getYear())) {
        return Optional.of(date);
      }
      typed.refuse("ics-year", field, date.getYear(), HolidayEdit.YEAR_MIN, HolidayEdit.YEAR_MAX);
    } catch (DateTimeException e) {
      typed.refuse("value-unreadable", field);
    }
    return Optional.empty();
  }

  private Optional<String> decree() {
    var text = typed.text("decree");
    if (text.isEmpty()) {
      typed.refuse("value-missing", "decree");
      return Optional.empty();
    }
    if (!HolidayEdit.citesADecree(text)) {
      typed.refuse("decree-unreadable", "decree", HolidayEdit.DECREE_CHARS_MAX);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Named in both languages or in none. */
  private Optional<Words> name() {
    var id = name("name-id");
    var en = name("name-en");
    if (id.isEmpty() && en.isEmpty()) {
      return Optional.empty();
    }
    if (id.isEmpty()) {
      typed.refuse("value-missing", "name-id");
      return Optional.empty();
    }
    if (en.isEmpty()) {
      typed.refuse("value-missing", "name-en");
      return Optional.empty();
    }
    return Optional.of(new Words(id, en));
  }

  private String name(String field) {
    var text = typed.text(field);
    if (text.length() > HolidayEdit.NAME_CHARS_MAX) {
      typed.refuse("ics-name-too-long", field, HolidayEdit.NAME_CHARS_MAX);
    }
    return text;
  }
}
