package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Clause P4: "no fault found" needs a retest on record and a word with the customer first. */
public record RetestClause(ClauseHead head) implements Clause {

  private static final String FACT = "condition.faultFound";

  private static final List<String> LACKS = List.of(FACT);

  private static final Words FOUND = new Words("Kerusakan ditemukan.", "The fault was found.");

  private static final Words NOT_FOUND =
      new Words(
          "Tidak ditemukan kerusakan: uji ulang dicatat dan pelanggan dihubungi dulu, baru"
              + " diputuskan. Membuka dus untuk mencoba unit bukan alasan menolak.",
          "No fault found: a retest is recorded and the customer spoken to before anything is"
              + " decided. Opening the box to try the unit is no ground for refusal.");

  private static final Supplier<Finding.Why> NOT_SEEN =
      Finding.plainly(new Words("Dilihat saat pengecekan.", "To be seen at inspection."));

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.FAULT_FOUND);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return switch (facts.condition().faultFound()) {
      case Fact.Known<Boolean>(var found, var source) -> {
        Supplier<Finding.Why> why =
            () ->
                new Finding.Why(
                    found ? FOUND : NOT_FOUND,
                    List.of(new Finding.Input(FACT, Boolean.toString(found), source)));
        yield found ? head.holds(why) : head.fails(why);
      }
      case Fact.Unknown<Boolean>() -> head.open(AskedOf.INSPECTION, NOT_SEEN, LACKS);
    };
  }
}
