package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import java.util.Set;

/** A promise or a request of the shop that is said and decides nothing. */
public record InformClause(ClauseHead head) implements Clause {

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of();
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return head.says();
  }
}
