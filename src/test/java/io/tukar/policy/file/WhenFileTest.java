package io.tukar.policy.file;

import static io.tukar.policy.PolicyForTests.clause;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.PolicyForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a condition is said when the file is read, at its place. */
class WhenFileTest {

  private static String problem(String when) {
    return PolicyForTests.problems(
            PolicyForTests.yaml(clause("X", "exclusion", "review", "categories: [license]", when)))
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item.colour == 'red' | 12:11 | unknown field item.colour in the condition; known: channel,",
        "item.sku == 5 | 12:20 | the condition compares what does not compare",
        "item.paid | 12:15 | the condition must be true or false, not a int",
        "reason = 'x' | 12:18 | the condition cannot be read",
        "true && [1, 2].all(x, x > 1) | 12:20 | a condition has no loops",
        "item.sku.matches('(a+)+$') | 12:27 | unknown field",
        "item.paid / 0 == 1 | 12:21 | unknown field",
        "timestamp(order.orderedOn) > timestamp('x') | 12:20 | unknown field",
        "exec('rm') | 12:15 | unknown field exec",
      })
  void aConditionThatIsWrongIsToldWithItsPlace(String when, String place, String message) {
    var said = problem("when: " + when);

    assertThat(said).contains("error: ").contains(message);
    assertThat(said).as(place).matches("p\\.yaml:12:\\d+: .*");
  }

  @Test
  void theColumnIsThatOfTheWordInEveryWayToWriteIt() {
    assertThat(problem("when: reason == 'x' && item.colour == 'red'")).startsWith("p.yaml:12:28: ");
    assertThat(problem("when: \"reason == 'x' && item.colour == 'red'\""))
        .startsWith("p.yaml:12:29: ");
    assertThat(problem("when: |\n      reason == 'x'\n      && item.colour == 'red'"))
        .startsWith("p.yaml:14:10: ");
  }

  @Test
  void whatWouldCostTooMuchIsRefusedBeforeItRuns() {
    var wide = "when: " + "reason == 'x' || ".repeat(100) + "true";
    var deep = "when: " + "(".repeat(200) + "true" + ")".repeat(200);
    var list = "when: reason in ['" + "a".repeat(1_200) + "']";

    assertThat(problem(wide)).contains("a condition has at most 1000 characters");
    assertThat(problem(deep)).contains("the condition costs too much");
    assertThat(problem(list)).contains("a condition has at most 1000 characters");
    assertThat(problem("when: ''")).contains("the condition is empty");
  }
}
