package io.tukar.policy.lint;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.Policy;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.ConditionClause;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.FreightClause;
import io.tukar.policy.clause.InformClause;
import io.tukar.policy.clause.LiabilityClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.PackingClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.RetestClause;
import io.tukar.policy.clause.StockClause;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.clause.WindowClause;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.tree.Fields;
import io.tukar.policy.tree.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a policy may say and hardly means. */
public final class PolicyLint {

  /** A clause and where it stands. */
  public record Placed(Clause clause, Fields item) {

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

  /** A whole number that is no part of a time or an amount. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d:.])\\d{1,4}(?!\\d*[:.]?\\d)");

  private PolicyLint() {}

  /** Tells what is found at the place of the clause it concerns. */
  public static void check(Policy policy, List<Placed> clauses, Problems problems) {
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
      problems.warning(
          item.at("text"),
          new Words("tertulis sama dalam kedua bahasa", "reads the same in both languages"));
    }
    placed.clause().timeLimit().ifPresent(limit -> saysItsDays(limit, placed, problems));
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

  /** A text that names some number of days, but not the one that is counted, misleads. */
  private static void saysItsDays(TimeLimit limit, Placed placed, Problems problems) {
    var text = placed.clause().head().text();
    var days = limit.period().days();
    for (var language : Language.values()) {
      var numbers = NUMBER.matcher(text.in(language)).results().map(MatchResult::group).toList();
      if (!numbers.isEmpty() && !numbers.contains(Integer.toString(days))) {
        problems.warning(
            placed.item().at("text"),
            new Words(
                "teks dalam bahasa "
                    + language.code()
                    + " menyebut "
                    + String.join(", ", numbers)
                    + ", padahal yang dihitung "
                    + days
                    + " hari",
                "the text in "
                    + language.code()
                    + " names "
                    + String.join(", ", numbers)
                    + ", but "
                    + days
                    + " days count"));
      }
    }
  }

  private static void condition(ConditionClause clause, Fields item, Problems problems) {
    var needsSeal =
        clause.requires().stream().anyMatch(required -> required.trait() == Trait.SEAL_INTACT);
    if (needsSeal && clause.head().tracks().contains(Track.SHOP_FAULT)) {
      problems.warning(
          item.at("requires"),
          new Words(
              "mensyaratkan segel utuh pada jalur shop-fault: tidak ada yang menemukan kerusakan"
                  + " dalam dus tersegel",
              "requires an intact seal on the track shop-fault: nobody finds a fault in a sealed"
                  + " box"));
    }
  }

  private static void evidence(EvidenceClause clause, Fields item, Problems problems) {
    for (var reason : ReturnReason.values()) {
      if (clause.head().tracks().contains(reason.track())
          && clause.photos().getOrDefault(reason, List.of()).isEmpty()) {
        problems.warning(
            item.at("photos"),
            new Words(
                "tidak ada foto yang diminta untuk alasan " + Vocabulary.word(reason),
                "no photo is asked for the reason " + Vocabulary.word(reason)));
      }
    }
  }
}
