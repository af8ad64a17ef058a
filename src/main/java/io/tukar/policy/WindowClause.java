package io.tukar.policy;

import io.tukar.calendar.DateWords;
import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clause P2: the customer turns to the shop within so many days of receipt. The first contact stops
 * the clock (P9), on whatever day.
 *
 * @param dispatchBufferDays calendar days a parcel is given where only its dispatch is known
 * @param otherReading the reading that is not followed, shown beside
 */
record WindowClause(
    ClauseHead head, Period period, int dispatchBufferDays, Optional<Period> otherReading)
    implements Clause {

  record Period(int days, DayUnit unit) {
    Deadline from(LocalDate received, WorkingCalendar calendar) {
      return calendar.due(received, days, unit);
    }
  }

  /** The day the count starts from. */
  private record Start(LocalDate received, boolean assumed) {}

  /** The last day to turn to the shop; empty where receipt is unknown or makes no sense. */
  Optional<Deadline> deadline(ReturnFacts facts, WorkingCalendar calendar) {
    return start(facts, calendar).map(start -> period.from(start.received(), calendar));
  }

  Optional<Deadline> otherDeadline(ReturnFacts facts, WorkingCalendar calendar) {
    return start(facts, calendar)
        .flatMap(start -> otherReading.map(other -> other.from(start.received(), calendar)));
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    var inputs = inputs(facts);
    var start = start(facts, calendar);
    if (start.isEmpty()) {
      return head.open(
          AskedOf.SHOP, whyNoStart(facts, calendar), inputs, List.of("sold.receivedOn"));
    }
    var deadline = period.from(start.get().received(), calendar);
    var contact = facts.claim().firstContactAt();
    if (deadline.metBy(contact)) {
      var inTime = new Words("dalam batas waktu.", "in time.");
      return head.holds(explain(facts, calendar, start.get(), deadline, inTime), inputs);
    }
    var late = late(deadline, contact, calendar);
    if (deadline.provisional()) {
      // A later decree can only add days off, so nobody is declined on this date.
      return head.open(
          AskedOf.SHOP,
          explain(facts, calendar, start.get(), deadline, late),
          inputs,
          List.of("decree." + deadline.undecreedYears().getFirst()));
    }
    return head.fails(explain(facts, calendar, start.get(), deadline, late), inputs);
  }

  private Optional<Start> start(ReturnFacts facts, WorkingCalendar calendar) {
    var sold = facts.sold();
    return switch (sold.receivedOn()) {
      case Fact.Known<LocalDate>(var on, var source) ->
          plausible(on, source, facts, calendar)
              ? Optional.of(new Start(on, false))
              : Optional.empty();
      case Fact.Unknown<LocalDate>() ->
          sold.dispatchedOn().map(on -> new Start(on.plusDays(dispatchBufferDays), true));
    };
  }

  /** Nobody receives before ordering; nobody states a receipt that lies ahead. */
  private static boolean plausible(
      LocalDate on, Source source, ReturnFacts facts, WorkingCalendar calendar) {
    var stated = source == Source.CLAIM;
    return !on.isBefore(facts.sold().orderedOn())
        && !(stated && on.isAfter(contactAt(facts, calendar).toLocalDate()));
  }

  private static List<Finding.Input> inputs(ReturnFacts facts) {
    var inputs = new ArrayList<Finding.Input>(2);
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
    return inputs;
  }

  private static Words whyNoStart(ReturnFacts facts, WorkingCalendar calendar) {
    return switch (facts.sold().receivedOn()) {
      case Fact.Known<LocalDate>(var on, var _) -> {
        var ordered = facts.sold().orderedOn();
        var contact = contactAt(facts, calendar).toLocalDate();
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

  private Words explain(
      ReturnFacts facts,
      WorkingCalendar calendar,
      Start start,
      Deadline deadline,
      Words conclusion) {
    var other = otherReading.map(reading -> reading.from(start.received(), calendar));
    return new Words(
        explain(Language.ID, facts, calendar, start, deadline, other, conclusion),
        explain(Language.EN, facts, calendar, start, deadline, other, conclusion));
  }

  private String explain(
      Language language,
      ReturnFacts facts,
      WorkingCalendar calendar,
      Start start,
      Deadline deadline,
      Optional<Deadline> other,
      Words conclusion) {
    var indonesian = language == Language.ID;
    var text = new StringBuilder(512);
    if (start.assumed()) {
      var sent = DateWords.in(language, facts.sold().dispatchedOn().orElseThrow());
      text.append(
          indonesian
              ? "Tanggal terima tidak diketahui; dihitung dari tanggal kirim "
                  + sent
                  + " ditambah "
                  + dispatchBufferDays
                  + " hari. "
              : "The day of receipt is unknown; counted from dispatch on "
                  + sent
                  + " plus "
                  + dispatchBufferDays
                  + " days. ");
    }
    text.append(deadline.sentence().in(language));
    other.ifPresent(
        reading ->
            text.append(indonesian ? " Bacaan lain: " : " The other reading: ")
                .append(reading.days())
                .append(' ')
                .append(unit(reading.unit()).in(language))
                .append(indonesian ? ", berakhir " : ", ends on ")
                .append(DateWords.in(language, reading.date()))
                .append('.'));
    return text.append(indonesian ? " Kontak pertama " : " First contact ")
        .append(moment(language, contactAt(facts, calendar)))
        .append(": ")
        .append(conclusion.in(language))
        .toString();
  }

  /** How late, in the unit of the window; in calendar days where no working day lies between. */
  private Words late(Deadline deadline, Instant contact, WorkingCalendar calendar) {
    var on = contact.atZone(calendar.zone()).toLocalDate();
    var workingDays =
        period.unit() == DayUnit.WORKING ? calendar.workingDaysBetween(deadline.date(), on) : 0;
    var unit = workingDays > 0 ? DayUnit.WORKING : DayUnit.CALENDAR;
    var days = workingDays > 0 ? workingDays : ChronoUnit.DAYS.between(deadline.date(), on);
    return new Words(
        "terlambat " + days + " " + unit(unit).id() + ".",
        days + " " + (days == 1 ? unit.word() + " day" : unit(unit).en()) + " late.");
  }

  private static Words unit(DayUnit unit) {
    return switch (unit) {
      case WORKING -> new Words("hari kerja", "working days");
      case CALENDAR -> new Words("hari kalender", "calendar days");
    };
  }

  private static ZonedDateTime contactAt(ReturnFacts facts, WorkingCalendar calendar) {
    return facts.claim().firstContactAt().atZone(calendar.zone());
  }

  private static String moment(Language language, ZonedDateTime at) {
    var separator = language == Language.ID ? '.' : ':';
    var time = new StringBuilder(DateWords.in(language, at.toLocalDate()));
    time.append(language == Language.ID ? " pukul " : " at ");
    twoDigits(time, at.getHour()).append(separator);
    return twoDigits(time, at.getMinute()).append(" WIB").toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return (number < 10 ? text.append('0') : text).append(number);
  }
}
