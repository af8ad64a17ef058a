package io.tukar.policy.lint;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.Amount;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.ConditionClause;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.FreightClause;
import io.tukar.policy.clause.InformClause;
import io.tukar.policy.clause.LiabilityClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.PackingClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.RetestClause;
import io.tukar.policy.clause.Scope;
import io.tukar.policy.clause.StockClause;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.clause.WindowClause;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.tree.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Two clauses that answer the same question about the same request. */
final class Contradictions {

  /** Clauses of kinds in one set answer one question. */
  private static final List<Set<ClauseKind>> ONE_ANSWER =
      List.of(
          Set.of(ClauseKind.WINDOW, ClauseKind.WARRANTY),
          Set.of(ClauseKind.FREIGHT),
          Set.of(ClauseKind.DIFFERENCE),
          Set.of(ClauseKind.CONTACT));

  private final FactSpace space;
  private final WorkingCalendar days;
  private final Problems problems;

  Contradictions(FactSpace space, WorkingCalendar days, Problems problems) {
    this.space = space;
    this.days = days;
    this.problems = problems;
  }

  void check(List<PolicyLint.Placed> clauses) {
    for (var i = 0; i < clauses.size(); i++) {
      for (var j = i + 1; j < clauses.size(); j++) {
        oneAnswer(clauses.get(i), clauses.get(j));
        permission(clauses.get(i), clauses.get(j));
        permission(clauses.get(j), clauses.get(i));
      }
    }
  }

  private void oneAnswer(PolicyLint.Placed first, PolicyLint.Placed second) {
    if (ONE_ANSWER.stream()
        .noneMatch(kinds -> kinds.contains(first.kind()) && kinds.contains(second.kind()))) {
      return;
    }
    var keys = keys(first, second);
    Predicate<ReturnFacts> both =
        facts ->
            first.clause().scope(facts) instanceof Scope.In
                && second.clause().scope(facts) instanceof Scope.In;
    Predicate<ReturnFacts> differ =
        facts -> both.test(facts) && !answer(first, facts).equals(answer(second, facts));
    var contradiction = smallest(keys, differ);
    if (contradiction.isPresent()) {
      var facts = contradiction.get();
      var told = space.told(facts, keys, asked(first, second));
      var one = answer(first, facts);
      var other = answer(second, facts);
      problems.error(
          second.item().place(),
          new Words(
              first.id()
                  + " dan "
                  + second.id()
                  + " bertentangan. Misalnya "
                  + told.id()
                  + ": kata "
                  + first.id()
                  + " "
                  + one.id()
                  + ", kata "
                  + second.id()
                  + " "
                  + other.id(),
              first.id()
                  + " and "
                  + second.id()
                  + " contradict each other. For example "
                  + told.en()
                  + ": "
                  + first.id()
                  + " says "
                  + one.en()
                  + ", "
                  + second.id()
                  + " says "
                  + other.en()));
      return;
    }
    smallest(keys, both)
        .ifPresent(
            facts -> {
              var told = space.told(facts, keys, asked(first, second));
              problems.warning(
                  second.item().place(),
                  new Words(
                      first.id()
                          + " dan "
                          + second.id()
                          + " tumpang tindih: keduanya berlaku untuk, misalnya, "
                          + told.id(),
                      first.id()
                          + " and "
                          + second.id()
                          + " overlap: both concern, for example, "
                          + told.en()));
            });
  }

