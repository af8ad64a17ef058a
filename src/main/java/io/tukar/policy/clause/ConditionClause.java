package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Clauses P3 and P4: how the goods must be. What the customer says counts until it is seen.
 *
 * @param waived traits that a reason makes senseless: an incomplete delivery is not complete
 * @param permitsWithout traits the clause says outright that goods may lack; another clause that
 *     asks for one of them of the same goods contradicts it
 */
public record ConditionClause(
    ClauseHead head,
    List<Requirement> requires,
    Map<ReturnReason, Set<Trait>> waived,
    Set<Trait> permitsWithout)
    implements Clause {

  /**
   * One way the goods must be.
   *
   * @param unknownAskedOf who settles it while nobody has said or seen it
   */
  public record Requirement(Trait trait, AskedOf unknownAskedOf) {}

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    var missing = new ArrayList<String>(requires.size());
    var asked = AskedOf.NOBODY;
    var failed = false;
    for (var requirement : requires) {
      var trait = requirement.trait();
      if (!trait.concerns(facts) || isWaived(trait, facts)) {
        continue;
      }
      switch (trait.in(facts.condition())) {
        case Fact.Known<Boolean>(var met, var _) -> failed |= !met;
        case Fact.Unknown<Boolean>() -> {
          missing.add(trait.factName());
          if (asked != AskedOf.SHOP) {
            asked = requirement.unknownAskedOf();
          }
        }
      }
    }
    Supplier<Finding.Why> why = () -> new Finding.Why(explanation(facts), inputs(facts));
    if (failed) {
      return head.fails(why);
    }
    return missing.isEmpty() ? head.holds(why) : head.open(asked, why, missing);
  }

  @Override
  public Set<FactKey<?>> asks() {
    var asks = new HashSet<FactKey<?>>();
    requires.forEach(requirement -> asks.add(requirement.trait().key()));
    if (requires.stream().anyMatch(requirement -> requirement.trait() == Trait.SEAL_INTACT)) {
      asks.add(FactKeys.SOLD_IN_BOX);
    }
    if (!waived.isEmpty()) {
      asks.add(FactKeys.REASON);
    }
    return asks;
  }

  private List<Finding.Input> inputs(ReturnFacts facts) {
    var inputs = new ArrayList<Finding.Input>(requires.size());
    for (var requirement : requires) {
      var trait = requirement.trait();
      if (trait.concerns(facts)
          && !isWaived(trait, facts)
          && trait.in(facts.condition()) instanceof Fact.Known<Boolean>(var met, var source)) {
        inputs.add(new Finding.Input(trait.factName(), met.toString(), source));
      }
    }
    return inputs;
  }

  private Words explanation(ReturnFacts facts) {
    var told = new ArrayList<Words>(requires.size());
    for (var requirement : requires) {
      var trait = requirement.trait();
      if (trait.concerns(facts) && !isWaived(trait, facts)) {
        told.add(told(trait, facts));
      }
    }
    return new Words(list(Language.ID, told), list(Language.EN, told));
  }

  private static Words told(Trait trait, ReturnFacts facts) {
    var words = trait.words();
    return switch (trait.in(facts.condition())) {
      case Fact.Known<Boolean>(var met, var source) ->
          new Words(
              words.id() + (met ? ": ya (" : ": tidak (") + source.words().id() + ")",
              words.en() + (met ? ": yes (" : ": no (") + source.words().en() + ")");
      case Fact.Unknown<Boolean>() ->
          new Words(words.id() + ": belum diketahui", words.en() + ": not known yet");
    };
  }

  private boolean isWaived(Trait trait, ReturnFacts facts) {
    return waived.getOrDefault(facts.claim().reason(), Set.of()).contains(trait);
  }

  private static String list(Language language, List<Words> told) {
    if (told.isEmpty()) {
      return language == Language.ID ? "Tidak ada syarat." : "Nothing is required.";
    }
    var text = new StringBuilder();
    for (var words : told) {
      text.append(text.isEmpty() ? "" : "; ").append(words.in(language));
    }
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.append('.').toString();
  }
}
