package io.tukar.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.AnyReturnFacts;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.file.PolicyFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold of every policy, whatever is known. */
class KnowingMoreTest extends AnyReturnFacts {

  private static final PolicyBook BOOK = PolicyFile.shipped();
  private static final Policy POLICY = BOOK.inForce(LocalDate.of(2026, 1, 1));

  @Property
  void knowingMoreNeverLiftsABlockUnlessItIsWhatTheClauseAskedFor(
      @ForAll("facts") ReturnFacts facts, @ForAll Random random) {
    var before = POLICY.decide(facts, BOOK.calendar());
    var space = new FactSpace(POLICY, BOOK.calendar());
    for (var key : FactKeys.ALL) {
      if (key.isKnown(facts)) {
        continue;
      }
      var known = space.over(List.of(key)).filter(key::isKnown).toList();
      if (known.isEmpty()) {
        continue;
      }
      var after =
          POLICY.decide(told(key, known.get(random.nextInt(known.size())), facts), BOOK.calendar());
      for (var clause : POLICY.clauses()) {
        var finding = before.finding(clause.head().id()).orElseThrow();
        if (finding.truth() == Truth.FAILS && !clause.asks().contains(key)) {
          assertThat(after.finding(clause.head().id()).orElseThrow().truth())
              .as(key.name() + " for " + clause.head().id())
              .isEqualTo(Truth.FAILS);
        }
      }
    }
  }

  private static <T> ReturnFacts told(FactKey<T> key, ReturnFacts from, ReturnFacts to) {
    return key.set(to, key.in().apply(from));
  }
}
