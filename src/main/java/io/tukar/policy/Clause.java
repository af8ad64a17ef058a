package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;

/** One clause of a policy: a pure question to the facts. The kinds are closed. */
sealed interface Clause
    permits WindowClause,
        ConditionClause,
        RetestClause,
        LiabilityClause,
        ExclusionClause,
        EvidenceClause,
        StockClause,
        DifferenceClause,
        FreightClause,
        PackingClause,
        InformClause {

  ClauseHead head();

  /** What the clause says of facts it concerns. */
  Finding judge(ReturnFacts facts, WorkingCalendar calendar);

  default boolean concerns(ReturnFacts facts) {
    return head().tracks().contains(facts.claim().reason().track());
  }

  default Finding check(ReturnFacts facts, WorkingCalendar calendar) {
    return concerns(facts) ? judge(facts, calendar) : head().notConcerned();
  }
}
