package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a policy may say and hardly means. */
final class PolicyLint {

  /** A clause and where it stands. */
  record Placed(Clause clause, Fields item) {

    String id() {
      return clause.head().id();
    }

    ClauseKind kind() {
      return clause.head().kind();
    }

    /** Every fact that bears on what the clause says. */
    Set<FactKey<?>> keys() {
      var keys = new HashSet<FactKey<?>>(clause.asks());
      keys.addAll(clause.head().when().asked().values());
      keys.add(FactKeys.REASON);
      return keys;
    }
  }

  private PolicyLint() {}

  static void check(Policy policy, List<Placed> clauses, Problems problems) {
    for (var placed : clauses) {
      alone(placed, problems);
    }
    var days = policy.days(WorkingCalendar.indonesia());
    var space = new FactSpace(policy, WorkingCalendar.indonesia());
    new Gaps(space, problems).check(clauses);
    new IdleClauses(space, days, problems).check(clauses);
    new Contradictions(space, days, problems).check(clauses);
    new Floors(policy, space, days, problems).check(clauses);
  }

  private static void alone(Placed placed, Problems problems) {
    var item = placed.item();
    var text = placed.clause().head().text();
    if (text.id().equals(text.en()) && placed.kind() != ClauseKind.INFORM) {
      problems.warning(item.at("text"), "reads the same in both languages");
    }
    switch (placed.clause()) {
      case ConditionClause condition -> condition(condition, item, problems);
      case EvidenceClause evidence -> evidence(evidence, item, problems);
      case ExclusionClause _,
          WindowClause _,
          WarrantyClause _,
          RetestClause _,
          LiabilityClause _,
          LimitClause _,
          StockClause _,
          DifferenceClause _,
          FeeClause _,
          FreightClause _,
          PackingClause _,
          ContactClause _,
          RefundClause _,
          InformClause _ -> {
        // Whatever they can say makes sense.
      }
    }
  }

  private static void condition(ConditionClause clause, Fields item, Problems problems) {
    var needsSeal =
        clause.requires().stream().anyMatch(required -> required.trait() == Trait.SEAL_INTACT);
    if (needsSeal && clause.head().tracks().contains(Track.SHOP_FAULT)) {
      problems.warning(
          item.at("requires"),
          "requires an intact seal on the track shop-fault: nobody finds a fault in a sealed box");
    }
  }

  private static void evidence(EvidenceClause clause, Fields item, Problems problems) {
    for (var reason : ReturnReason.values()) {
      if (clause.head().tracks().contains(reason.track())
          && clause.photos().getOrDefault(reason, List.of()).isEmpty()) {
        problems.warning(
            item.at("photos"), "no photo is asked for the reason " + Vocabulary.word(reason));
      }
    }
  }
}
