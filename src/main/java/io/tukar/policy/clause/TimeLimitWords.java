package io.tukar.policy.clause;

import io.tukar.calendar.DateWords;
import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts into words how a time limit was counted and whether the customer came in time.
 *
 * @param calendar the days it was counted with
 */
record TimeLimitWords(TimeLimit limit, ReturnFacts facts, WorkingCalendar calendar) {

  private static final Words IN_TIME = new Words("dalam batas waktu.", "in time.");

  Finding.Why inTime(TimeLimit.Start start, Deadline deadline) {
    return counted(start, deadline, IN_TIME);
  }

  Finding.Why late(TimeLimit.Start start, Deadline deadline) {
    return counted(start, deadline, howLate(deadline));
  }

  /** There is no day to count from. */
  Finding.Why withoutStart() {
    return new Finding.Why(whyNoStart(), inputs());
  }

  private Finding.Why counted(TimeLimit.Start start, Deadline deadline, Words conclusion) {
    var other = limit.other(start, calendar);
    return new Finding.Why(
        new Words(
            explain(Language.ID, start, deadline, other, conclusion),
            explain(Language.EN, start, deadline, other, conclusion)),
        inputs());
  }

  private List<Finding.Input> inputs() {
    var inputs = new ArrayList<Finding.Input>(3);
    inputs.add(
        new Finding.Input(
            "claim.firstContactAt", facts.claim().firstContactAt().toString(), Source.SHOP));
    switch (facts.sold().receivedOn()) {
      case Fact.Known<LocalDate>(var on, var source) ->
          inputs.add(new Finding.Input("sold.receivedOn", on.toString(), source));
      case Fact.Unknown<LocalDate>() ->
          facts
              .sold()
              .dispatchedOn()
              .ifPresent(
                  on ->
                      inputs.add(
                          new Finding.Input("sold.dispatchedOn", on.toString(), Source.ORDER)));
    }
    if (facts.sold().receivedOn().asOptional().isEmpty()) {
      FactKeys.COURIER.input(facts).ifPresent(inputs::add);
    }
    return inputs;
  }

  private Words whyNoStart() {
    return switch (facts.sold().receivedOn()) {
      case Fact.Known<LocalDate>(var on, var _) -> {
        var ordered = facts.sold().orderedOn();
        var contact = contactAt().toLocalDate();
        yield new Words(
            "Tanggal terima "
                + DateWords.in(Language.ID, on)
                + " tidak sesuai dengan tanggal pesanan "
                + DateWords.in(Language.ID, ordered)
                + " dan kontak pertama "
                + DateWords.in(Language.ID, contact)
                + "; toko memeriksanya.",
            "Receipt on "
                + DateWords.in(Language.EN, on)
                + " does not fit the order of "
                + DateWords.in(Language.EN, ordered)
                + " and the first contact on "
                + DateWords.in(Language.EN, contact)
                + "; the shop looks into it.");
      }
      case Fact.Unknown<LocalDate>() ->
          new Words(
              "Tanggal terima dan tanggal kirim belum diketahui, jadi batas waktu tidak dapat"
                  + " dihitung; toko memeriksanya.",
              "Neither receipt nor dispatch is known, so there is no deadline to count; the shop"
                  + " looks into it.");
    };
  }

  private String explain(
      Language language,
      TimeLimit.Start start,
      Deadline deadline,
      Optional<Deadline> other,
      Words conclusion) {
    var indonesian = language == Language.ID;
    var text = new StringBuilder(512);
    if (start.assumed()) {
      var sold = facts.sold();
      var sent = DateWords.in(language, sold.dispatchedOn().orElseThrow());
      var days = limit.buffer().daysOf(sold.courier());
      text.append(
          indonesian
              ? "Tanggal terima tidak diketahui; dihitung dari tanggal kirim "
                  + sent
                  + " ditambah "
                  + days
                  + " hari. "
              : "The day of receipt is unknown; counted from dispatch on "
                  + sent
                  + " plus "
                  + days
                  + " days. ");
    }
    text.append(deadline.sentence().in(language));
    other.ifPresent(
        reading ->
            text.append(indonesian ? " Bacaan lain: " : " The other reading: ")
                .append(reading.days())
                .append(' ')
                .append(reading.unit().words().in(language))
                .append(indonesian ? ", berakhir " : ", ends on ")
                .append(DateWords.in(language, reading.date()))
                .append('.'));
    return text.append(indonesian ? " Kontak pertama " : " First contact ")
        .append(moment(language, contactAt()))
        .append(": ")
        .append(conclusion.in(language))
        .toString();
  }

  /** How late, in the unit of the window; in calendar days where no working day lies between. */
  private Words howLate(Deadline deadline) {
    var on = contactAt().toLocalDate();
    if (on.equals(deadline.date())) {
      return new Words("lewat jam batas hari itu.", "after that day's closing time.");
    }
    var workingDays =
        limit.period().unit() == DayUnit.WORKING
            ? calendar.workingDaysBetween(deadline.date(), on)
            : 0;
    var unit = workingDays > 0 ? DayUnit.WORKING : DayUnit.CALENDAR;
    var days = workingDays > 0 ? workingDays : ChronoUnit.DAYS.between(deadline.date(), on);
    return new Words(
        "terlambat " + days + " " + unit.words().id() + ".",
        days + " " + (days == 1 ? unit.word() + " day" : unit.words().en()) + " late.");
  }

  private ZonedDateTime contactAt() {
    return TimeLimit.contactAt(facts, calendar);
  }

  private static String moment(Language language, ZonedDateTime at) {
    var separator = language == Language.ID ? '.' : ':';
    var time = new StringBuilder(DateWords.in(language, at.toLocalDate()));
    time.append(language == Language.ID ? " pukul " : " at ");
    twoDigits(time, at.getHour()).append(separator);
    return twoDigits(time, at.getMinute())
        .append(' ')
        .append(DateWords.zone(at.getZone()))
        .toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return (number < 10 ? text.append('0') : text).append(number);
  }
}
