package io.tukar.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.clause.Clause;
import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The form of each kind holds all that a clause of it says. */
class EveryFormTest {

  @Test
  void everyClauseCanBeWrittenAgainFromWhatItsFormShows() throws IOException {
    var every = everyKind();
    for (var shown : every.clauses()) {
      var inputs = every.inputs(shown.index());
      var clause = clause(every, shown.id());

      var anew = every.without(shown.index()).withNew(clause.head().kind(), clause.head().id());
      var filled = anew.filled(anew.clauses().size() - 1, inputs);

      assertThat(clause(filled, clause.head().id()))
          .usingRecursiveComparison()
          .usingOverriddenEquals()
          .isEqualTo(clause);
    }
  }

  @Test
  void theHeadIsShownWhole() throws IOException {
    assertThat(everyKind().inputs(PolicyText.HEAD))
        .containsEntry("c.effective-from", "2025-01-01")
        .containsEntry("c.jurisdiction", "ID")
        .containsEntry("c.collective-leave", "off")
        .containsEntry("c.readings", "both")
        .containsKeys("c.languages.id", "c.languages.en")
        .doesNotContainKey("c.time-zone");
  }

  private static Clause clause(PolicyText text, String id) {
    var reading = PolicyFile.load(text.text());
    return reading
        .policy()
        .orElseThrow(() -> new AssertionError(reading.problems()))
        .clauses()
        .stream()
        .filter(clause -> clause.head().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static PolicyText everyKind() throws IOException {
    try (var in = EveryFormTest.class.getResourceAsStream("/policy/every-kind.yaml")) {
      return PolicyText.of(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
