package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.util.List;
import java.util.Set;

/** Clause P11: pack it as it came. */
public record PackingClause(ClauseHead head, Words inBox, Words withoutBox) implements Clause {

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.SOLD_IN_BOX);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    var boxed = facts.sold().soldInBox();
    return head.holds(
        () ->
            new Finding.Why(
                boxed ? inBox : withoutBox,
                List.of(
                    new Finding.Input("sold.soldInBox", Boolean.toString(boxed), Source.SHOP))));
  }
}
