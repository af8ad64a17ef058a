package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Clause P12: damage the shop does not answer for. Only a fault that was found counts, never a
 * suspicion.
 *
 * @param notCovered the faults that send the case to a person
 */
public record LiabilityClause(ClauseHead head, Set<Fault> notCovered) implements Clause {

  private static final String FACT = "condition.fault";

  private static final List<String> LACKS = List.of(FACT);

  private static final Supplier<Finding.Why> NOT_SEEN =
      Finding.plainly(
          new Words("Penyebab dilihat saat pengecekan.", "The cause is found at inspection."));

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.FAULT);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return switch (facts.condition().fault()) {
      case Fact.Known<Fault>(var fault, var source) -> {
        Supplier<Finding.Why> why =
            () ->
                new Finding.Why(
                    found(fault), List.of(new Finding.Input(FACT, fault.name(), source)));
        yield notCovered.contains(fault) ? head.fails(why) : head.holds(why);
      }
      case Fact.Unknown<Fault>() -> head.open(AskedOf.INSPECTION, NOT_SEEN, LACKS);
    };
  }

  private static Words found(Fault fault) {
    var words = FaultWords.of(fault);
    return new Words("Penyebab: " + words.id() + ".", "The cause: " + words.en() + ".");
  }
}
