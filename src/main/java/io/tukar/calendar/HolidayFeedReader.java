package io.tukar.calendar;

import io.tukar.calendar.HolidayFeed.Row;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes days off of events: whole days, once each, of years the product knows. */
final class HolidayFeedReader {

  static final int DAYS_PER_EVENT_MAX = 31;

  private static final int SHOWN_CHARS_MAX = 100;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern WHOLE_DAYS = Pattern.compile("P([0-9]{1,4})([DW])");

  /** A calendar that speaks of itself names its decree by number; many only say what they are. */
  private static final Pattern DECREE =
      Pattern.compile(
          "keputusan|\\bskb\\b|surat|decree|\\bno\\.|nomor",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String leaveWord;
  private final List<Row> rows = new ArrayList<>();
  private final Map<LocalDate, Integer> seen = new HashMap<>();

  HolidayFeedReader(String leaveWord) {
    this.leaveWord = leaveWord.strip().toLowerCase(Locale.ROOT);
    if (this.leaveWord.isEmpty()) {
      throw new IllegalArgumentException("Every text holds the empty word");
    }
  }

  HolidayFeed read(IcsEvents file, String said) {
    file.events().forEach(this::take);
    var citation =
        said.isEmpty()
            ? file.description().filter(text -> DECREE.matcher(text).find()).orElse("")
            : said;
    var refusals = new ArrayList<Refusal>();
    if (citation.isEmpty()) {
      refusals.add(Refusal.of("decree-missing", "decree"));
    } else if (!HolidayEdit.citesADecree(citation)) {
      refusals.add(Refusal.of("decree-unreadable", "decree", HolidayEdit.DECREE_CHARS_MAX));
    }
    if (file.events().isEmpty()) {
      refusals.add(Refusal.of("ics-empty", "file"));
    }
    return new HolidayFeed(citation, rows, refusals);
  }

  private void take(IcsEvents.Event event) {
    if (event.text("STATUS").equalsIgnoreCase("CANCELLED")) {
      rows.add(new Row.CalledOff(event.line(), shown(event)));
      return;
    }
    switch (span(event)) {
      case Span.Wrong(var why) -> rows.add(new Row.Refused(event.line(), shown(event), why));
      case Span.Days(var first, var last) -> {
        var name = event.text("SUMMARY");
        if (name.length() > HolidayEdit.NAME_CHARS_MAX) {
          rows.add(
              new Row.Refused(
                  event.line(),
                  shown(event),
                  Refusal.of("ics-name-too-long", "file", HolidayEdit.NAME_CHARS_MAX)));
          return;
        }
        first
            .datesUntil(last.plusDays(1))
            .forEach(date -> take(event.line(), holiday(date, event, name)));
      }
    }
  }

  /** Of two events on a day the national holiday counts, then the first. */
  private void take(int line, Holiday holiday) {
    var index = seen.putIfAbsent(holiday.date(), rows.size());
    if (index == null) {
      rows.add(new Row.Day(line, holiday));
      return;
    }
    var there = (Row.Day) rows.get(index);
    if (holiday.kind() == Holiday.Kind.NATIONAL
        && there.holiday().kind() == Holiday.Kind.COLLECTIVE_LEAVE) {
      rows.set(index, new Row.Again(there.line(), holiday.date(), line));
      seen.put(holiday.date(), rows.size());
      rows.add(new Row.Day(line, holiday));
    } else {
      rows.add(new Row.Again(line, holiday.date(), there.line()));
    }
  }

  private Holiday holiday(LocalDate date, IcsEvents.Event event, String summary) {
    var leave = isLeave(summary) || isLeave(event.text("CATEGORIES"));
    return new Holiday(
        date, leave ? Holiday.Kind.COLLECTIVE_LEAVE : Holiday.Kind.NATIONAL, name(summary));
  }

  private boolean isLeave(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return lower.contains(leaveWord) || lower.contains("collective leave");
  }

  /** The celebration without the word for the leave, which the kind says already. */
  private Optional<Words> name(String summary) {
    var name =
        Pattern.compile(Pattern.quote(leaveWord), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(summary)
            .replaceAll("")
            .replace("()", "")
            .replaceAll("^[-–:,\\s]+|[-–:,\\s]+$", "");
    return name.isBlank() ? Optional.empty() : Optional.of(new Words(name, english(name)));
  }

  /** Files name holidays in Indonesian alone: the English name is the one on record, if any. */
  private static String english(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return WorkingCalendar.indonesia().holidays().stream()
        .flatMap(holiday -> holiday.name().stream())
        .filter(words -> lower.contains(words.id().toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(words -> words.id().length()))
        .map(Words::en)
        .orElse(name);
  }

  private static String shown(IcsEvents.Event event) {
    var text = event.text("SUMMARY");
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
  }

  /** The days an event covers, or what is wrong with them. */
  private sealed interface Span {
    record Days(LocalDate first, LocalDate last) implements Span {}

    record Wrong(Refusal why) implements Span {}
  }

  private static Span span(IcsEvents.Event event) {
    if (event.property("RRULE").isPresent() || event.property("RDATE").isPresent()) {
      return new Span.Wrong(Refusal.of("ics-repeats", "file"));
    }
    var start = event.property("DTSTART");
    if (start.isEmpty()) {
      return new Span.Wrong(Refusal.of("ics-no-date", "file"));
    }
    var first = date(start.get());
    if (first.isEmpty()) {
      var text = clipped(start.get().value());
      return new Span.Wrong(
          text.contains("T")
              ? Refusal.of("ics-with-time", "file", text)
              : Refusal.of("ics-bad-date", "file", text));
    }
    var last = last(event, first.get());
    if (last.isEmpty()) {
      return new Span.Wrong(Refusal.of("ics-bad-end", "file"));
    }
    var days = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
    if (days < 1) {
      return new Span.Wrong(Refusal.of("ics-bad-end", "file"));
    }
    if (days > DAYS_PER_EVENT_MAX) {
      return new Span.Wrong(Refusal.of("ics-too-long", "file", days, DAYS_PER_EVENT_MAX));
    }
    if (!HolidayEdit.known(first.get().getYear()) || !HolidayEdit.known(last.get().getYear())) {
      return new Span.Wrong(
          Refusal.of(
              "ics-year",
              "file",
              first.get().getYear(),
              HolidayEdit.YEAR_MIN,
              HolidayEdit.YEAR_MAX));
    }
    return new Span.Days(first.get(), last.get());
  }

  /** The end of an event of whole days is the day after its last (RFC 5545, 3.6.1). */
  private static Optional<LocalDate> last(IcsEvents.Event event, LocalDate first) {
    var end = event.property("DTEND");
    if (end.isPresent()) {
      // Some programs write the first day as the end of a single one.
      return date(end.get()).map(day -> day.equals(first) ? first : day.minusDays(1));
    }
    var duration = event.property("DURATION");
    if (duration.isEmpty()) {
      return Optional.of(first);
    }
    var length = WHOLE_DAYS.matcher(duration.get().value());
    if (!length.matches()) {
      return Optional.empty();
    }
    int days = Integer.parseInt(length.group(1)) * (length.group(2).equals("W") ? 7 : 1);
    return days == 0 ? Optional.empty() : Optional.of(first.plusDays(days - 1L));
  }

  private static Optional<LocalDate> date(IcsEvents.Property property) {
    try {
      return Optional.of(LocalDate.parse(property.value().strip(), DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String clipped(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX);
  }
}
