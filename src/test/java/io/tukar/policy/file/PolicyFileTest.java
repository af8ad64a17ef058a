package io.tukar.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.PolicyForTests;
import io.tukar.policy.tree.PolicyProblem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

  @Test
  void theShippedPolicyHasNothingWrongWithIt() throws IOException {
    var reading = PolicyFile.read(PolicyForTests.shipped());

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.policy()).isPresent();
    assertThat(PolicyForTests.shipped().lines().map(String::strip))
        .contains("kind: window", "days: 7", "unit: working");
  }

  @ParameterizedTest
  @CsvSource({
    "kind: window,    kind: windw,             'error: unknown kind ''windw'''",
    "unit: working,   unit: fortnight,         'error: unknown unit ''fortnight''; known: calendar, working'",
    "days: 7,         days: 0,                 'error: days must be 1 to 9999, not 0'",
    "days: 7,         days: -1,                'error: days must be 1 to 9999, not -1'",
    "days: 7,         days: 10000,             'error: days must be 1 to 9999, not 10000'",
    "days: 7,         days: seven,             'error: days must be a whole number, not ''seven'''",
    "days: 7,         dayz: 7,                 'error: unknown field ''dayz'''",
    "days: 7,         dayz: 7,                 'error: the field days is missing'",
    "severity: block, severity: inform,        'error: a clause of kind window cannot inform'",
    "other-reading: 7 calendar, other-reading: soon, 'error: other-reading must be a period such as 7 calendar, not ''soon'''",
    "id: P2,          id: P1,                  'error: another clause has the id P1'",
    "id: P2,          id: '2!',                'error: id must be a capital letter'",
    "version: 1,      version: one,            'error: version must be a whole number'",
    "effective-from: 2025-01-01, effective-from: 2025-02-30, 'error: effective-from must be a date'",
    "collective-leave: off, collective-leave: perhaps, 'error: unknown collective-leave'",
    "'tracks: [shop-fault]', 'tracks: []',     'error: tracks must name at least one'",
    "trait: complete, trait: shiny,            'error: unknown trait ''shiny'''",
    "'[label, unit, fault, box]', '[label, label]', 'error: stands here twice'",
    "'incomplete: [complete]', 'imcomplete: [complete]', 'error: unknown field ''imcomplete'''",
    "clauses:,        'clauses: [',            'error: '",
    "policy: tukar-default, 'policy: !!java.net.URL [x]', 'error: Global tag is not allowed'",
    "policy: tukar-default, policy: Tukar Default, 'error: policy must be lower-case'",
  })
  void whateverIsWrongIsSaidWithItsPlace(String from, String to, String message)
      throws IOException {
    var reading = PolicyFile.read(PolicyForTests.shipped().replaceFirst(Pattern.quote(from), to));

    assertThat(reading.policy()).isEmpty();
    assertThat(reading.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.inFile("policy.yaml")).contains(message);
              assertThat(problem.line()).isGreaterThan(1);
            });
  }

  @Test
  void twoClausesThatSayTheSameOfTheSameOverlap() throws IOException {
    var start = PolicyForTests.shipped().indexOf("  - id: P7\n");
    var freight =
        PolicyForTests.shipped().substring(start, PolicyForTests.shipped().indexOf("  - id: P8\n"));

    var reading = PolicyFile.read(PolicyForTests.shipped() + freight.replace("id: P7", "id: P7b"));

    assertThat(reading.policy()).isPresent();
    assertThat(reading.problems())
        .extracting(PolicyProblem::message)
        .contains("P7 and P7b overlap: both concern, for example, reason dead-on-arrival");
  }

  @Test
  void theProblemStandsAtTheLineAndColumnOfTheWrongValue() throws IOException {
    var lines = PolicyForTests.shipped().lines().collect(Collectors.toList());
    var at = lines.indexOf("    unit: working");
    lines.set(at, "    unit: weeks");

    var reading = PolicyFile.read(String.join("\n", lines));

    assertThat(reading.problems().getFirst().inFile("p.yaml"))
        .isEqualTo(
            "p.yaml:" + (at + 1) + ":11: error: unknown unit 'weeks'; known: calendar, working");
  }

  @ParameterizedTest
  @CsvSource({
    "'', the file is empty",
    "just words, expected fields",
    "'a: &x [1]\nb: *x', '*x'' repeats another place'",
    "'policy: a\npolicy: b', the field 'policy' stands here twice",
  })
  void aFileThatIsNoPolicyIsRefused(String text, String message) {
    var reading = PolicyFile.read(text);

    assertThat(reading.policy()).isEmpty();
    assertThat(reading.problems()).anyMatch(problem -> problem.message().contains(message));
  }

  @Test
  void aDraftMayBeginAtTheInstantItIsPublishedAndNotBefore() {
    var begins = Instant.parse("2025-01-01T00:00:00+07:00");
    var text = PolicyForTests.yaml(PolicyForTests.clause("I", "inform", "inform"));

    assertThat(PolicyFile.readDraft(text, begins).policy()).isPresent();
    var late = PolicyFile.readDraft(text, begins.plusNanos(1_000));
    assertThat(late.policy()).isEmpty();
    assertThat(late.problems())
        .filteredOn(problem -> problem.weight() == PolicyProblem.Weight.ERROR)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.inFile("p.yaml"))
                    .startsWith("p.yaml:3:17: error: effective-from 2025-01-01 is in the past;"));
  }

  @ParameterizedTest
  @CsvSource({
    "'[', '', p.yaml:1:21: error: nested deeper than 20",
    "'{a: ', '', p.yaml:1:81: error: nested deeper than 20",
    "'- ', x, p.yaml:1:41: error: nested deeper than 20",
  })
  void aDeepFileIsRefusedWhereItGetsTooDeepHoweverLongItGoesOn(
      String piece, String end, String message) {
    var text = piece.repeat(PolicyFile.BYTES_MAX / piece.length() - 1) + end;

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(PolicyForTests.problems(text))
                .singleElement()
                .satisfies(told -> assertThat(told).isEqualTo(message)));
  }

  @Test
  void whatLiesSideBySideIsNotDeep() {
    assertThat(PolicyForTests.problems("[" + "[a], ".repeat(30) + "{b: c}]"))
        .containsExactly("p.yaml:1:1: error: expected fields");
    assertThat(PolicyForTests.problems("[".repeat(20) + "]".repeat(20)))
        .containsExactly("p.yaml:1:1: error: expected fields");
  }

  @Test
  void aHugeFileIsRefused() {
    assertThat(PolicyFile.read("# " + "é".repeat(PolicyFile.BYTES_MAX / 2)).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.inFile("p.yaml"))
                    .isEqualTo("p.yaml:1:1: error: longer than 256 KiB"));
  }

  @ParameterizedTest
  @CsvSource({
    "kind: window, 'no clause of kind window concerns the track shop-fault'",
    "'incomplete: [label, contents, box]', no photo is asked for the reason incomplete",
    "'categories: [license, service]', X1 never decides: no request can fail it",
  })
  void whatAPolicyHardlyMeansIsAWarningAndTheFileIsUsable(String from, String message)
      throws IOException {
    var edited =
        switch (from) {
          case "kind: window" -> withoutClause(PolicyForTests.shipped(), "P2");
          case "categories: [license, service]" ->
              PolicyForTests.shipped().replace(from, "categories: []");
          default -> PolicyForTests.shipped().replace(from, "");
        };

    var reading = PolicyFile.read(edited);

    assertThat(reading.policy()).isPresent();
    assertThat(reading.problems())
        .anyMatch(
            problem ->
                problem.weight() == PolicyProblem.Weight.WARNING
                    && problem.message().contains(message));
  }

  private static String withoutClause(String yaml, String id) {
    var start = yaml.indexOf("  - id: " + id + "\n");
    return yaml.substring(0, start) + yaml.substring(yaml.indexOf("  - id:", start + 1));
  }
}
