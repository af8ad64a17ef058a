package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import java.util.List;

/** Clause P11: pack it as it came. */
record PackingClause(ClauseHead head, Words inBox, Words withoutBox) implements Clause {

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    var boxed = facts.sold().soldInBox();
    return head.holds(
        boxed ? inBox : withoutBox,
        List.of(new Finding.Input("sold.soldInBox", Boolean.toString(boxed), Source.SHOP)));
  }
}
