package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import java.util.List;
import java.util.Set;

/** A promise or a request of the shop that is said and decides nothing. */
record InformClause(ClauseHead head) implements Clause {

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of();
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    return head.holds(head.text(), List.of());
  }
}
