package io.tukar.policy;

import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static io.tukar.policy.ReturnFactsFixture.unwantedPhone;
import static io.tukar.policy.ReturnFactsFixture.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.Decree;
import io.tukar.calendar.HolidayEdit;
import io.tukar.calendar.HolidayEdits;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.file.PolicyFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of the versions that may decide the one that is kindest to the customer does. */
class KinderPolicyTest {

  private static final WorkingCalendar DAYS = WorkingCalendar.indonesia();
  private static final String DIFFERENCE = clause("D", "difference", "charge");

  @Test
  void ofTwoVersionsThatCostDifferentlyTheCheaperDecides() {
    assertThat(decidedBy(unwantedPhone(), fee(50_000), fee(40_000))).isEqualTo(2);
    assertThat(decidedBy(unwantedPhone(), fee(40_000), fee(50_000))).isEqualTo(1);
    var dearer = wanting(unwantedPhone(), "T33G", 1_700_000, 1);
    assertThat(decidedBy(dearer, fee(50_000) + DIFFERENCE, fee(60_000))).isEqualTo(2);
    assertThat(decidedBy(dearer, fee(60_000), fee(50_000) + DIFFERENCE)).isEqualTo(1);
  }

  @Test
  void ofTwoVersionsThatCostTheSameTheLongerWindowDecides() {
    assertThat(decidedBy(deadPhone(), window(7), window(14))).isEqualTo(2);
    assertThat(decidedBy(deadPhone(), window(14), window(7))).isEqualTo(1);
    assertThat(decidedBy(deadPhone(), fee(5), window(7))).isEqualTo(2);
  }

  @Test
  void ofTwoVersionsThatSayTheSameTheOlderDecides() {
    assertThat(decidedBy(unwantedPhone(), fee(50_000), fee(50_000))).isEqualTo(1);
  }

  @Test
  void whatWasDecidedStandsUnlessTheNewDecisionIsKinder() {
    var strict = book(version(1, "2025-01-01", window(1)));
    var kind = book(version(1, "2025-01-01", window(30)));
    var facts = contact(deadPhone(), "2026-04-02T09:00");

    assertThat(kind.judgeAnew(facts, strict.judge(facts))).contains(kind.judge(facts));
    assertThat(strict.judgeAnew(facts, kind.judge(facts))).isEmpty();
    assertThat(kind.judgeAnew(facts, kind.judge(facts))).isEmpty();
  }

  @Test
  void aDecisionOnADeadlineThatWasProvisionalIsTakenAnewOnceItIsNot() {
    var open = book(version(1, "2025-01-01", window(7)));
    var citation = "SKB No. 1/2027";
    var decree = new HolidayEdit.OfYear(2028, Optional.of(citation));
    var settled = open.on(HolidayEdits.none().with(decree).over(DAYS));
    var facts = receivedAtTheEndOf2027();

    assertThat(settled.calendar().decree(2028)).contains(new Decree(2028, citation));
    assertThat(settled.judgeAnew(facts, open.judge(facts))).contains(settled.judge(facts));
    assertThat(settled.judgeAnew(facts, settled.judge(facts))).isEmpty();
    assertThat(open.judgeAnew(facts, open.judge(facts))).isEmpty();
    assertThat(open.judgeAnew(facts, settled.judge(facts))).isEmpty();
  }

  @Test
  void aBookKeepsItsVersionsOnOtherDaysAndKnowsEachByItsName() {
    var first = version(1, "2025-01-01", window(7));
    var second = version(2, "2026-01-01", window(7));
    var book = book(second, first);

    assertThat(book.versions()).containsExactly(first, second);
    assertThat(book.on(DAYS.in(ZoneId.of("Asia/Jayapura"))).versions())
        .containsExactly(first, second);
    assertThat(book.on(DAYS)).isSameAs(book);
    assertThat(book.version("test", 2)).contains(second);
    assertThat(book.version("test", 3)).isEmpty();
    assertThat(book.version("other", 2)).isEmpty();
  }

  private static ReturnFacts receivedAtTheEndOf2027() {
    var facts =
        ReturnFactsFixture.received(
            deadPhone(), Fact.known(LocalDate.of(2027, 12, 28), Source.ORDER), Optional.empty());
    return contact(facts, "2027-12-29T09:00");
  }

  private static int decidedBy(ReturnFacts facts, String older, String newer) {
    return book(version(1, "2025-01-01", older), version(2, "2026-03-10", newer))
        .judge(facts)
        .policyVersion();
  }

  private static PolicyBook book(Policy... versions) {
    return new PolicyBook(List.of(versions), DAYS);
  }

  private static Policy version(int version, String since, String clauses) {
    var yaml =
        PolicyForTests.yaml(clauses)
            .replace("version: 1", "version: " + version)
            .replace("effective-from: 2025-01-01", "effective-from: " + since);
    return PolicyFile.load(yaml).policy().orElseThrow();
  }

  private static String fee(long amount) {
    return clause("F", "fee", "charge", "amount: " + amount);
  }

  private static String window(int days) {
    return clause(
        "W", "window", "block", "days: " + days, "unit: working", "dispatch-buffer: {default: 7}");
  }
}
