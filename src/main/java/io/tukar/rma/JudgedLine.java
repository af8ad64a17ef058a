package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Refusal;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.replay.Decisions;
import java.util.List;
import java.util.Optional;

/**
 * A line with what was seen of it, what the policy says of that, and what the inspector makes of
 * it.
 *
 * @param looks at its units, one by one; empty where it was reported as a whole
 * @param filmed the inspector's retest was filmed or photographed
 */
record JudgedLine(
    RmaLine line,
    LineInspection reported,
    List<UnitLook> looks,
    Decisions.Judged judged,
    boolean filmed) {

  JudgedLine {
    looks = List.copyOf(looks);
  }

  /** Whether the line is exchanged: the inspector's word, else the policy's. */
  boolean accepted() {
    return reported.accept() == null ? outcome() != Outcome.DECLINED : reported.accept();
  }

  /** Why it cannot be booked so; empty where it can. */
  Optional<Refusal> refusal(String field) {
    return word(field).or(() -> noFaultFound(field)).or(() -> place(field)).or(() -> number(field));
  }

  private Outcome outcome() {
    return judged.decision().outcome();
  }

  private boolean remarked() {
    return reported.remark() != null && !reported.remark().isBlank();
  }

  /** Against the policy, or where it leaves the word to a person, only in writing. */
  private Optional<Refusal> word(String field) {
    if (reported.accept() == null) {
      return outcome() == Outcome.REVIEW
          ? Optional.of(Refusal.of("accept-needed", field + "accept"))
          : Optional.empty();
    }
    var against = outcome() == Outcome.REVIEW || accepted() == (outcome() == Outcome.DECLINED);
    return against && !remarked()
        ? Optional.of(Refusal.of("reason-needed", field + "remark"))
        : Optional.empty();
  }

  /** "No fault found" needs a recorded retest and a word with the customer first (clause P4). */
  private Optional<Refusal> noFaultFound(String field) {
    if (reported.verdict() != Verdict.NO_FAULT_FOUND) {
      return Optional.empty();
    }
    if (!filmed) {
      return Optional.of(Refusal.of("retest-not-filmed", field + "verdict"));
    }
    return remarked()
        ? Optional.empty()
        : Optional.of(Refusal.of("customer-not-heard", field + "remark"));
  }

  /** What is refused goes back, all of it; what is exchanged stays. */
  private Optional<Refusal> place(String field) {
    var fits =
        accepted() != (reported.disposition() == Disposition.SEND_BACK)
            && reported.apart().values().stream()
                .allMatch(to -> accepted() && to != Disposition.SEND_BACK);
    return fits
        ? Optional.empty()
        : Optional.of(Refusal.of("disposition-does-not-fit", field + "disposition"));
  }

  private Optional<Refusal> number(String field) {
    if (reported.seen().serials().size() > line.quantity()) {
      return Optional.of(Refusal.of("serials-too-many", field + "serials", line.quantity()));
    }
    var looked = looks.stream().mapToInt(UnitLook::quantity).sum();
    return looks.isEmpty() || looked == line.quantity()
        ? Optional.empty()
        : Optional.of(
            Refusal.of("units-not-looked-at", field + "serials", line.quantity() - looked));
  }
}
