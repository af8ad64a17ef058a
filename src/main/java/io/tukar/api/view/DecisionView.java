package io.tukar.api.view;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.replay.Decisions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision about one line, with its proof in both languages. */
public record DecisionView(
    Outcome outcome,
    String policy,
    int policyVersion,
    String holidaySet,
    @Nullable Day deadline,
    @Nullable Day otherReading,
    List<PhotoSlot> missingPhotos,
    Payer payerToShop,
    Payer payerToCustomer,
    Money difference,
    Money fee,
    List<Finding> findings,
    List<Opening> openings) {

  /**
   * What is lacking, and what each answer would come to.
   *
   * @param fact its name, as in the facts
   */
  public record Opening(
      String fact, Words words, AskedOf askedOf, List<String> clauses, List<Answer> answers) {

    /** One way it can turn out, and the outcome then. */
    public record Answer(String value, Words words, Outcome outcome) {}

    static Opening of(io.tukar.policy.decision.Opening opening) {
      return new Opening(
          opening.fact(),
          opening.words(),
          opening.askedOf(),
          opening.clauses(),
          opening.answers().stream()
              .map(answer -> new Answer(answer.value(), answer.words(), answer.outcome()))
              .toList());
    }
  }

  /**
   * A deadline.
   *
   * @param provisional a later decree can still move it
   * @param arithmetic how it was counted, in a sentence
   * @param steps how it was counted, line by line
   */
  public record Day(
      LocalDate date,
      int days,
      DayUnit unit,
      boolean provisional,
      Words arithmetic,
      List<Words> steps) {

    static Day of(Deadline deadline) {
      return new Day(
          deadline.date(),
          deadline.days(),
          deadline.unit(),
          deadline.provisional(),
          deadline.sentence(),
          deadline.lines());
    }
  }

  /** What one clause says. */
  public record Finding(
      String clause,
      ClauseKind kind,
      boolean applies,
      Truth truth,
      Severity severity,
      AskedOf askedOf,
      Words text,
      Words explanation,
      List<io.tukar.policy.decision.Finding.Input> inputs,
      List<String> missing) {

    static Finding of(io.tukar.policy.decision.Finding finding) {
      return new Finding(
          finding.clause(),
          finding.kind(),
          finding.applies(),
          finding.truth(),
          finding.severity(),
          finding.askedOf(),
          finding.text(),
          finding.explanation(),
          finding.inputs(),
          finding.missing());
    }
  }

  public static DecisionView of(Decision decision) {
    return new DecisionView(
        decision.outcome(),
        decision.policyId(),
        decision.policyVersion(),
        decision.holidaySet(),
        decision.deadline().map(Day::of).orElse(null),
        decision.otherReading().map(Day::of).orElse(null),
        decision.missingPhotos(),
        decision.payerToShop(),
        decision.payerToCustomer(),
        decision.difference(),
        decision.fee(),
        decision.findings().stream().map(Finding::of).toList(),
        decision.openings().stream().map(Opening::of).toList());
  }

  /** One that was stored. */
  public record Kept(int line, Decisions.Stage stage, Instant at, DecisionView decision) {

    public static Kept of(Decisions.Kept kept) {
      return new Kept(kept.lineNo(), kept.stage(), kept.at(), DecisionView.of(kept.decision()));
    }
  }

  /** All of a case, oldest first. */
  public record All(List<Kept> decisions) {}
}
