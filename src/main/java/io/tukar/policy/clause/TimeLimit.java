package io.tukar.policy.clause;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
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

  private static final List<String> LACKS_RECEIPT = List.of(FactKeys.RECEIVED_ON.name());

  /** The day the count starts from. */
  record Start(LocalDate received, boolean assumed) {}

  /** Until when to turn to the shop; empty where receipt is unknown or makes no sense. */
  public Optional<Deadline> deadline(ReturnFacts facts, WorkingCalendar calendar) {
    var start = start(facts, calendar);
    return start == null
        ? Optional.empty()
        : Optional.of(counted(period, start.received(), calendar));
  }

  Optional<Deadline> other(Start start, WorkingCalendar calendar) {
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
          () -> new TimeLimitWords(this, facts, calendar).withoutStart(),
          LACKS_RECEIPT);
    }
    var deadline = counted(period, start.received(), calendar);
    terms.endsBy(deadline, other(start, calendar));
    if (deadline.metBy(facts.claim().firstContactAt())) {
      return head.holds(() -> new TimeLimitWords(this, facts, calendar).inTime(start, deadline));
    }
    Supplier<Finding.Why> why =
        () -> new TimeLimitWords(this, facts, calendar).late(start, deadline);
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

  static ZonedDateTime contactAt(ReturnFacts facts, WorkingCalendar calendar) {
    return facts.claim().firstContactAt().atZone(calendar.zone());
  }
}
