package io.tukar.policy;

import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.file.DecisionFile;
import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

  private static final WorkingCalendar INDONESIA = WorkingCalendar.indonesia();

  @Test
  void aStricterPolicyDoesNotReachEarlierOrders() throws IOException {
    var book = book(version(1, "2025-01-01", 7), version(2, "2026-03-15", 1));
    var facts = contact(deadPhone(), "2026-03-25T09:00");

    assertThat(book.judge(facts).policyVersion()).isEqualTo(1);
    assertThat(book.judge(facts).outcome()).isEqualTo(Outcome.AUTHORIZED);
  }

  @Test
  void aKinderPolicyInForceAtTheFirstContactReachesEarlierOrders() throws IOException {
    var book = book(version(1, "2025-01-01", 1), version(2, "2026-03-15", 7));
    var facts = contact(deadPhone(), "2026-03-25T09:00");

    assertThat(book.judge(facts).policyVersion()).isEqualTo(2);
    assertThat(book.judge(facts).outcome()).isEqualTo(Outcome.AUTHORIZED);
  }

  @Test
  void aKinderPolicyThatCameAfterTheFirstContactDoesNotCount() throws IOException {
    var book = book(version(1, "2025-01-01", 1), version(2, "2026-03-26", 7));
    var facts = contact(deadPhone(), "2026-03-25T09:00");

    assertThat(book.judge(facts).policyVersion()).isEqualTo(1);
    assertThat(book.judge(facts).outcome()).isEqualTo(Outcome.DECLINED);
  }

  @Test
  void anOrderOlderThanEveryPolicyIsJudgedByTheOldest() throws IOException {
    var book = book(version(2, "2026-06-01", 7), version(1, "2026-05-01", 7));

    assertThat(book.inForce(LocalDate.of(2026, 1, 1)).version()).isEqualTo(1);
    assertThat(book.inForce(LocalDate.of(2026, 6, 1)).version()).isEqualTo(2);
  }

  @Test
  void aDecisionOfAPolicyNoLongerInTheBookCanStillBeRead() throws IOException {
    var decision = book(version(3, "2025-01-01", 7)).judge(deadPhone());

    var read = DecisionFile.read(decision.toCanonicalJson(), PolicyFile.shipped()).orElseThrow();

    assertThat(read.outcome()).isEqualTo(decision.outcome());
    assertThat(read.finding("P2").orElseThrow().explanation())
        .isEqualTo(decision.finding("P2").orElseThrow().explanation());
  }

  @Test
  void whatIsNoDecisionIsNotReadAsOne() {
    var book = PolicyFile.shipped();

    assertThat(DecisionFile.read("{\"format\":1}".getBytes(StandardCharsets.UTF_8), book))
        .isEmpty();
    assertThat(DecisionFile.read("rubbish".getBytes(StandardCharsets.UTF_8), book)).isEmpty();
    assertThat(DecisionFile.read(deadPhone().toCanonicalJson(), book)).isEmpty();
  }

  private static PolicyBook book(Policy... versions) {
    return new PolicyBook(List.of(versions), INDONESIA);
  }

  private static Policy version(int version, String since, int days) throws IOException {
    var yaml =
        PolicyForTests.shipped()
            .replaceFirst("version: 1", "version: " + version)
            .replaceFirst("effective-from: .*", "effective-from: " + since)
            .replaceFirst("days: 7", "days: " + days);
    return PolicyFile.load(yaml).policy().orElseThrow();
  }
}
