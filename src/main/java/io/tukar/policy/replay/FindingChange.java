package io.tukar.policy.replay;

import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A clause that answers otherwise in one decision than in another.
 *
 * @param was empty where the earlier decision knew no such clause
 * @param would empty where the later one knows none
 */
public record FindingChange(String clause, Optional<Finding> was, Optional<Finding> would) {

  /** What differs between two decisions on the same facts, in the order of the later one. */
  public static List<FindingChange> between(Decision was, Decision would) {
    var left = new LinkedHashMap<String, Finding>();
    was.findings().forEach(finding -> left.put(finding.clause(), finding));
    var changes = new ArrayList<FindingChange>();
    for (var finding : would.findings()) {
      var earlier = Optional.ofNullable(left.remove(finding.clause()));
      if (earlier.map(one -> differs(was, one, would, finding)).orElse(finding.applies())) {
        changes.add(new FindingChange(finding.clause(), earlier, Optional.of(finding)));
      }
    }
    left.values().stream()
        .filter(Finding::applies)
        .map(gone -> new FindingChange(gone.clause(), Optional.of(gone), Optional.empty()))
        .forEach(changes::add);
    return List.copyOf(changes);
  }

  /** Whether a clause answers otherwise in one decision than in the other. */
  static boolean differs(Decision was, Finding one, Decision would, Finding other) {
    return one.truth() != other.truth()
        || one.severity() != other.severity()
        || one.applies() != other.applies()
        || one.askedOf() != other.askedOf()
        || (one.severity() == Severity.CHARGE
            && chargesMayDiffer(one.kind(), was, would)
            && !one.explanation().equals(other.explanation()));
  }

  /** Only then it is worth putting into words what a clause of this kind charges. */
  private static boolean chargesMayDiffer(ClauseKind kind, Decision was, Decision would) {
    return switch (kind) {
      case DIFFERENCE -> !was.difference().equals(would.difference());
      case FEE -> !was.fee().equals(would.fee());
      case FREIGHT ->
          was.payerToShop() != would.payerToShop()
              || was.payerToCustomer() != would.payerToCustomer();
      case WINDOW,
          WARRANTY,
          CONDITION,
          RETEST,
          LIABILITY,
          EXCLUSION,
          LIMIT,
          EVIDENCE,
          STOCK,
          PACKING,
          CONTACT,
          REFUND,
          INFORM ->
          false;
    };
  }

  /** Whether the finding turns an outcome. */
  static boolean weighs(Finding finding) {
    return finding.applies()
        && (finding.truth() != Truth.HOLDS || finding.severity() == Severity.CHARGE);
  }
}
