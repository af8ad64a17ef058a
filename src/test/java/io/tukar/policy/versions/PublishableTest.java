package io.tukar.policy.versions;

import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.PolicyForTests.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishableTest {

  private static final Instant BEGINS = Instant.parse("2024-12-31T17:00:00Z");
  private static final String TEXT = yaml(clause("I", "inform", "inform"));

  @Test
  void aSoundDraftComesIntoForceWhenItSays() {
    assertThat(Publishable.check(draft("test", 1, TEXT), BEGINS)).isEqualTo(Answer.done(BEGINS));
  }

  @Test
  void aDraftOfAnotherPolicyOrNumberOrOfThePastIsRefusedAtItsPlace() {
    assertThat(refusals(Publishable.check(draft("other", 2, TEXT), BEGINS.plusMillis(1))))
        .containsExactly(
            Refusal.of("policy-other-id", "text", 1, 9, "other"),
            Refusal.of("policy-other-number", "text", 2, 10, 2),
            Refusal.of("policy-effective-past-at", "text", 3, 17, "2025-01-01"));
  }

  @Test
  void aDraftThatCannotBeReadIsRefusedWithItsErrorsAndWithoutItsWarnings() {
    var broken = TEXT.replace("kind: inform", "kind: shout");

    assertThat(refusals(Publishable.check(draft("test", 1, broken), BEGINS)))
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("policy-text-error");
              assertThat(refusal.args()).startsWith("9", "11");
            });
    var late = TEXT.replace("en: Text of clause I", "en: \"\"");
    assertThat(refusals(Publishable.check(draft("test", 1, late), BEGINS)))
        .extracting(Refusal::code)
        .containsExactly("policy-text-error");
  }

  private static List<Refusal> refusals(Answer<Instant> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<Instant>) answer).reasons();
  }

  private static PolicyVersions.Kept draft(String policy, int number, String text) {
    return new PolicyVersions.Kept(
        new PolicyVersion(
            policy,
            number,
            0,
            VersionState.DRAFT,
            Optional.empty(),
            1,
            BEGINS,
            1,
            BEGINS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            1),
        text);
  }
}
