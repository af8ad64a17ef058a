package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clause P8: goods for goods. Money goes back only on these grounds, approved by so many people.
 *
 * @param approvals people who approve it, {@value #APPROVALS_MIN} to {@value #APPROVALS_MAX}
 */
public record RefundClause(ClauseHead head, Set<Ground> grounds, int approvals) implements Clause {

  /** People who approve it at least. */
  public static final int APPROVALS_MIN = 2;

  /** People who approve it at most. */
  public static final int APPROVALS_MAX = 5;

  /** Why money goes back after all. */
  public enum Ground {
    LAW("alasan menurut undang-undang", "a ground given by law"),
    UNFULFILLABLE("penukaran yang tidak dapat dipenuhi", "an exchange that cannot be fulfilled");

    private final String id;
    private final String en;

    Ground(String id, String en) {
      this.id = id;
      this.en = en;
    }
  }

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of();
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return head.holds(() -> new Finding.Why(explanation(), List.of()));
  }

  /** On which grounds money goes back, and how many must approve. */
  public Words explanation() {
    var id =
        grounds.stream().sorted().map(ground -> ground.id).collect(Collectors.joining(" atau "));
    var en = grounds.stream().sorted().map(ground -> ground.en).collect(Collectors.joining(" or "));
    return new Words(
        "Uang kembali hanya untuk " + id + ", disetujui " + approvals + " orang.",
        "Money goes back only for " + en + ", approved by " + approvals + " people.");
  }
}
