package io.tukar.desk.studio;

import io.tukar.kernel.ReturnReason;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.web.ProofLine;
import java.util.List;
import java.util.Optional;

/**
 * One past line as it was decided, beside what a version's text would decide.
 *
 * @param number of the case
 * @param decidedBy the version that decided it
 * @param changes the clauses that answer otherwise
 */
public record FlipModel(
    PolicyVersion version,
    String number,
    int lineNo,
    ReturnReason reason,
    String product,
    boolean earlierText,
    int decidedBy,
    StudioModel.Said was,
    StudioModel.Said would,
    List<Change> changes) {

  /** A clause that answers otherwise; empty where one of the two has no such clause. */
  public record Change(String clause, Optional<ProofLine> was, Optional<ProofLine> would) {}
}
