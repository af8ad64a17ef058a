package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import java.util.Optional;
import java.util.Set;

/** One clause of a policy: a pure question to the facts. The kinds are closed. */
public sealed interface Clause
    permits WindowClause,
        WarrantyClause,
        ConditionClause,
        RetestClause,
        LiabilityClause,
        ExclusionClause,
        LimitClause,
        EvidenceClause,
        StockClause,
        DifferenceClause,
        FeeClause,
        FreightClause,
        PackingClause,
        ContactClause,
        RefundClause,
        InformClause {

  ClauseHead head();

  /** What the clause says of facts it concerns, and what it adds to the terms of the exchange. */
  Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms);

  /** The facts that {@link #judge} goes by. */
  Set<FactKey<?>> asks();

  /** Until when the customer can turn to the shop; empty where the clause counts no days. */
  default Optional<TimeLimit> timeLimit() {
    return Optional.empty();
  }

  /** Whether the clause concerns these facts: by the track of the reason and its own condition. */
  default Scope scope(ReturnFacts facts) {
    return head().tracks().contains(facts.claim().reason().track())
        ? head().when().scope(facts)
        : Scope.OTHER_TRACK;
  }

  /** Whether it does, or that may yet turn out. */
  default boolean mayConcern(ReturnFacts facts) {
    return switch (scope(facts)) {
      case Scope.In(), Scope.Open(var _) -> true;
      case Scope.Out(), Scope.OtherTrack() -> false;
    };
  }

  /** What the clause says, whether it concerns the facts or not. */
  default Finding check(ReturnFacts facts, WorkingCalendar calendar) {
    return check(facts, calendar, new Terms(facts));
  }

  /** The same, adding to the terms where it concerns the facts. */
  default Finding check(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return switch (scope(facts)) {
      case Scope.In() -> judge(facts, calendar, terms);
      case Scope.OtherTrack() -> head().notConcerned();
      case Scope.Out() -> head().outOfScope(facts);
      case Scope.Open(var missing) -> head().scopeOpen(facts, missing);
    };
  }
}
