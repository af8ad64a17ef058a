package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many units a request may be about, and how many exchanges a customer may have.
 *
 * @param units at most so many of one line at once
 * @param frequency at most so many earlier exchanges
 */
public record LimitClause(ClauseHead head, Optional<Integer> units, Optional<Frequency> frequency)
    implements Clause {

  /**
   * How often a customer may exchange.
   *
   * @param exchanges at most so many, this one counted
   * @param withinDays calendar days before the first contact
   */
  public record Frequency(int exchanges, int withinDays) {

    /** No more exchanges than this are counted. */
    public static final int EXCHANGES_MAX = ReturnFacts.Customer.EXCHANGES_MAX;

    /** Ten years. */
    public static final int WITHIN_DAYS_MAX = 3_660;
  }

  @Override
  public Set<FactKey<?>> asks() {
    var asks = new HashSet<FactKey<?>>();
    units.ifPresent(most -> asks.add(FactKeys.QUANTITY));
    frequency.ifPresent(
        most -> {
          asks.add(FactKeys.EXCHANGED_ON);
          asks.add(FactKeys.FIRST_CONTACT);
        });
    return asks;
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    var told = new ArrayList<Words>();
    var inputs = new ArrayList<Finding.Input>();
    var failed = false;
    if (units.isPresent()) {
      var asked = facts.claim().quantity();
      failed = asked > units.get();
      FactKeys.QUANTITY.input(facts).ifPresent(inputs::add);
      told.add(
          new Words(
              asked + " unit diminta, paling banyak " + units.get() + ".",
              asked
                  + (asked == 1 ? " unit" : " units")
                  + " asked for, "
                  + units.get()
                  + " at most."));
    }
    if (frequency.isPresent()) {
      switch (facts.customer().exchangedOn()) {
        case Fact.Known<List<LocalDate>>(var days, var source) -> {
          var earlier = within(days, frequency.get(), facts, calendar);
          failed |= earlier + 1 > frequency.get().exchanges();
          inputs.add(
              new Finding.Input(FactKeys.EXCHANGED_ON.name(), FactWords.plain(days), source));
          told.add(told(earlier, frequency.get()));
        }
        case Fact.Unknown<List<LocalDate>>() -> {
          if (!failed) {
            return head.open(
                AskedOf.SHOP,
                new Words(
                    "Penukaran sebelumnya belum diperiksa.",
                    "The earlier exchanges were not looked up yet."),
                inputs,
                List.of(FactKeys.EXCHANGED_ON.name()));
          }
        }
      }
    }
    var words = joined(told);
    return failed ? head.fails(words, inputs) : head.holds(words, inputs);
  }

  private static long within(
      List<LocalDate> days, Frequency frequency, ReturnFacts facts, WorkingCalendar calendar) {
    var today = facts.claim().firstContactAt().atZone(calendar.zone()).toLocalDate();
    var first = today.minusDays(frequency.withinDays());
    return days.stream().filter(day -> !day.isBefore(first) && !day.isAfter(today)).count();
  }

  private static Words told(long earlier, Frequency frequency) {
    return new Words(
        "Penukaran ke-"
            + (earlier + 1)
            + " dalam "
            + frequency.withinDays()
            + " hari, paling banyak "
            + frequency.exchanges()
            + ".",
        "Exchange number "
            + (earlier + 1)
            + " within "
            + frequency.withinDays()
            + " days, "
            + frequency.exchanges()
            + " at most.");
  }

  private static Words joined(List<Words> told) {
    return new Words(
        String.join(" ", told.stream().map(Words::id).toList()),
        String.join(" ", told.stream().map(Words::en).toList()));
  }
}
