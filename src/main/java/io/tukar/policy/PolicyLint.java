package io.tukar.policy;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import java.util.List;

/** What a policy may say and hardly means. */
final class PolicyLint {

  private PolicyLint() {}

  /**
   * @param items where each clause stands, in the clauses' order
   */
  static void check(List<Clause> clauses, List<Fields> items, Problems problems) {
    for (var track : Track.values()) {
      for (var kind : List.of(ClauseKind.WINDOW, ClauseKind.EVIDENCE, ClauseKind.FREIGHT)) {
        if (Policy.count(clauses, kind, track) == 0) {
          problems.warning(
              items.getFirst().place(),
              "no clause of kind " + kind.word() + " concerns the track " + Vocabulary.word(track));
        }
      }
    }
    for (var i = 0; i < clauses.size(); i++) {
      var item = items.get(i);
      switch (clauses.get(i)) {
        case ConditionClause condition -> condition(condition, item, problems);
        case EvidenceClause evidence -> evidence(evidence, item, problems);
        case ExclusionClause exclusion -> {
          if (exclusion.categories().isEmpty()) {
            problems.warning(item.at("categories"), "excludes nothing");
          }
        }
        case WindowClause _,
            RetestClause _,
            LiabilityClause _,
            StockClause _,
            DifferenceClause _,
            FreightClause _,
            PackingClause _,
            InformClause _ -> {
          // Whatever they can say makes sense.
        }
      }
    }
  }

  private static void condition(ConditionClause clause, Fields item, Problems problems) {
    if (clause.requires().isEmpty()) {
      problems.warning(item.at("requires"), "requires nothing");
    }
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
