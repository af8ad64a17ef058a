package io.tukar.portal;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.decision.Truth;
import io.tukar.web.ProofLine;
import java.util.List;
import java.util.Optional;

/**
 * A decision about one line as a customer reads it.
 *
 * @param deadline the arithmetic of the deadline, day by day
 * @param otherReading the deadline by the other reading of clause P2
 * @param clauses one for every clause that concerns the reason
 */
public record LineProof(
    Outcome outcome,
    Optional<Deadline> deadline,
    Optional<Deadline> otherReading,
    Payer payerToShop,
    Payer payerToCustomer,
    Money difference,
    List<ProofLine> clauses,
    Words policy,
    int policyVersion) {

  /** The decision in this language. */
  public static LineProof of(Decision decision, Language language) {
    return new LineProof(
        decision.outcome(),
        decision.deadline(),
        decision.otherReading(),
        decision.payerToShop(),
        decision.payerToCustomer(),
        decision.difference(),
        decision.findings().stream()
            .filter(Finding::applies)
            .map(finding -> line(decision, finding, language))
            .toList(),
        new Words(
            "Kebijakan "
                + decision.policyId()
                + ", versi "
                + decision.policyVersion()
                + "; kalender "
                + decision.holidaySet(),
            "Policy "
                + decision.policyId()
                + ", version "
                + decision.policyVersion()
                + "; calendar "
                + decision.holidaySet()),
        decision.policyVersion());
  }

  /** Where the version that decided can be read. */
  public String policyPath() {
    return "/policy/" + policyVersion;
  }

  private static ProofLine line(Decision decision, Finding finding, Language language) {
    return new ProofLine(
        mark(finding.truth()),
        finding.clause(),
        finding.explanation().in(language),
        finding.text().in(language),
        decision.answers(finding).stream().map(answer -> answer.in(language)).toList());
  }

  private static ProofLine.Mark mark(Truth truth) {
    return switch (truth) {
      case HOLDS -> ProofLine.Mark.HOLDS;
      case FAILS -> ProofLine.Mark.FAILS;
      case OPEN -> ProofLine.Mark.OPEN;
    };
  }
}
