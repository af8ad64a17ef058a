package io.tukar.policy.replay;

import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.PolicyForTests.policy;
import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static io.tukar.policy.ReturnFactsFixture.unwantedPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingChangeTest {

  private static final String INFORM = clause("I", "inform", "inform");
  private static final String FEE =
      clause("F", "fee", "charge", "tracks: [customer-choice]", "amount: 50000");

  @Test
  void aClauseThatAnswersOtherwiseIsToldWithBothAnswers() {
    var late = contact(deadPhone(), "2026-04-02T09:00");

    var changes = between(late, List.of(window(7), INFORM), List.of(window(30), INFORM));

    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.clause()).isEqualTo("W");
              assertThat(change.was()).isPresent();
              assertThat(change.would()).isPresent();
            });
  }

  @Test
  void aClauseThatIsNewOrGoneIsToldWhereItConcernsTheRequest() {
    var facts = unwantedPhone();

    var added = between(facts, List.of(INFORM), List.of(INFORM, FEE));
    var gone = between(facts, List.of(FEE, INFORM), List.of(INFORM));

    assertThat(added)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.clause()).isEqualTo("F");
              assertThat(change.was()).isEmpty();
            });
    assertThat(gone)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.clause()).isEqualTo("F");
              assertThat(change.would()).isEmpty();
            });
    assertThat(between(deadPhone(), List.of(INFORM), List.of(INFORM, FEE))).isEmpty();
    assertThat(between(deadPhone(), List.of(FEE, INFORM), List.of(INFORM))).isEmpty();
  }

  @Test
  void aChargeOfAnotherSumIsAnotherAnswer() {
    var dearer = FEE.replace("50000", "60000");

    assertThat(between(unwantedPhone(), List.of(FEE), List.of(dearer))).hasSize(1);
    assertThat(between(unwantedPhone(), List.of(FEE), List.of(FEE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEW, AUTHORIZED, SHOP, SHOP, 0, true",
    "AUTHORIZED, REVIEW, SHOP, SHOP, -5, false",
    "REVIEW, REVIEW, CUSTOMER, SHOP, 5, true",
    "REVIEW, REVIEW, SHOP, CUSTOMER, -5, false",
    "REVIEW, REVIEW, CUSTOMER, UNDECIDED, 5, true",
    "REVIEW, REVIEW, UNDECIDED, SHOP, 5, true",
    "REVIEW, REVIEW, SHOP, SHOP, -1, true",
    "REVIEW, REVIEW, SHOP, SHOP, 1, false",
    "REVIEW, REVIEW, SHOP, SHOP, 0, false",
    "NEEDS_EVIDENCE, AUTHORIZED, SHOP, SHOP, 0, true",
    "REVIEW, NEEDS_EVIDENCE, SHOP, SHOP, 0, true",
    "DECLINED, REVIEW, SHOP, SHOP, 0, true",
  })
  void kinderIsTheBetterOutcomeThenTheCheaper(
      Outcome was, Outcome would, Payer payerWas, Payer payer, long change, boolean kinder) {
    var flip =
        new Flip(
            1,
            1,
            ReturnReason.CHANGED_MIND,
            new Sku("T31P"),
            was,
            would,
            payerWas,
            payer,
            change,
            List.of("F"));

    assertThat(flip.kinder()).isEqualTo(kinder);
    assertThat(flip.outcomeFlips()).isEqualTo(!was.equals(would));
  }

  private static List<FindingChange> between(
      ReturnFacts facts, List<String> was, List<String> would) {
    var days = WorkingCalendar.indonesia();
    return FindingChange.between(
        policy(was.toArray(String[]::new)).decide(facts, days),
        policy(would.toArray(String[]::new)).decide(facts, days));
  }

  private static String window(int days) {
    return clause(
        "W", "window", "block", "days: " + days, "unit: working", "dispatch-buffer: {default: 7}");
  }
}
