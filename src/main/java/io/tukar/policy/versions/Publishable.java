package io.tukar.policy.versions;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.tree.PolicyProblem;
import io.tukar.policy.tree.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a draft's text may come into force: sound, its own number, and not in the past. */
final class Publishable {

  private static final String FIELD = "text";
  private static final int REASONS_MAX = 20;

  private Publishable() {}

  /** From when it will be in force, or what is against it, by line and column. */
  static Answer<Instant> check(PolicyVersions.Kept draft, Instant at) {
    var reading = PolicyFile.read(draft.text());
    if (reading.policy().isEmpty()) {
      return new Answer.Refused<>(
          reading.problems().stream()
              .filter(problem -> problem.weight() == PolicyProblem.Weight.ERROR)
              .limit(REASONS_MAX)
              .map(
                  problem ->
                      Refusal.of(
                          "policy-text-error",
                          FIELD,
                          problem.line(),
                          problem.column(),
                          problem.said().en(),
                          problem.said().id()))
              .toList());
    }
    var policy = reading.policy().get();
    var reasons = new ArrayList<Refusal>();
    if (!policy.id().equals(draft.version().policyId())) {
      reasons.add(at(draft, "policy", "policy-other-id", draft.version().policyId()));
    }
    if (policy.version() != draft.version().number()) {
      reasons.add(at(draft, "version", "policy-other-number", draft.version().number()));
    }
    if (policy.beginsBefore(at)) {
      reasons.add(
          atEffectiveFrom(
              draft,
              "policy-effective-past-at",
              PolicyText.of(draft.text()).headText("effective-from")));
    }
    return reasons.isEmpty()
        ? Answer.done(policy.effectiveFrom())
        : new Answer.Refused<>(List.copyOf(reasons));
  }

  static Refusal atEffectiveFrom(PolicyVersions.Kept draft, String code, Object what) {
    return at(draft, "effective-from", code, what);
  }

  private static Refusal at(PolicyVersions.Kept draft, String field, String code, Object what) {
    var place = PolicyText.of(draft.text()).head(field);
    return Refusal.of(
        code, FIELD, place.map(Tree::line).orElse(1), place.map(Tree::column).orElse(1), what);
  }
}
