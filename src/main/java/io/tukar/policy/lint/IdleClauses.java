package io.tukar.policy.lint;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.tree.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Clauses that never speak, and clauses that can never turn anything down. */
final class IdleClauses {

  private final FactSpace space;
  private final WorkingCalendar days;
  private final Problems problems;

  IdleClauses(FactSpace space, WorkingCalendar days, Problems problems) {
    this.space = space;
    this.days = days;
    this.problems = problems;
  }

  void check(List<PolicyLint.Placed> clauses) {
    for (var placed : clauses) {
      var keys = placed.keys();
      if (space.size(keys) > FactSpace.TRIED_MAX) {
        problems.warning(
            placed.item().place(),
            new Words(
                placed.id() + " membedakan terlalu banyak pengajuan untuk diperiksa semuanya",
                placed.id() + " tells too many requests apart to check them all"));
      }
      var speaks = requests(keys).anyMatch(facts -> placed.clause().mayConcern(facts));
      if (!speaks) {
        problems.warning(
            placed.item().at("when"),
            new Words(
                placed.id() + " tidak pernah berlaku untuk pengajuan mana pun",
                placed.id() + " never concerns any request"));
      } else if (decides(placed.clause())
          && requests(keys).noneMatch(facts -> bites(placed.clause(), facts))) {
        problems.warning(
            placed.item().place(),
            new Words(
                placed.id() + " tidak pernah memutuskan: tidak ada pengajuan yang melanggarnya",
                placed.id() + " never decides: no request can fail it"));
      }
    }
  }

  private Stream<ReturnFacts> requests(Set<FactKey<?>> keys) {
    return Stream.concat(
        space.over(keys), space.over(keys).map(facts -> facts.withPhotos(Set.of())));
  }

  private boolean bites(Clause clause, ReturnFacts facts) {
    return clause.check(facts, days).truth() != Truth.HOLDS;
  }

  private static boolean decides(Clause clause) {
    return switch (clause.head().severity()) {
      case BLOCK, REVIEW -> true;
      case CHARGE, INFORM -> false;
    };
  }
}
