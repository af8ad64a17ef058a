package io.tukar.desk.studio;

import io.tukar.policy.Policy;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.versions.Policies;
import io.tukar.web.Frame;
import io.tukar.web.ProofLine;
import java.time.Clock;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Judges an example by a draft and by the version in force. */
@Component
class TryOut {

  private final Policies policies;
  private final Clock clock;

  TryOut(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  StudioModel.Tried judge(Frame frame, Policy draft, ReturnFacts facts) {
    var book = policies.current();
    var inForce = book.inForceAt(clock.instant());
    return new StudioModel.Tried(
        said(frame, draft.decide(facts, book.calendar())),
        said(frame, inForce.decide(facts, book.calendar())),
        inForce.version());
  }

  /** A decision in the reader's language. */
  static StudioModel.Said said(Frame frame, Decision decision) {
    return new StudioModel.Said(
        decision.outcome().name(),
        decision.deadline().map(due -> due.date()),
        decision.payerToShop().name(),
        decision.difference(),
        decision.fee(),
        decision.missingPhotos().stream().map(slot -> frame.text("desk.slot." + slot)).toList(),
        decision.findings().stream()
            .filter(Finding::applies)
            .sorted(Comparator.comparingInt(finding -> finding.truth() == Truth.HOLDS ? 1 : 0))
            .map(finding -> line(frame, decision, finding))
            .toList());
  }

  /** One finding of a decision in the reader's language. */
  static ProofLine line(Frame frame, Decision decision, Finding finding) {
    return new ProofLine(
        switch (finding.truth()) {
          case HOLDS -> ProofLine.Mark.HOLDS;
          case FAILS -> ProofLine.Mark.FAILS;
          case OPEN -> ProofLine.Mark.OPEN;
        },
        finding.clause(),
        frame.words(finding.text()),
        finding.explanation().equals(finding.text()) ? "" : frame.words(finding.explanation()),
        decision.answers(finding).stream().map(frame::words).toList());
  }
}
