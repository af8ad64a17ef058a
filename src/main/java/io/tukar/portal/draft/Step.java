package io.tukar.portal.draft;

import io.tukar.kernel.ReturnReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the request: a question, about one line or (line 0) about the whole.
 *
 * @param line the order's line, or 0
 */
record Step(Question question, int line) {

  static final Step CHECK = new Step(Question.CHECK, 0);

  /** All steps of a request as far as it is written, the check last. */
  static List<Step> of(DraftForm form, boolean receiptKnown) {
    var steps = new ArrayList<Step>();
    steps.add(new Step(Question.ITEMS, 0));
    for (var line : form.lines()) {
      steps.add(new Step(Question.REASON, line.no()));
      if (hasSymptom(line.reason())) {
        steps.add(new Step(Question.SYMPTOM, line.no()));
      }
      steps.add(new Step(Question.CONDITION, line.no()));
      steps.add(new Step(Question.WANTED, line.no()));
    }
    if (!receiptKnown) {
      steps.add(new Step(Question.RECEIPT, 0));
    }
    form.lines().forEach(line -> steps.add(new Step(Question.PHOTOS, line.no())));
    steps.add(CHECK);
    return steps;
  }

  /** Where a request goes on: its first question without an answer. */
  static Step next(DraftForm form, boolean receiptKnown) {
    return of(form, receiptKnown).stream()
        .filter(step -> !step.answeredIn(form))
        .findFirst()
        .orElse(CHECK);
  }

  private static boolean hasSymptom(@Nullable ReturnReason reason) {
    return reason == ReturnReason.DEAD_ON_ARRIVAL || reason == ReturnReason.MALFUNCTION;
  }

  private boolean answeredIn(DraftForm form) {
    return switch (question) {
      case ITEMS -> !form.lines().isEmpty() && form.answered().contains(question);
      case RECEIPT -> form.answered().contains(question);
      case REASON, SYMPTOM, CONDITION, WANTED, PHOTOS ->
          form.line(line).filter(one -> one.answered().contains(question)).isPresent();
      case CHECK -> false;
    };
  }

  /** The end of its page's address. */
  String path() {
    return line == 0 ? question.path() : question.path() + "/" + line;
  }
}
