package io.tukar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Policies of a few clauses, written as a shop writes them. */
public final class PolicyForTests {

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

  /** The text of the policy that comes with the product. */
  public static String shipped() throws IOException {
    try (var in = PolicyForTests.class.getResourceAsStream(PolicyFile.SHIPPED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A clause with its head; the fields of its kind are written as in a file, one a line. */
  public static String clause(String id, String kind, String severity, String... fields) {
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

  public static String yaml(String... clauses) {
    return HEAD + String.join("", clauses);
  }

  public static Policy policy(String... clauses) {
    var reading = PolicyFile.load(yaml(clauses));
    assertThat(reading.problems()).isEmpty();
    return reading.policy().orElseThrow();
  }

  public static List<String> problems(String yaml) {
    return PolicyFile.read(yaml).problems().stream()
        .map(problem -> problem.inFile("p.yaml"))
        .toList();
  }
}
