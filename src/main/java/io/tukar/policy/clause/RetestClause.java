package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;

/** Clause P4: "no fault found" needs a retest on record and a word with the customer first. */
public record RetestClause(ClauseHead head) implements Clause {

  private static final String FACT = "condition.faultFound";

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.FAULT_FOUND);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    return switch (facts.condition().faultFound()) {
      case Fact.Known<Boolean>(var found, var source) -> {
        var inputs = List.of(new Finding.Input(FACT, found.toString(), source));
        yield found
            ? head.holds(new Words("Kerusakan ditemukan.", "The fault was found."), inputs)
            : head.fails(
                new Words(
                    "Tidak ditemukan kerusakan: uji ulang dicatat dan pelanggan dihubungi dulu,"
                        + " baru diputuskan. Membuka dus untuk mencoba unit bukan alasan menolak.",
                    "No fault found: a retest is recorded and the customer spoken to before"
                        + " anything is decided. Opening the box to try the unit is no ground for"
                        + " refusal."),
                inputs);
      }
      case Fact.Unknown<Boolean>() ->
          head.open(
              AskedOf.INSPECTION,
              new Words("Dilihat saat pengecekan.", "To be seen at inspection."),
              List.of(),
              List.of(FACT));
    };
  }
}
