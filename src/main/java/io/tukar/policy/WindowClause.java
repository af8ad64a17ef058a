package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import java.util.Set;

/** Clause P2: the customer turns to the shop within so many days of receipt. */
record WindowClause(ClauseHead head, TimeLimit limit) implements Clause {

  @Override
  public Set<FactKey<?>> asks() {
    return TimeLimit.ASKS;
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    return limit.judge(head, facts, calendar);
  }
}
