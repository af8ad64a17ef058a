package io.tukar.api.wire;

import io.tukar.kernel.Language;
import io.tukar.kernel.RefusalText;
import java.util.List;

/** A problem as RFC 9457 writes it, in one language. */
record ProblemView(String type, String title, int status, String detail, List<Reason> errors) {

  /** One reason. */
  record Reason(String code, String field, String detail) {}

  static ProblemView of(Reply.Problem problem, Language language) {
    var errors =
        problem.refusals().stream()
            .map(
                refusal ->
                    new Reason(refusal.code(), refusal.field(), RefusalText.of(refusal, language)))
            .toList();
    return new ProblemView(
        problem.type().uri(),
        problem.type().title().in(language),
        problem.type().status(),
        errors.getFirst().detail(),
        errors);
  }
}
