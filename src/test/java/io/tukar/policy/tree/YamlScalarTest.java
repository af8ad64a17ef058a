package io.tukar.policy.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as what was meant. */
class YamlScalarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: plain text",
        "a: \"null\"",
        "a: \"\"",
        "a: \"ends with: \"",
        "a: \"with: colon\"",
        "a: \"with # hash\"",
        "a: \"line\\nbreak\\tand tab \\\\ and \\\" quote\"",
        "a: \"\\u0007\\u2028\\u2029\\ufeff\"",
        "a: \"- dash\"",
        "a: [b, \"c, d\", \"e: f\", \"[g]\", \"{h}\"]",
        "a: []",
        "a: {}",
        "a:",
        "a: {b: c, d: {e: f}}",
        "a: [{b: c, d: e}, {f: g}]",
        "a: [[b, c], {d: [e, f]}, g]",
        "a: [{b: {c: d}}]",
      })
  void whatIsWrittenReadsBackAsItWas(String yaml) {
    var value = value(yaml);

    assertThat(shape(value(YamlScalar.field("a", value, "")))).isEqualTo(shape(value));
  }

  @Test
  void whatReadsTheSameIsWrittenPlain() {
    assertThat(YamlScalar.field("a", value("a: \"seven days\""), "")).isEqualTo("a: seven days");
    assertThat(YamlScalar.field("a", value("a: [\"b\", 'c']"), "")).isEqualTo("a: [b, c]");
    assertThat(YamlScalar.field("a", value("a: [{b: c, d: e}, f]"), "  "))
        .isEqualTo("a:\n    - b: c\n      d: e\n    - f");
    assertThat(YamlScalar.field("a", value("a: {b: {c: d}}"), "  "))
        .isEqualTo("a:\n    b:\n      c: d");
  }

  private static Tree value(String yaml) {
    var problems = new Problems();
    var tree = YamlTree.parse(yaml, problems);
    assertThat(problems.list()).isEmpty();
    return ((Tree.Named) tree.orElseThrow()).entries().getFirst().value();
  }

  private static String shape(Tree tree) {
    return switch (tree) {
      case Tree.Text text -> "<" + text.value() + (text.nothing() ? "!" : "") + ">";
      case Tree.Items list -> list.items().stream().map(YamlScalarTest::shape).toList().toString();
      case Tree.Named named ->
          named.entries().stream()
              .map(entry -> entry.name().value() + "=" + shape(entry.value()))
              .toList()
              .toString();
    };
  }
}