  /** What a clause answers, in words that differ where the answers do. */
  private Words answer(PolicyLint.Placed placed, ReturnFacts facts) {
    return switch (placed.clause()) {
      case WindowClause window -> truth(window, facts);
      case WarrantyClause warranty -> truth(warranty, facts);
      case FreightClause freight ->
          switch (freight.payer(facts)) {
            case SHOP -> new Words("toko yang membayar", "the shop pays");
            case CUSTOMER -> new Words("pelanggan yang membayar", "the customer pays");
            case UNDECIDED -> new Words("belum diketahui", "nobody knows yet");
          };
      case DifferenceClause prices -> {
        var sum =
            Amount.inWords(prices.difference(facts))
                + prices.tender().stream().map(Vocabulary::word).sorted().toList();
        yield new Words(sum, sum);
      }
      case ContactClause contact -> contact.hours(days).inWords();
      case ConditionClause clause -> truth(clause, facts);
      case RetestClause clause -> truth(clause, facts);
      case LiabilityClause clause -> truth(clause, facts);
      case ExclusionClause clause -> truth(clause, facts);
      case LimitClause clause -> truth(clause, facts);
      case EvidenceClause clause -> truth(clause, facts);
      case StockClause clause -> truth(clause, facts);
      case FeeClause clause -> truth(clause, facts);
      case PackingClause clause -> truth(clause, facts);
      case RefundClause clause -> truth(clause, facts);
      case InformClause clause -> truth(clause, facts);
    };
  }

  private Words truth(Clause clause, ReturnFacts facts) {
    return switch (clause.check(facts, days).truth()) {
      case HOLDS -> new Words("ya", "yes");
      case FAILS -> {
        var severity = Vocabulary.word(clause.head().severity());
        yield new Words("tidak (" + severity + ")", "no (" + severity + ")");
      }
      case OPEN -> new Words("belum diketahui", "not known yet");
    };
  }

  /** One clause says outright that goods may lack what the other asks of them. */
  private void permission(PolicyLint.Placed permitting, PolicyLint.Placed requiring) {
    if (!(permitting.clause() instanceof ConditionClause permit)
        || !(requiring.clause() instanceof ConditionClause require)) {
      return;
    }
    for (var trait : Trait.values()) {
      var asked = require.requires().stream().anyMatch(one -> one.trait() == trait);
      if (!asked || !permit.permitsWithout().contains(trait)) {
        continue;
      }
      var keys = keys(permitting, requiring);
      Predicate<ReturnFacts> contradicts =
          facts ->
              permit.scope(facts) instanceof Scope.In
                  && require.scope(facts) instanceof Scope.In
                  && permit.check(facts, days).truth() != Truth.FAILS
                  && require.check(facts, days).truth() == Truth.FAILS
                  && require.check(with(facts, trait), days).truth() != Truth.FAILS;
      smallest(keys, contradicts)
          .ifPresent(
              facts -> {
                var told = space.told(facts, keys, asked(permitting, requiring));
                var severity = Vocabulary.word(require.head().severity());
                problems.error(
                    requiring.item().place(),
                    new Words(
                        permitting.id()
                            + " dan "
                            + requiring.id()
                            + " bertentangan. Misalnya "
                            + told.id()
                            + ": "
                            + permitting.id()
                            + " menukar barang tanpa "
                            + trait.word()
                            + ", kata "
                            + requiring.id()
                            + " tidak ("
                            + severity
                            + ")",
                        permitting.id()
                            + " and "
                            + requiring.id()
                            + " contradict each other. For example "
                            + told.en()
                            + ": "
                            + permitting.id()
                            + " exchanges goods without "
                            + trait.word()
                            + ", "
                            + requiring.id()
                            + " says no ("
                            + severity
                            + ")"));
              });
    }
  }

  private static ReturnFacts with(ReturnFacts facts, Trait trait) {
    return trait.key().set(facts, Fact.known(true, Source.CLAIM));
  }

  private Optional<ReturnFacts> smallest(Set<FactKey<?>> keys, Predicate<ReturnFacts> predicate) {
    return space
        .over(keys)
        .filter(predicate)
        .findFirst()
        .map(example -> space.smallest(example, keys, predicate));
  }

  /** The facts the conditions of both ask for. */
  private static Set<FactKey<?>> asked(PolicyLint.Placed first, PolicyLint.Placed second) {
    var asked = new HashSet<FactKey<?>>(first.clause().head().when().asked().values());
    asked.addAll(second.clause().head().when().asked().values());
    return asked;
  }

  private static Set<FactKey<?>> keys(PolicyLint.Placed first, PolicyLint.Placed second) {
    var keys = new HashSet<>(first.keys());
    keys.addAll(second.keys());
    return keys;
  }
}
