package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import java.util.Optional;
import java.util.Set;

/** Clause P2: the customer turns to the shop within so many days of receipt. */
public record WindowClause(ClauseHead head, TimeLimit limit) implements Clause {

  @Override
  public Optional<TimeLimit> timeLimit() {
    return Optional.of(limit);
  }

  @Override
  public Set<FactKey<?>> asks() {
    return TimeLimit.ASKS;
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return limit.judge(head, facts, calendar, terms);
  }
}
