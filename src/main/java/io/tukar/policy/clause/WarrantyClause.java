package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A longer time for goods that show one of these symptoms: a warranty, or the weeks in which a unit
 * counts as dead on arrival. The ordinary window must not concern the same goods.
 *
 * @param symptoms none: every symptom
 */
public record WarrantyClause(ClauseHead head, TimeLimit limit, Set<Symptom> symptoms)
    implements Clause {

  @Override
  public Optional<TimeLimit> timeLimit() {
    return Optional.of(limit);
  }

  @Override
  public Set<FactKey<?>> asks() {
    var asks = new HashSet<FactKey<?>>(TimeLimit.ASKS);
    asks.add(FactKeys.SYMPTOM);
    asks.add(FactKeys.REASON);
    return asks;
  }

  @Override
  public Scope scope(ReturnFacts facts) {
    var scope = Clause.super.scope(facts);
    if (!(scope instanceof Scope.In)) {
      return scope;
    }
    return switch (FactKeys.SYMPTOM.in().apply(facts)) {
      case Fact.Known<Optional<Symptom>>(var symptom, var _) ->
          symptom.isPresent() && (symptoms.isEmpty() || symptoms.contains(symptom.get()))
              ? Scope.IN
              : Scope.OUT;
      case Fact.Unknown<Optional<Symptom>>() -> new Scope.Open(List.of(FactKeys.SYMPTOM.name()));
    };
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return limit.judge(head, facts, calendar, terms);
  }

  /** The symptoms as people read them. */
  public Words named() {
    var words = String.join(", ", symptoms.stream().map(Vocabulary::word).sorted().toList());
    return symptoms.isEmpty()
        ? new Words("semua gejala", "every symptom")
        : new Words(words, words);
  }
}
