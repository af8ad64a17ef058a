package io.tukar.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.edit.PolicyText.Spot;
import io.tukar.policy.tree.PolicyProblem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form changes its own field of the text, and nothing else. */
class PolicyTextTest {

  private static final PolicyText SHIPPED = PolicyText.shipped();
  private static final Pattern KNOWN_HERE = Pattern.compile("known here: (.*)$");

  @Test
  void aFormFilledInAsItStandsChangesNothing() {
    for (var clause : SHIPPED.clauses()) {
      assertThat(SHIPPED.canFill(clause.index())).isTrue();
      var inputs = SHIPPED.inputs(clause.index());
      assertThat(SHIPPED.filled(clause.index(), inputs).text()).isEqualTo(SHIPPED.text());
    }
    assertThat(SHIPPED.filled(PolicyText.HEAD, SHIPPED.inputs(PolicyText.HEAD)).text())
        .isEqualTo(SHIPPED.text());
  }

  @Test
  void aChangedFieldChangesItsLinesAndLeavesEveryComment() {
    var changed = filled("P2", Map.of("c.days", "10", "c.text.en", "Say: \"ten\" # days"));
    assertThat(changed.text())
        .isEqualTo(
            SHIPPED
                .text()
                .replace("days: 7\n    unit", "days: 10\n    unit")
                .replaceFirst(
                    "      id: Hubungi kami(.*)\\n      en: .*",
                    "      id: Hubungi kami$1\n      en: \"Say: \\\\\"ten\\\\\" # days\""));
    assertThat(changed.read().policy()).isPresent();
    assertThat(changed.inputs(1)).containsEntry("c.text.en", "Say: \"ten\" # days");
  }

  @Test
  void photosAreTickedByReason() {
    var changed = filled("P10", Map.of("c.photos.ordered-wrong-model.seal", ""));
    assertThat(PolicyDiff.between(SHIPPED, changed).orElseThrow())
        .extracting(found -> found.words().en())
        .containsExactly("photo of the seal no longer asked for ordered wrong model");
  }

  @Test
  void anOptionalFieldComesAndGoes() {
    var without = filled("P2", Map.of("c.other-reading.count", ""));
    assertThat(without.text())
        .isEqualTo(SHIPPED.text().replace("    other-reading: 7 calendar\n", ""));
    var back =
        without.filled(
            1,
            with(
                without.inputs(1),
                Map.of("c.other-reading.count", "7", "c.other-reading.unit", "calendar")));
    assertThat(back.text()).isEqualTo(SHIPPED.text());
  }

  @Test
  void whatIsTypedWronglyStandsInTheTextAndIsFoundAtItsField() {
    var changed = filled("P2", Map.of("c.days", "seven: or so"));
    var problem = changed.read().problems().getFirst();
    assertThat(problem.message()).contains("days must be a whole number");
    assertThat(changed.spot(problem.line(), problem.column())).contains(new Spot(1, "c.days"));
    assertThat(changed.inputs(1)).containsEntry("c.days", "seven: or so");
  }

  @Test
  void aProblemInTheHeadOrOfAWholeClauseIsFoundToo() {
    var head = SHIPPED.withHead("effective-from", "yesterday");
    var problem = head.read().problems().getFirst();
    assertThat(head.spot(problem.line(), problem.column()))
        .contains(new Spot(PolicyText.HEAD, "c.effective-from"));
    var lacking = PolicyText.of(SHIPPED.text().replace("    days: 7\n", ""));
    var missing = lacking.read().problems().getFirst();
    assertThat(lacking.spot(missing.line(), missing.column())).contains(new Spot(1, ""));
  }

  @Test
  void aRemovedClauseTakesItsOwnCommentAlongAndNoOther() {
    var without = SHIPPED.without(1).text();
    assertThat(without)
        .doesNotContain("id: P2\n")
        .doesNotContain("The reading that is kinder")
        .contains("# Whether the shop's working days")
        .contains("when the product comes back.\n\n  - id: P3\n");
    assertThat(PolicyText.of(without).read().policy()).isPresent();
  }

  @Test
  void theLastClauseCanGoButNotTheOnlyOne() {
    var text = SHIPPED;
    for (var left = SHIPPED.clauses().size(); left > 1; left--) {
      text = text.without(left - 1);
      assertThat(text.clauses()).hasSize(left - 1);
    }
    assertThat(text.without(0)).isSameAs(text);
  }

  @ParameterizedTest
  @EnumSource(ClauseKind.class)
  void aNewClauseOfEachKindAsksForNothingItsFormDoesNotHave(ClauseKind kind) {
    var text = SHIPPED.withNew(kind, "N1");
    assertThat(text.text()).startsWith(SHIPPED.text().stripTrailing());
    var added = text.clauses().getLast();
    assertThat(added.id()).isEqualTo("N1");
    assertThat(added.kind()).isEqualTo(kind.word());
    assertThat(text.read().problems())
        .extracting(PolicyProblem::message)
        .noneMatch(
            message ->
                message.matches("the field .* is missing") || message.contains("unknown field"));
  }

  @ParameterizedTest
  @EnumSource(ClauseKind.class)
  void aFormHasEveryFieldItsKindKnows(ClauseKind kind) {
    // The days of a limit are asked for only with the number they belong to.
    var more = kind == ClauseKind.LIMIT ? "    exchanges-max: 1\n" : "";
    var yaml = SHIPPED.withNew(kind, "N1").text() + more + "    no-such-field: 1\n";
    var known =
        PolicyText.of(yaml).read().problems().stream()
            .map(problem -> KNOWN_HERE.matcher(problem.message()))
            .filter(java.util.regex.Matcher::find)
            .map(match -> List.of(match.group(1).split(", ")))
            .findFirst()
            .orElseThrow();
    var form =
        new LinkedHashSet<>(ClauseForm.of(kind).fields().stream().map(FieldForm::name).toList());
    form.add("kind");
    assertThat(known).containsExactlyInAnyOrderElementsOf(form);
  }

  @Test
  void aClauseOnOneLineIsLeftToTheText() {
    var text =
        PolicyText.of(
            """
            clauses:
              - {id: A, kind: inform}
              - id: B
                kind: inform
            """);
    assertThat(text.canFill(0)).isFalse();
    assertThat(text.canFill(1)).isTrue();
    assertThat(text.filled(0, Map.of("c.id", "Z"))).isSameAs(text);
  }

  @Test
  void aTextThatRepeatsAPlaceHasNoForms() {
    var text = PolicyText.of("clauses:\n  - id: &name B\n    kind: inform\n    source: *name\n");
    assertThat(text.isReadable()).isFalse();
    assertThat(text.clauses()).isEmpty();
  }

  @Test
  void anyTextIsTakenAndWhatIsNoYamlHasNoForms() {
    var text = PolicyText.of("clauses: [\r\n");
    assertThat(text.isReadable()).isFalse();
    assertThat(text.clauses()).isEmpty();
    assertThat(text.text()).isEqualTo("clauses: [\n");
    assertThat(text.spot(1, 1)).isEmpty();
    assertThat(PolicyText.of("").isReadable()).isFalse();
  }

  private static PolicyText filled(String id, Map<String, String> typed) {
    var index =
        SHIPPED.clauses().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().index();
    return SHIPPED.filled(index, with(SHIPPED.inputs(index), typed));
  }

  private static Map<String, String> with(Map<String, String> inputs, Map<String, String> typed) {
    var all = new HashMap<>(inputs);
    all.putAll(typed);
    return all;
  }
}
