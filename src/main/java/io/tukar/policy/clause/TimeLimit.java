package io.tukar.policy.clause;

import io.tukar.calendar.DateWords;
import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * So many days from receipt. The count starts at the day of receipt as the courier proved it, else
 * as the customer states it, else at dispatch and the days a parcel is given; the first contact
 * stops it, on whatever day and by whatever channel (clauses P2 and P9).
 *
 * @param buffer the days a parcel is given where only its dispatch is known
 * @param cutOff the time of the last day before which the contact must come; the end of that day
 *     where empty
 * @param otherReading the reading that is not followed, shown beside
 */
public record TimeLimit(
    Period period, Buffer buffer, Optional<LocalTime> cutOff, Optional<Period> otherReading) {

  static final Set<FactKey<?>> ASKS =
      Set.of(
          FactKeys.FIRST_CONTACT,
          FactKeys.RECEIVED_ON,
          FactKeys.DISPATCHED_ON,
          FactKeys.ORDERED_ON,
          FactKeys.COURIER);

  /** The same limit by the reading that is not followed; empty without one. */
  public Optional<TimeLimit> inOtherReading() {
    return otherReading.map(other -> new TimeLimit(other, buffer, cutOff, Optional.empty()));
  }

  /** How long, and in which days. */
  public record Period(int days, DayUnit unit) {}

  /**
   * Calendar days from dispatch to receipt.
   *
   * @param byCourier the days of couriers that take another time; names in lower case
   */
  public record Buffer(int days, Map<String, Integer> byCourier) {

    /** No parcel is given more days than this. */
    public static final int DAYS_MAX = 60;

    int daysOf(Fact<String> courier) {
      return switch (courier) {
        case Fact.Known<String>(var name, var _) when !byCourier.isEmpty() ->
            byCourier.getOrDefault(name.strip().toLowerCase(Locale.ROOT), days);
        case Fact.Known<String>(var _, var _) -> days;
        case Fact.Unknown<String>() -> days;
      };
    }
  }

  private static final int DAYS_OFF_IN_A_ROW_MAX = 400;

  /** What a decree's year is called among the facts that are lacking. */
  public static final String DECREE = "decree.";

  private static final Words IN_TIME = new Words("dalam batas waktu.", "in time.");

  private static final List<String> LACKS_RECEIPT = List.of(FactKeys.RECEIVED_ON.name());

  /** The day the count starts from. */
  private record Start(LocalDate received, boolean assumed) {}

  /** Until when to turn to the shop; empty where receipt is unknown or makes no sense. */
  public Optional<Deadline> deadline(ReturnFacts facts, WorkingCalendar calendar) {
    var start = start(facts, calendar);
    return start == null
        ? Optional.empty()
        : Optional.of(counted(period, start.received(), calendar));
  }

  private Optional<Deadline> other(Start start, WorkingCalendar calendar) {
    return otherReading.isEmpty()
        ? Optional.empty()
        : Optional.of(counted(otherReading.get(), start.received(), calendar));
  }

  private Deadline counted(Period length, LocalDate received, WorkingCalendar calendar) {
    var due = calendar.due(received, length.days(), length.unit());
    return cutOff.isEmpty() ? due : due.before(cutOff.get());
  }

  /** Whether the customer came in time, said in the name of this clause. */
  Finding judge(ClauseHead head, ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    var start = start(facts, calendar);
    if (start == null) {
      return head.open(
          AskedOf.SHOP,
          () -> new Finding.Why(whyNoStart(facts, calendar), inputs(facts)),
          LACKS_RECEIPT);
    }
    var deadline = counted(period, start.received(), calendar);
    terms.endsBy(deadline, other(start, calendar));
    if (deadline.metBy(facts.claim().firstContactAt())) {
      return head.holds(() -> why(facts, calendar, start, deadline, IN_TIME));
    }
    Supplier<Finding.Why> why =
        () -> why(facts, calendar, start, deadline, late(deadline, facts, calendar));
    if (deadline.provisional()) {
      // A later decree can only add days off, so nobody is declined on this date.
      return head.open(AskedOf.SHOP, why, List.of(DECREE + deadline.undecreedYears().getFirst()));
    }
    return head.fails(why);
  }

  /**
   * The latest-lying bound of what is asked for where receipt is unknown: whoever received on this
   * day or later came in time.
   */
  public LocalDate earliestReceiptInTime(ReturnFacts facts, WorkingCalendar calendar) {
    var contact = facts.claim().firstContactAt();
    var inTime = contact.atZone(calendar.zone()).toLocalDate();
    var late = inTime.minusDays(2L * period.days() + DAYS_OFF_IN_A_ROW_MAX);
    // A later receipt never ends earlier, so the bound is found by halving.
    while (late.plusDays(1).isBefore(inTime)) {
      var between = late.plusDays(ChronoUnit.DAYS.between(late, inTime) / 2);
      if (counted(period, between, calendar).metBy(contact)) {
        inTime = between;
      } else {
        late = between;
      }
    }
    return inTime;
  }

  private @Nullable Start start(ReturnFacts facts, WorkingCalendar calendar) {
    var sold = facts.sold();
    return switch (sold.receivedOn()) {
      case Fact.Known<LocalDate>(var on, var source) ->
          plausible(on, source, facts, calendar) ? new Start(on, false) : null;
      case Fact.Unknown<LocalDate>() ->
          sold.dispatchedOn().isEmpty()
              ? null
              : new Start(sold.dispatchedOn().get().plusDays(buffer.daysOf(sold.courier())), true);
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
    if (!facts.sold().receivedOn().asOptional().isPresent()) {
      FactKeys.COURIER.input(facts).ifPresent(inputs::add);
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

  private Finding.Why why(
      ReturnFacts facts,
      WorkingCalendar calendar,
      Start start,
      Deadline deadline,
      Words conclusion) {
    var other = other(start, calendar);
    return new Finding.Why(
        new Words(
            explain(Language.ID, facts, calendar, start, deadline, other, conclusion),
            explain(Language.EN, facts, calendar, start, deadline, other, conclusion)),
        inputs(facts));
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
      var sold = facts.sold();
      var sent = DateWords.in(language, sold.dispatchedOn().orElseThrow());
      var days = buffer.daysOf(sold.courier());
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
        .append(moment(language, contactAt(facts, calendar)))
        .append(": ")
        .append(conclusion.in(language))
        .toString();
  }

  /** How late, in the unit of the window; in calendar days where no working day lies between. */
  private Words late(Deadline deadline, ReturnFacts facts, WorkingCalendar calendar) {
    var on = contactAt(facts, calendar).toLocalDate();
    if (on.equals(deadline.date())) {
      return new Words("lewat jam batas hari itu.", "after that day's closing time.");
    }
    var workingDays =
        period.unit() == DayUnit.WORKING ? calendar.workingDaysBetween(deadline.date(), on) : 0;
    var unit = workingDays > 0 ? DayUnit.WORKING : DayUnit.CALENDAR;
    var days = workingDays > 0 ? workingDays : ChronoUnit.DAYS.between(deadline.date(), on);
    return new Words(
        "terlambat " + days + " " + unit.words().id() + ".",
        days + " " + (days == 1 ? unit.word() + " day" : unit.words().en()) + " late.");
  }

  private static ZonedDateTime contactAt(ReturnFacts facts, WorkingCalendar calendar) {
    return facts.claim().firstContactAt().atZone(calendar.zone());
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
