package io.tukar.policy;

import io.tukar.calendar.DateWords;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.FactWords;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Opening;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks of every fact that is lacking what the decision would be, were it known. */
final class Openings {

  private static final String PHOTOS = "claim.photos";

  private final Policy policy;
  private final ReturnFacts facts;
  private final WorkingCalendar calendar;

  private Openings(Policy policy, ReturnFacts facts, WorkingCalendar calendar) {
    this.policy = policy;
    this.facts = facts;
    this.calendar = calendar;
  }

  /** In the order in which the clauses first lack them. */
  static List<Opening> of(
      Policy policy, ReturnFacts facts, WorkingCalendar calendar, List<Finding> findings) {
    var lacking = new LinkedHashMap<String, List<Finding>>();
    for (var finding : findings) {
      for (var name : finding.missing()) {
        var fact = name.startsWith(PHOTOS) ? PHOTOS : name;
        var lacks = lacking.computeIfAbsent(fact, any -> new ArrayList<>());
        if (!lacks.contains(finding)) {
          lacks.add(finding);
        }
      }
    }
    var openings = new Openings(policy, facts, calendar);
    return lacking.entrySet().stream()
        .map(entry -> openings.opening(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Opening opening(String fact, List<Finding> findings) {
    return new Opening(
        fact,
        words(fact),
        findings.stream().map(Finding::askedOf).max(Enum::compareTo).orElse(AskedOf.NOBODY),
        findings.stream().map(Finding::clause).toList(),
        answers(fact, findings));
  }

  private static Words words(String fact) {
    if (fact.equals(PHOTOS)) {
      return new Words("foto yang kurang", "the missing photos");
    }
    if (fact.startsWith(TimeLimit.DECREE)) {
      var year = fact.substring(TimeLimit.DECREE.length());
      return new Words("hari libur resmi tahun " + year, "the decreed days off of " + year);
    }
    return FactKeys.named(fact).map(FactKey::words).orElseGet(() -> new Words(fact, fact));
  }

  private List<Opening.Answer> answers(String fact, List<Finding> findings) {
    if (fact.equals(PHOTOS)) {
      var all = EnumSet.allOf(PhotoSlot.class);
      return List.of(
          answer(
              "all",
              new Words("semua foto dikirim", "all photos are sent"),
              facts.withPhotos(all)));
    }
    return FactKeys.named(fact).stream().flatMap(key -> answersOf(key, findings)).toList();
  }

  private Stream<Opening.Answer> answersOf(FactKey<?> key, List<Finding> findings) {
    if (key.equals(FactKeys.RECEIVED_ON)) {
      return receipts(findings);
    }
    if (key.equals(FactKeys.FAULT)) {
      return Stream.of(Fault.values())
          .map(fault -> answer(FactKeys.FAULT, fault, Source.INSPECTION));
    }
    if (key.equals(FactKeys.CHANNEL)) {
      return Stream.of(ContactChannel.values())
          .map(channel -> answer(FactKeys.CHANNEL, channel, Source.CLAIM));
    }
    if (key.equals(FactKeys.SYMPTOM)) {
      return Stream.of(Symptom.values())
          .map(symptom -> answer(FactKeys.SYMPTOM, Optional.of(symptom), Source.CLAIM));
    }
    if (key.equals(FactKeys.EXCHANGED_ON)) {
      return Stream.of(answer(FactKeys.EXCHANGED_ON, List.of(), Source.SHOP));
    }
    return YES_OR_NO.entrySet().stream()
        .filter(entry -> entry.getKey().equals(key))
        .flatMap(
            entry ->
                Stream.of(true, false).map(yes -> answer(entry.getKey(), yes, entry.getValue())));
  }

  /** Facts that are true or not, with who can tell. */
  private static final Map<FactKey<Boolean>, Source> YES_OR_NO =
      Map.of(
          FactKeys.SEAL_INTACT, Source.INSPECTION,
          FactKeys.CLEAN, Source.INSPECTION,
          FactKeys.COMPLETE, Source.INSPECTION,
          FactKeys.SERIAL_MATCHES, Source.INSPECTION,
          FactKeys.FAULT_FOUND, Source.INSPECTION,
          FactKeys.SENT_FIRST, Source.INSPECTION,
          FactKeys.IN_STOCK, Source.SHOP,
          FactKeys.ACTIVATED, Source.SHOP,
          FactKeys.COMPANY, Source.SHOP);

  /** From the day on which the answer turns: one answer for receipt before it, one from it on. */
  private Stream<Opening.Answer> receipts(List<Finding> findings) {
    var lacking = findings.stream().map(Finding::clause).toList();
    var turns = new TreeSet<LocalDate>();
    for (var clause : policy.clauses()) {
      if (lacking.contains(clause.head().id())) {
        clause
            .timeLimit()
            .map(limit -> limit.earliestReceiptInTime(facts, policy.days(calendar)))
            .ifPresent(turns::add);
      }
    }
    var ordered = facts.sold().orderedOn();
    return turns.stream()
        .flatMap(
            turn ->
                turn.isAfter(ordered)
                    ? Stream.of(
                        received(turn, "pada atau sesudah ", "on or after "),
                        received(turn.minusDays(1), "pada atau sebelum ", "on or before "))
                    : Stream.of(received(ordered, "pada atau sesudah ", "on or after ")));
  }

  private Opening.Answer received(LocalDate on, String id, String en) {
    var day = DateWords.of(on);
    return answer(
        on.toString(),
        new Words(id + day.id(), en + day.en()),
        FactKeys.RECEIVED_ON.set(facts, Fact.known(on, Source.ORDER)));
  }

  private <T> Opening.Answer answer(FactKey<T> key, T value, Source source) {
    return answer(
        FactWords.plain(value), FactWords.of(value), key.set(facts, Fact.known(value, source)));
  }

  private Opening.Answer answer(String value, Words words, ReturnFacts then) {
    return new Opening.Answer(value, words, policy.outcome(then, calendar));
  }
}
