package io.tukar.policy;

import static io.tukar.kernel.PhotoSlot.FAULT;
import static io.tukar.kernel.PhotoSlot.LABEL;
import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.PolicyForTests.policy;
import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static io.tukar.policy.ReturnFactsFixture.found;
import static io.tukar.policy.ReturnFactsFixture.sold;
import static io.tukar.policy.ReturnFactsFixture.unwantedPhone;
import static io.tukar.policy.ReturnFactsFixture.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Symptom;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Opening;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.file.PolicyFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of clause by itself: what it holds, fails and leaves open, and in which words. */
class ClauseKindsTest {

  private static final WorkingCalendar DAYS = WorkingCalendar.indonesia();
  private static final String BUFFER = "dispatch-buffer: {default: 7, jne: 3}";

  private static Finding only(Policy policy, ReturnFacts facts) {
    return policy.decide(facts, DAYS).findings().getFirst();
  }

  private static <T> ReturnFacts with(ReturnFacts facts, FactKey<T> key, T value) {
    return key.set(facts, Fact.known(value, Source.SHOP));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T16:59, HOLDS, in time.",
    "2026-03-31T17:00, FAILS, after that day's closing time.",
    "2026-03-30T23:59, HOLDS, in time.",
    "2026-04-01T08:00, FAILS, 1 working day late.",
  })
  void aCutOffEndsTheLastDayEarlier(String at, Truth truth, String words) {
    var policy =
        policy(
            clause(
                "W", "window", "block", "days: 7", "unit: working", BUFFER, "cut-off: \"17:00\""));

    var finding = only(policy, contact(deadPhone(), at));

    assertThat(finding.truth()).isEqualTo(truth);
    assertThat(finding.explanation().en())
        .contains("ends on Tuesday, 31 March 2026 before 17:00 WIB.")
        .endsWith(words);
    assertThat(finding.explanation().id()).contains("31 Maret 2026 sebelum pukul 17.00 WIB.");
  }

  @ParameterizedTest
  @CsvSource({"JNE, 2026-03-20, 3", "SiCepat, 2026-03-24, 7", "'', 2026-03-24, 7"})
  void aParcelIsGivenTheDaysOfItsCourier(String courier, LocalDate deadline, int days) {
    var policy = policy(clause("W", "window", "block", "days: 7", "unit: calendar", BUFFER));
    var facts = FactKeys.RECEIVED_ON.set(deadPhone(), Fact.unknown());
    facts = courier.isEmpty() ? facts : with(facts, FactKeys.COURIER, courier);

    var decision = policy.decide(facts, DAYS);

    assertThat(decision.deadline().orElseThrow().date()).isEqualTo(deadline);
    assertThat(decision.findings().getFirst().explanation().en())
        .contains("counted from dispatch on Tuesday, 10 March 2026 plus " + days + " days.");
  }

  @ParameterizedTest
  @CsvSource({"Asia/Jakarta, HOLDS, WIB", "Asia/Jayapura, FAILS, WIT"})
  void aPolicyCountsTheDaysOfItsOwnTimeZone(String zone, Truth truth, String name) {
    var yaml =
        PolicyForTests.yaml(clause("W", "window", "block", "days: 7", "unit: calendar", BUFFER))
            .replace("collective-leave", "time-zone: " + zone + "\ncollective-leave");
    var policy = PolicyFile.load(yaml).policy().orElseThrow();

    var finding = only(policy, contact(deadPhone(), "2026-03-20T22:30"));

    assertThat(finding.truth()).isEqualTo(truth);
    assertThat(finding.explanation().en()).contains(" 23:59 " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_POWER, 2026-04-12T10:00, HOLDS, true",
    "NO_POWER, 2026-04-13T10:00, FAILS, true",
    "FIRMWARE, 2026-03-16T10:00, HOLDS, false",
  })
  void aWarrantyGivesItsSymptomsLonger(Symptom symptom, String at, Truth truth, boolean applies) {
    var policy =
        policy(
            clause(
                "G",
                "warranty",
                "block",
                "days: 30",
                "unit: calendar",
                BUFFER,
                "symptoms: [no-power, poe-fault]"));
    var facts = with(contact(deadPhone(), at), FactKeys.SYMPTOM, Optional.of(symptom));

    var finding = only(policy, facts);

    assertThat(finding.truth()).isEqualTo(truth);
    assertThat(finding.applies()).isEqualTo(applies);
  }

  @Test
  void aWarrantyIsOpenWhileTheSymptomIsNotKnown() {
    var policy =
        policy(
            clause(
                "G",
                "warranty",
                "block",
                "days: 30",
                "unit: calendar",
                BUFFER,
                "symptoms: [display]"));

    var finding = only(policy, FactKeys.SYMPTOM.set(deadPhone(), Fact.unknown()));

    assertThat(finding.truth()).isEqualTo(Truth.OPEN);
    assertThat(finding.missing()).containsExactly("claim.symptom");
    assertThat(finding.explanation().en())
        .isEqualTo("Whether this clause applies depends on: symptom.");
    assertThat(only(policy, unwantedPhone()).applies()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, HOLDS, '1 unit asked for, 5 at most.'",
    "5, HOLDS, '5 units asked for, 5 at most.'",
    "6, FAILS, '6 units asked for, 5 at most.'",
  })
  void aLimitBoundsTheUnits(int quantity, Truth truth, String words) {
    var policy = policy(clause("L", "limit", "review", "units-max: 5"));

    var finding = only(policy, wanting(deadPhone(), "T31P", 1_000_000, quantity));

    assertThat(finding.truth()).isEqualTo(truth);
    assertThat(finding.explanation().en()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, HOLDS", "1, HOLDS", "2, FAILS", "3, FAILS"})
  void aLimitCountsTheExchangesBeforeThisOne(int before, Truth truth) {
    var policy = policy(clause("L", "limit", "block", "exchanges-max: 2", "within-days: 30"));
    var contactOn = LocalDate.of(2026, 3, 16);
    var days = IntStream.range(0, before).mapToObj(contactOn::minusDays).toList();

    assertThat(only(policy, with(deadPhone(), FactKeys.EXCHANGED_ON, days)).truth())
        .isEqualTo(truth);
    var longAgo = IntStream.range(0, 9).mapToObj(i -> contactOn.minusDays(31L + i)).toList();
    assertThat(only(policy, with(deadPhone(), FactKeys.EXCHANGED_ON, longAgo)).truth())
        .isEqualTo(Truth.HOLDS);
    assertThat(only(policy, deadPhone()).missing()).containsExactly("customer.exchangedOn");
  }

  @ParameterizedTest
  @CsvSource({
    "amount: 25000, 25000, 'The customer pays a fee of Rp25.000.'",
    "percent: 5,    75000, 'The customer pays a fee of 5% × Rp1.500.000 = Rp75.000.'",
  })
  void aFeeIsToldWithItsArithmeticAndWaivedForAFault(String rate, long fee, String words) {
    var policy = policy(clause("F", "fee", "charge", rate, "waived-for: [shop]"));

    var decision = policy.decide(unwantedPhone(), DAYS);
    var free =
        policy.decide(
            found(unwantedPhone(), Fact.known(Fault.SHOP, Source.INSPECTION), Fact.unknown()),
            DAYS);

    assertThat(decision.fee()).isEqualTo(Money.rupiah(fee));
    assertThat(decision.findings().getFirst().explanation().en()).isEqualTo(words);
    assertThat(free.fee().isZero()).isTrue();
    assertThat(free.findings().getFirst().explanation().en()).isEqualTo("No fee.");
  }

  @Test
  void anExclusionMayNameProductsOrOnlyWhatWasActivated() {
    var products = policy(clause("X", "exclusion", "block", "products: [T31P]"));
    var activated =
        policy(clause("X", "exclusion", "block", "categories: [license]", "activated: true"));
    var license = sold(deadPhone(), "License", true);

    assertThat(only(products, deadPhone()).explanation().en())
        .isEqualTo("The product T31P is not exchanged.");
    assertThat(only(activated, deadPhone()).truth()).isEqualTo(Truth.HOLDS);
    assertThat(only(activated, with(license, FactKeys.ACTIVATED, true)).truth())
        .isEqualTo(Truth.FAILS);
    assertThat(only(activated, with(license, FactKeys.ACTIVATED, false)).truth())
        .isEqualTo(Truth.HOLDS);
    assertThat(only(activated, license).missing()).containsExactly("sold.activated");
  }

  @Test
  void whoSendsFirstIsReviewedAndTheHoursAreSaid() {
    var policy =
        policy(
            clause(
                "C",
                "contact",
                "review",
                "channels: [whatsapp]",
                "opens: \"08:30\"",
                "closes: \"16:00\"",
                "answer-hours: 8"));

    var asked = only(policy, with(deadPhone(), FactKeys.SENT_FIRST, false));
    var sent = policy.decide(with(deadPhone(), FactKeys.SENT_FIRST, true), DAYS);

    assertThat(asked.explanation().id())
        .isEqualTo("Senin sampai Jumat, 08.30 sampai 16.00 WIB; dijawab dalam 8 jam layanan.");
    assertThat(sent.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(only(policy, deadPhone()).truth()).isEqualTo(Truth.OPEN);
    assertThat(policy.serviceHours(DAYS).opens()).hasToString("08:30");
  }

  @Test
  void aRefundNamesItsGroundsAndHowManyApprove() {
    var policy = policy(clause("R", "refund", "inform", "grounds: [law]", "approvals: 2"));

    assertThat(only(policy, deadPhone()).explanation())
        .satisfies(
            words -> {
              assertThat(words.en())
                  .isEqualTo(
                      "Money goes back only for a ground given by law, approved by 2 people.");
              assertThat(words.id())
                  .isEqualTo(
                      "Uang kembali hanya untuk alasan menurut undang-undang, disetujui 2 orang.");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'item.category == \"ip-phone\" && item.paid >= 1500000', true",
    "'item.category == \"ip-phone\" && item.paid > 1500000', false",
    "'reason in [\"dead-on-arrival\", \"malfunction\"]', true",
    "'symptom != \"no-power\"', false",
    "'wanted.sku == item.sku', true",
    "'order.orderedOn < \"2026-03-10\"', true",
    "'channel == \"whatsapp\" || item.quantity == 1', true",
    "'!(item.boxed)', false",
    "'item.sku.startsWith(\"T3\") ? true : false', true",
  })
  void aConditionSaysWhomAClauseConcerns(String when, boolean applies) {
    var policy =
        policy(
            clause(
                "X",
                "exclusion",
                "block",
                "categories: [ip-phone]",
                "when: '" + when.replace("'", "''") + "'"));

    var decision = policy.decide(deadPhone(), DAYS);

    assertThat(decision.findings().getFirst().applies()).isEqualTo(applies);
    assertThat(decision.outcome()).isEqualTo(applies ? Outcome.DECLINED : Outcome.AUTHORIZED);
  }

  @Test
  void aConditionThatCannotBeToldYetLeavesTheClauseOpenAndNamesTheFact() {
    var policy =
        policy(
            clause(
                "X",
                "exclusion",
                "block",
                "categories: [ip-phone]",
                "when: channel == \"counter\" && item.quantity == 1"));

    var open = policy.decide(deadPhone(), DAYS);

    assertThat(open.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(open.findings().getFirst().missing()).containsExactly("claim.channel");
    assertThat(open.openings())
        .singleElement()
        .satisfies(
            opening ->
                assertThat(opening.answers())
                    .filteredOn(answer -> answer.outcome() == Outcome.DECLINED)
                    .extracting(Opening.Answer::value)
                    .containsExactly("COUNTER"));
    assertThat(
            policy
                .decide(with(deadPhone(), FactKeys.CHANNEL, ContactChannel.PORTAL), DAYS)
                .outcome())
        .isEqualTo(Outcome.AUTHORIZED);
    assertThat(policy.decide(wanting(deadPhone(), "T31P", 1_000_000, 2), DAYS).outcome())
        .as("what is unknown does not matter where the rest is false")
        .isEqualTo(Outcome.AUTHORIZED);
  }

  @Test
  void aChargeThatMayApplyHoldsNobodyUp() {
    var policy = policy(clause("F", "fee", "charge", "amount: 25000", "when: customer.company"));

    var decision = policy.decide(deadPhone(), DAYS);

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
    assertThat(decision.fee().isZero()).isTrue();
    assertThat(decision.findings().getFirst().truth()).isEqualTo(Truth.OPEN);
  }

  @Test
  void everyFactKeepsTheOthersWhenItIsChanged() {
    var facts = deadPhone();

    assertThat(FactKeys.ALL)
        .allSatisfy(
            key -> {
              assertThat(same(key, facts)).as(key.name()).isEqualTo(facts);
              assertThat(FactKeys.named(key.name())).contains(key);
            });
    assertThat(with(facts, FactKeys.EXCHANGED_ON, List.of()).customer().exchangedOn())
        .isEqualTo(Fact.known(List.of(), Source.SHOP));
  }

  private static <T> ReturnFacts same(FactKey<T> key, ReturnFacts facts) {
    return key.set(facts, key.in().apply(facts));
  }

  @Test
  void photosAreAskedForWhereTheConditionOfTheirClauseIsMetOrMayYetBe() {
    var photos = "photos: {dead-on-arrival: [label, fault]}";
    var always = clause("E1", "evidence", "review", "photos: {dead-on-arrival: [label]}");
    var handsets =
        policy(
            always,
            clause("E2", "evidence", "review", photos, "when: item.category == \"ip-phone\""));
    var couriers =
        policy(
            always, clause("E2", "evidence", "review", photos, "when: order.courier == \"JNE\""));
    var byJne = with(deadPhone(), FactKeys.COURIER, "JNE");
    var byOther = with(deadPhone(), FactKeys.COURIER, "SiCepat");

    assertThat(handsets.photosNeeded(deadPhone())).containsExactly(LABEL, FAULT);
    assertThat(handsets.photosNeeded(sold(deadPhone(), "switch", true))).containsExactly(LABEL);
    assertThat(couriers.photosNeeded(byJne)).containsExactly(LABEL, FAULT);
    assertThat(couriers.photosNeeded(byOther)).containsExactly(LABEL);
    assertThat(couriers.photosNeeded(deadPhone())).containsExactly(LABEL, FAULT);
    assertThat(handsets.photosNeeded(unwantedPhone())).isEmpty();
  }
}
