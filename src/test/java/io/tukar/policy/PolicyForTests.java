package io.tukar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Policies of a few clauses, written as a shop writes them. */
final class PolicyForTests {

  private static final String HEAD =
      """
      policy: test
      version: 1
      effective-from: 2025-01-01
      jurisdiction: ID
      languages: [id, en]
      collective-leave: off
      clauses:
      """;

  private PolicyForTests() {}

  /** A clause with its head; the fields of its kind are written as in a file, one a line. */
  static String clause(String id, String kind, String severity, String... fields) {
    var text = new StringBuilder();
    text.append("  - id: ").append(id).append("\n    kind: ").append(kind);
    text.append("\n    severity: ").append(severity).append('\n');
    for (var field : fields) {
      text.append("    ").append(field).append('\n');
    }
    return text.append("    source: Said somewhere.\n")
        .append("    text:\n      id: Teks pasal ")
        .append(id)
        .append("\n      en: Text of clause ")
        .append(id)
        .append('\n')
        .toString();
  }

  static String yaml(String... clauses) {
    return HEAD + String.join("", clauses);
  }

  static Policy policy(String... clauses) {
    var reading = PolicyFile.load(yaml(clauses));
    assertThat(reading.problems()).isEmpty();
    return reading.policy().orElseThrow();
  }

  static List<String> problems(String yaml) {
    return PolicyFile.read(yaml).problems().stream()
        .map(problem -> problem.inFile("p.yaml"))
        .toList();
  }
}
