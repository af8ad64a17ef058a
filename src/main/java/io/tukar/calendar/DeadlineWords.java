package io.tukar.calendar;

import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A deadline's arithmetic in words. */
final class DeadlineWords {

  /** A longer period is told by its first and last day and the holidays between. */
  private static final int DAYS_TOLD_ONE_BY_ONE_MAX = 31;

  private DeadlineWords() {}

  /** "7 working days from Friday, 13 March 2026: day 1 is ..., day 7 is ...; not counted: ...". */
  static Words sentence(Deadline deadline) {
    return new Words(sentence(deadline, Language.ID), sentence(deadline, Language.EN));
  }

  private static String sentence(Deadline deadline, Language language) {
    var indonesian = language == Language.ID;
    var text = new StringBuilder();
    text.append(period(deadline, language))
        .append(indonesian ? " sejak diterima " : " from receipt on ")
        .append(DateWords.in(language, deadline.received()));
    if (deadline.days() > 0) {
      text.append(indonesian ? "; hari ke-1 " : "; day 1 is ")
          .append(DateWords.in(language, deadline.firstDay()));
    }
    var weekendDays = deadline.skipped().stream().filter(Deadline.Skipped::weekend).count();
    var named =
        deadline.skipped().stream()
            .filter(skip -> !skip.weekend())
            .map(
                skip -> DateWords.shortIn(language, skip.date()) + " " + skip.reason().in(language))
            .collect(Collectors.toCollection(ArrayList::new));
    if (weekendDays > 0) {
      named.add(
          indonesian
              ? weekendDays + " hari akhir pekan"
              : weekendDays + (weekendDays == 1 ? " weekend day" : " weekend days"));
    }
    if (!named.isEmpty()) {
      text.append(indonesian ? "; tidak dihitung: " : "; not counted: ")
          .append(String.join(", ", named));
    }
    text.append(indonesian ? "; berakhir " : "; ends on ")
        .append(DateWords.in(language, deadline.date()))
        .append(end(deadline, language, "23:59"))
        .append('.');
    if (deadline.provisional()) {
      text.append(' ').append(provisional(deadline, language));
    }
    return text.toString();
  }

  /** When the last day is over: a cut-off is no longer in time, the day's own end still is. */
  private static String end(Deadline deadline, Language language, String endOfDay) {
    var indonesian = language == Language.ID;
    var zone = ' ' + DateWords.zone(deadline.zone());
    var time = deadline.cutOff().map(LocalTime::toString).orElse(endOfDay);
    var before =
        deadline.cutOff().isPresent()
            ? indonesian ? " sebelum pukul " : " before "
            : indonesian ? " pukul " : " at ";
    return before + (indonesian ? time.replace(':', '.') : time) + zone;
  }

  static List<Words> lines(Deadline deadline) {
    var lines = new ArrayList<Words>();
    var received = DateWords.of(deadline.received());
    lines.add(new Words("diterima: " + received.id(), "received: " + received.en()));
    if (deadline.days() <= DAYS_TOLD_ONE_BY_ONE_MAX) {
      dayByDay(deadline, lines);
    } else {
      abridged(deadline, lines);
    }
    lines.add(
        new Words(
            "batas waktu: "
                + DateWords.in(Language.ID, deadline.date())
                + end(deadline, Language.ID, "23:59:59"),
            "deadline: "
                + DateWords.in(Language.EN, deadline.date())
                + end(deadline, Language.EN, "23:59:59")));
    if (deadline.provisional()) {
      lines.add(new Words(provisional(deadline, Language.ID), provisional(deadline, Language.EN)));
    }
    return List.copyOf(lines);
  }

  private static void dayByDay(Deadline deadline, List<Words> lines) {
    var skips = deadline.skipped().iterator();
    var skip = skips.hasNext() ? skips.next() : null;
    var number = 0;
    for (var day = deadline.received().plusDays(1);
        !day.isAfter(deadline.date());
        day = day.plusDays(1)) {
      if (skip != null && skip.date().equals(day)) {
        lines.add(notCounted(skip));
        skip = skips.hasNext() ? skips.next() : null;
      } else {
        number++;
        var words = DateWords.of(day);
        lines.add(
            new Words(
                "hari ke-" + number + ": " + words.id(), "day " + number + ": " + words.en()));
      }
    }
  }

  private static void abridged(Deadline deadline, List<Words> lines) {
    var first = DateWords.of(deadline.firstDay());
    lines.add(new Words("hari ke-1: " + first.id(), "day 1: " + first.en()));
    deadline.skipped().stream()
        .filter(skip -> !skip.weekend())
        .forEach(skip -> lines.add(notCounted(skip)));
    var weekendDays = deadline.skipped().stream().filter(Deadline.Skipped::weekend).count();
    if (weekendDays > 0) {
      lines.add(
          new Words(
              "tidak dihitung: " + weekendDays + " hari akhir pekan",
              "not counted: " + weekendDays + " weekend days"));
    }
    var last = DateWords.of(deadline.date());
    lines.add(
        new Words(
            "hari ke-" + deadline.days() + ": " + last.id(),
            "day " + deadline.days() + ": " + last.en()));
  }

  private static Words notCounted(Deadline.Skipped skip) {
    var day = DateWords.of(skip.date());
    return new Words(
        "tidak dihitung: " + day.id() + ", " + skip.reason().id(),
        "not counted: " + day.en() + ", " + skip.reason().en());
  }

  private static String period(Deadline deadline, Language language) {
    var working = deadline.unit() == DayUnit.WORKING;
    return switch (language) {
      case ID -> deadline.days() + (working ? " hari kerja" : " hari kalender");
      case EN ->
          deadline.days()
              + (working ? " working " : " calendar ")
              + (deadline.days() == 1 ? "day" : "days");
    };
  }

  private static String provisional(Deadline deadline, Language language) {
    var years =
        deadline.undecreedYears().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return switch (language) {
      case ID ->
          "Sementara (provisional): hari libur tahun "
              + years
              + " belum ditetapkan, batas ini dapat mundur.";
      case EN ->
          "This is provisional: the days off of "
              + years
              + " are not decreed yet, so it may become later.";
    };
  }
}
