package io.tukar.policy.file;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.Language;
import io.tukar.policy.clause.Amount;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import java.util.Optional;
import java.util.stream.Collectors;

/** A decision with its whole proof as plain text, for people at a terminal. */
public final class DecisionText {

  private DecisionText() {}

  /** First line the outcome alone; then what follows from it; then clause by clause. */
  public static String of(Decision decision, Language language) {
    var text = new StringBuilder(4096);
    text.append(decision.outcome()).append('\n');
    line(text, "policy", decision.policyId() + " version " + decision.policyVersion());
    line(text, "holidays", decision.holidaySet());
    line(text, "deadline", day(decision.deadline()));
    line(text, "other reading", day(decision.otherReading()));
    line(text, "shipping to the shop", decision.payerToShop().name());
    line(text, "shipping to the customer", decision.payerToCustomer().name());
    line(text, "price difference", Amount.inWords(decision.difference()));
    if (!decision.fee().isZero()) {
      line(text, "fee", Amount.inWords(decision.fee()));
    }
    line(
        text,
        "photos missing",
        decision.missingPhotos().isEmpty()
            ? "none"
            : decision.missingPhotos().stream().map(Enum::name).collect(Collectors.joining(", ")));
    for (var finding : decision.findings()) {
      finding(text, finding, language);
      answers(text, decision, finding, language);
    }
    return text.toString();
  }

  private static void finding(StringBuilder text, Finding finding, Language language) {
    text.append('\n')
        .append(finding.clause())
        .append(' ')
        .append(finding.kind().word())
        .append(": ")
        .append(finding.applies() ? finding.truth().name() : "does not apply")
        .append(" (")
        .append(Vocabulary.word(finding.severity()))
        .append(")\n  ")
        .append(finding.text().in(language))
        .append('\n');
    if (!finding.explanation().equals(finding.text())) {
      text.append("  ").append(finding.explanation().in(language)).append('\n');
    }
    for (var input : finding.inputs()) {
      text.append("  went by ")
          .append(input.name())
          .append(" = ")
          .append(input.value())
          .append(" (")
          .append(Vocabulary.word(input.source()))
          .append(")\n");
    }
    if (!finding.missing().isEmpty()) {
      text.append("  lacks ").append(String.join(", ", finding.missing()));
      if (finding.askedOf() != AskedOf.NOBODY) {
        text.append(", asked of: ").append(Vocabulary.word(finding.askedOf()));
      }
      text.append('\n');
    }
  }

  /** What each answer to what is lacking would come to. */
  private static void answers(
      StringBuilder text, Decision decision, Finding finding, Language language) {
    for (var answer : decision.answers(finding)) {
      text.append("  ").append(answer.in(language)).append('\n');
    }
  }

  private static String day(Optional<Deadline> deadline) {
    return deadline
        .map(due -> due.date() + (due.provisional() ? " (provisional)" : ""))
        .orElse("unknown");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }
}
