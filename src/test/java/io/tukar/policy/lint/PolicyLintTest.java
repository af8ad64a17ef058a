package io.tukar.policy.lint;

import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.PolicyForTests.problems;
import static io.tukar.policy.PolicyForTests.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.PolicyForTests;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check of a policy finds, each with the smallest example. */
class PolicyLintTest {

  private static final String BUFFER = "dispatch-buffer: {default: 7}";

  @Test
  void theShippedPolicyIsWithoutProblems() throws IOException {
    assertThat(problems(PolicyForTests.shipped())).isEmpty();
  }

  @Test
  void bothReadingsSwitchedOnShowTheTwoContradictionsOfTheProcedure() throws IOException {
    var both = PolicyForTests.shipped().replace("readings: followed", "readings: both");

    assertThat(problems(both))
        .filteredOn(problem -> problem.contains("contradict each other"))
        .satisfiesExactly(
            days ->
                assertThat(days)
                    .endsWith(
                        "error: P2 and P2.other contradict each other. For example reason"
                            + " dead-on-arrival, first contact Tuesday, 31 March 2026 at 23:59:59:"
                            + " P2 says yes, P2.other says no (block)"),
            seal ->
                assertThat(seal)
                    .endsWith(
                        "error: P3 and P4.other contradict each other. For example reason"
                            + " dead-on-arrival, seal intact no: P3 exchanges goods without"
                            + " seal-intact, P4.other says no (block)"));
  }

  @Test
  void aTextThatNamesOtherDaysThanTheClauseCountsIsTold() throws IOException {
    var shipped = PolicyForTests.shipped();
    var said = "within 7 working days of receipt. Your";

    assertThat(problems(shipped.replace(said, "within 10 working days of receipt. Your")))
        .singleElement()
        .asString()
        .endsWith("warning: the text in en names 10, but 7 days count");
    assertThat(problems(shipped.replace("dalam 7 hari kerja", "dalam 3 atau 5 hari kerja")))
        .singleElement()
        .asString()
        .endsWith("warning: the text in id names 3, 5, but 7 days count");
    assertThat(problems(shipped.replace(said, "in good time, before 17:00 o'clock. Your")))
        .isEmpty();
    assertThat(problems(shipped.replace(said, "within 7 days, at the latest on day 7. Your")))
        .isEmpty();
  }

  @Test
  void twoWindowsMayShareTheRequestsByTheirConditions() {
    var apart =
        yaml(
            window("W1", 7, "when: item.category == \"headset\""),
            window("W2", 14, "when: item.category != \"headset\""));
    var gap =
        yaml(
            window("W1", 7, "when: item.category == \"headset\""),
            window("W2", 14, "when: item.category == \"phone\""));
    var overlap =
        yaml(
            window("W1", 7, "when: item.category == \"headset\""),
            window("W2", 14, "when: item.paid >= 500000"));

    assertThat(problems(apart)).noneMatch(problem -> problem.contains("window"));
    assertThat(problems(gap))
        .anyMatch(
            problem ->
                problem.endsWith(
                    "warning: no clause of kind window concerns this request: reason"
                        + " dead-on-arrival, category other"));
    assertThat(problems(overlap))
        .anyMatch(
            problem ->
                problem.contains("error: W1 and W2 contradict each other. For example")
                    && problem.contains("category headset"));
  }

  @Test
  void aWindowAndAWarrantyForTheSameGoodsContradictEachOther() {
    var warranty =
        clause(
            "G", "warranty", "block", "days: 30", "unit: calendar", BUFFER, "symptoms: [no-power]");

    assertThat(problems(yaml(window("W", 7, "tracks: [shop-fault, customer-choice]"), warranty)))
        .anyMatch(problem -> problem.contains("W and G contradict each other"));
    assertThat(problems(yaml(window("W", 7, "when: symptom != \"no-power\""), warranty)))
        .noneMatch(problem -> problem.contains("contradict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when: item.paid < 10 && item.paid > 20 | X never concerns any request",
        "when: reason == 'no-such-reason' | X never concerns any request",
        "when: 'true' | ''",
      })
  void aClauseThatNeverSpeaksIsTold(String when, String message) {
    var found = problems(yaml(clause("X", "exclusion", "review", "categories: [license]", when)));

    assertThat(found.stream().filter(problem -> problem.contains(" X never")))
        .hasSize(message.isEmpty() ? 0 : 1)
        .allMatch(problem -> problem.contains(message));
  }

  @ParameterizedTest
  @CsvSource({
    "1, working, true",
    "2, working, false",
    "3, calendar, true",
    "4, calendar, false",
  })
  void aShopFaultIsNotRefusedWithinTwoWorkingDays(int days, String unit, boolean told) {
    // Received on a Friday: two working days end on the Tuesday, four calendar days later.
    var found =
        problems(yaml(clause("W", "window", "block", "days: " + days, "unit: " + unit, BUFFER)));

    assertThat(found.stream().anyMatch(problem -> problem.contains("PP 80/2019 art. 69")))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Uang yang sudah dibayar tidak dapat dikembalikan. | Goods only. | true",
        "Barang ditukar. | All sales are final, no refunds. | true",
        "Barang ditukar. | Money is never given back. | true",
        "Uang tidak kembali; hak Anda menurut undang-undang tetap berlaku. | Goods only. | false",
        "Barang ditukar dengan barang. | Goods are exchanged for goods. | false",
      })
  void aTextThatRulesOutEveryRefundIsTold(String id, String en, boolean told) {
    var text =
        yaml(clause("R", "inform", "inform"))
            .replace("id: Teks pasal R", "id: " + id)
            .replace("en: Text of clause R", "en: " + en);

    assertThat(problems(text).stream().anyMatch(problem -> problem.contains("UU 8/1999 art. 18")))
        .isEqualTo(told);
  }

  @Test
  void floorsAreThoseOfTheJurisdiction() {
    var text =
        yaml(clause("W", "window", "block", "days: 1", "unit: working", BUFFER))
            .replace("jurisdiction: ID", "jurisdiction: OTHER");

    assertThat(problems(text)).noneMatch(problem -> problem.contains("policy check after"));
  }

  @Test
  void aTextMissingInALanguageOfThePolicyIsTold() {
    var text = yaml(clause("R", "inform", "inform")).replace("\n      en: Text of clause R", "");

    assertThat(problems(text))
        .singleElement()
        .asString()
        .isEqualTo("p.yaml:13:7: error: text is missing in the language en");
    assertThat(problems(text.replace("[id, en]", "[id]")))
        .noneMatch(problem -> problem.contains("missing in the language"));
  }

  private static String window(String id, int days, String scope) {
    return clause(id, "window", "block", "days: " + days, "unit: working", BUFFER, scope);
  }
}
