package io.tukar.policy;

import static io.tukar.policy.ReturnFactsFixture.asReceived;
import static io.tukar.policy.ReturnFactsFixture.condition;
import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static io.tukar.policy.ReturnFactsFixture.facts;
import static io.tukar.policy.ReturnFactsFixture.found;
import static io.tukar.policy.ReturnFactsFixture.photosOf;
import static io.tukar.policy.ReturnFactsFixture.received;
import static io.tukar.policy.ReturnFactsFixture.sold;
import static io.tukar.policy.ReturnFactsFixture.stocked;
import static io.tukar.policy.ReturnFactsFixture.unwantedPhone;
import static io.tukar.policy.ReturnFactsFixture.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.file.PolicyFile;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped policy, clause by clause. */
class DefaultPolicyTest {

  private static final PolicyBook BOOK = PolicyFile.shipped();

  @Test
  void aDeadPhoneToldInTimeWithItsPhotosIsAuthorizedAndTheShopPaysBothWays() {
    var decision = BOOK.judge(deadPhone());

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
    assertThat(decision.payerToShop()).isEqualTo(Payer.SHOP);
    assertThat(decision.payerToCustomer()).isEqualTo(Payer.SHOP);
    assertThat(decision.difference()).isEqualTo(Money.rupiah(0));
    assertThat(decision.missingPhotos()).isEmpty();
    assertThat(decision.findings())
        .extracting(Finding::clause)
        .containsExactly(
            "P1", "P2", "P3", "P4", "P4b", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13",
            "X1", "X2");
  }

  @Test
  void bothReadingsOfTheWindowAreShown() {
    var decision = BOOK.judge(deadPhone());

    assertThat(decision.deadline().map(Deadline::date)).contains(LocalDate.of(2026, 3, 31));
    assertThat(decision.otherReading().map(Deadline::date)).contains(LocalDate.of(2026, 3, 20));
    assertThat(explanationEn(decision, "P2"))
        .contains("ends on Tuesday, 31 March 2026 at 23:59 WIB.")
        .contains("The other reading: 7 calendar days, ends on Friday, 20 March 2026.")
        .endsWith("First contact Monday, 16 March 2026 at 10:15 WIB: in time.");
    assertThat(explanationId(decision, "P2"))
        .contains("berakhir Selasa, 31 Maret 2026 pukul 23.59 WIB.")
        .endsWith("Kontak pertama Senin, 16 Maret 2026 pukul 10.15 WIB: dalam batas waktu.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T23:59:59, AUTHORIZED, in time.",
    "2026-04-01T00:00,    DECLINED,   1 working day late.",
    "2026-04-02T09:00,    DECLINED,   2 working days late.",
    "2026-04-06T09:00,    DECLINED,   3 working days late.",
  })
  void aLateReturnIsDeclinedAndSaysByHowManyWorkingDays(
      String contactAt, Outcome outcome, String conclusion) {
    var decision = BOOK.judge(contact(deadPhone(), contactAt));

    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(explanationEn(decision, "P2")).endsWith(conclusion);
  }

  @Test
  void lateByAWeekendAloneIsSaidInCalendarDays() {
    var dueOnFriday =
        received(deadPhone(), Fact.known(LocalDate.of(2026, 4, 8), Source.ORDER), Optional.empty());

    var decision = BOOK.judge(contact(dueOnFriday, "2026-04-18T11:00"));

    assertThat(decision.deadline().map(Deadline::date)).contains(LocalDate.of(2026, 4, 17));
    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(explanationId(decision, "P2")).endsWith("terlambat 1 hari kalender.");
  }

  @Test
  void aContactAtTheWeekendStopsTheClock() {
    var decision = BOOK.judge(contact(deadPhone(), "2026-03-28T20:00"));

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
  }

  @Test
  void withoutAnyDateOfReceiptAPersonLooksAtIt() {
    var decision = BOOK.judge(received(deadPhone(), Fact.unknown(), Optional.empty()));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(decision.deadline()).isEmpty();
    assertThat(finding(decision, "P2").truth()).isEqualTo(Truth.OPEN);
    assertThat(finding(decision, "P2").missing()).containsExactly("sold.receivedOn");
  }

  @Test
  void withoutProofTheCustomersDateOfReceiptCounts() {
    var stated =
        received(
            deadPhone(), Fact.known(LocalDate.of(2026, 3, 14), Source.CLAIM), Optional.empty());

    var decision = BOOK.judge(stated);

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
    assertThat(decision.deadline().orElseThrow().received()).isEqualTo(LocalDate.of(2026, 3, 14));
    assertThat(finding(decision, "P2").inputs())
        .contains(new Finding.Input("sold.receivedOn", "2026-03-14", Source.CLAIM));
  }

  @Test
  void withoutEitherTheDayOfDispatchPlusABufferCounts() {
    var sent = received(deadPhone(), Fact.unknown(), Optional.of(LocalDate.of(2026, 3, 10)));

    var decision = BOOK.judge(sent);

    assertThat(decision.deadline().orElseThrow().received()).isEqualTo(LocalDate.of(2026, 3, 17));
    assertThat(explanationEn(decision, "P2"))
        .startsWith(
            "The day of receipt is unknown; counted from dispatch on Tuesday, 10 March 2026 plus"
                + " 7 days.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-17, CLAIM, REVIEW", // stated, and after the contact
    "2026-03-08, CLAIM, REVIEW", // before the order
    "2026-03-08, ORDER, REVIEW",
    "2026-03-17, ORDER, AUTHORIZED", // delivered after the first call
  })
  void aDateOfReceiptThatMakesNoSenseIsLookedAt(
      LocalDate receivedOn, Source source, Outcome outcome) {
    var decision =
        BOOK.judge(received(deadPhone(), Fact.known(receivedOn, source), Optional.empty()));

    assertThat(decision.outcome()).isEqualTo(outcome);
  }

  @Test
  void nobodyIsDeclinedOnADeadlineThatADecreeCanStillMove() {
    var old =
        received(
            deadPhone(), Fact.known(LocalDate.of(2027, 12, 28), Source.ORDER), Optional.empty());

    var decision = BOOK.judge(contact(old, "2028-02-01T09:00"));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(finding(decision, "P2").missing()).containsExactly("decree.2028");
  }

  @Test
  void anOpenedBoxIsNoGroundForRefusalWhereTheShopIsAtFault() {
    var opened = facts(ReturnReason.MALFUNCTION, condition(false, true, true, true));

    var decision = BOOK.judge(opened);

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
    assertThat(finding(decision, "P4").applies()).isFalse();
  }

  @Test
  void aSealedPhoneNobodyWantsIsAuthorizedAndTheCustomerPaysBothWays() {
    var decision = BOOK.judge(unwantedPhone());

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
    assertThat(decision.payerToShop()).isEqualTo(Payer.CUSTOMER);
    assertThat(decision.payerToCustomer()).isEqualTo(Payer.CUSTOMER);
  }

  @ParameterizedTest
  @CsvSource({
    "false, true,  true,  true",
    "true,  false, true,  true",
    "true,  true,  false, true",
    "true,  true,  true,  false",
  })
  void aChangeOfMindNeedsTheGoodsAsReceived(
      boolean seal, boolean clean, boolean complete, boolean serial) {
    var decision =
        BOOK.judge(facts(ReturnReason.CHANGED_MIND, condition(seal, clean, complete, serial)));

    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(finding(decision, "P4").truth()).isEqualTo(Truth.FAILS);
  }

  @Test
  void aChangeOfMindWithoutAWordAboutTheSealIsLookedAt() {
    var decision = BOOK.judge(facts(ReturnReason.CHANGED_MIND, ReturnFacts.Condition.UNKNOWN));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(finding(decision, "P4").missing()).contains("condition.sealIntact");
  }

  @Test
  void goodsThatCameWithoutABoxNeedNoSealAndNoPictureOfIt() {
    var unboxed = sold(unwantedPhone(), "ip-phone", false).withPhotos(Set.of());
    var openedUnboxed =
        unboxed.withCondition(condition(false, true, true, true)).withPhotos(Set.of());

    assertThat(BOOK.judge(unboxed).missingPhotos())
        .containsExactly(PhotoSlot.LABEL, PhotoSlot.UNIT);
    assertThat(finding(BOOK.judge(openedUnboxed), "P4").truth()).isEqualTo(Truth.HOLDS);
  }

  @ParameterizedTest
  @CsvSource({
    "DEAD_ON_ARRIVAL, false, true,  REVIEW",
    "DEAD_ON_ARRIVAL, true,  false, REVIEW",
    "INCOMPLETE,      false, true,  AUTHORIZED",
    "WRONG_ITEM,      true,  false, AUTHORIZED",
    "WRONG_ITEM,      false, true,  REVIEW",
  })
  void whatAReasonMakesSenselessIsNotRequired(
      ReturnReason reason, boolean complete, boolean serial, Outcome outcome) {
    var decision = BOOK.judge(facts(reason, condition(false, false, complete, serial)));

    assertThat(decision.outcome()).isEqualTo(outcome);
  }

  @Test
  void noFaultFoundNeedsARetestAndAWordAndLeavesTheShippingOpen() {
    var decision =
        BOOK.judge(found(deadPhone(), Fact.unknown(), Fact.known(false, Source.INSPECTION)));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(finding(decision, "P4b").askedOf()).isEqualTo(AskedOf.SHOP);
    assertThat(decision.payerToShop()).isEqualTo(Payer.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "DEAD_ON_ARRIVAL, SHOP,         SHOP",
    "DEAD_ON_ARRIVAL, UNDETERMINED, SHOP",
    "DEAD_ON_ARRIVAL, COURIER,      SHOP",
    "DEAD_ON_ARRIVAL, CUSTOMER,     CUSTOMER",
    "CHANGED_MIND,    SHOP,         SHOP",
    "CHANGED_MIND,    UNDETERMINED, CUSTOMER",
    "CHANGED_MIND,    CUSTOMER,     CUSTOMER",
  })
  void theShippingFollowsTheFaultThatWasFound(ReturnReason reason, Fault fault, Payer payer) {
    var decision =
        BOOK.judge(
            found(
                facts(reason, asReceived()),
                Fact.known(fault, Source.INSPECTION),
                Fact.known(true, Source.INSPECTION)));

    assertThat(decision.payerToShop()).isEqualTo(payer);
    assertThat(decision.payerToCustomer()).isEqualTo(payer);
  }

  @Test
  void damageOnTheCustomersSideIsLookedAtByAPerson() {
    var decision =
        BOOK.judge(
            found(deadPhone(), Fact.known(Fault.CUSTOMER, Source.INSPECTION), Fact.unknown()));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(finding(decision, "P12").truth()).isEqualTo(Truth.FAILS);
  }

  @Test
  void anEmptyShelfIsSaidAndHoldsNobodyUp() {
    var decision = BOOK.judge(stocked(deadPhone(), Fact.known(false, Source.SHOP)));

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
    assertThat(finding(decision, "P5").truth()).isEqualTo(Truth.FAILS);
    assertThat(BOOK.judge(stocked(deadPhone(), Fact.unknown())).outcome())
        .isEqualTo(Outcome.AUTHORIZED);
  }

  @ParameterizedTest
  @CsvSource({
    "T31P, 1550000, 1, 0,       Same model: no difference.",
    "T33G, 1850000, 1, 350000,  'New price Rp1.850.000, paid Rp1.500.000: the customer pays Rp350.000 by bank transfer.'",
    "T30,  1234567, 1, -265433, 'New price Rp1.234.567, paid Rp1.500.000: the shop pays back Rp265.433 by bank transfer.'",
    "T33G, 1850000, 2, 700000,  'New price 2 × Rp1.850.000 = Rp3.700.000, paid 2 × Rp1.500.000 = Rp3.000.000: the customer pays Rp700.000 by bank transfer.'",
    "T33G, 1500000, 3, 0,       'New price 3 × Rp1.500.000 = Rp4.500.000, paid 3 × Rp1.500.000 = Rp4.500.000: no difference.'",
  })
  void theDifferenceIsThePriceOfTheNewAgainstWhatWasPaid(
      String sku, long price, int quantity, long difference, String explanation) {
    var decision = BOOK.judge(wanting(deadPhone(), sku, price, quantity));

    assertThat(decision.difference()).isEqualTo(Money.rupiah(difference));
    assertThat(explanationEn(decision, "P6")).isEqualTo(explanation);
    assertThat(decision.outcome()).isEqualTo(Outcome.AUTHORIZED);
  }

  @ParameterizedTest
  @EnumSource
  void theMissingPhotosOfAReasonAreAskedForByName(ReturnReason reason) {
    var decision = BOOK.judge(facts(reason, asReceived()).withPhotos(Set.of()));

    assertThat(decision.outcome()).isEqualTo(Outcome.NEEDS_EVIDENCE);
    assertThat(decision.missingPhotos()).hasSameElementsAs(photosOf(reason)).isSorted();
    assertThat(BOOK.inForce(LocalDate.of(2026, 3, 9)).photosNeeded(facts(reason, asReceived())))
        .containsExactlyElementsOf(photosOf(reason));
    assertThat(
            BOOK.judge(facts(reason, asReceived()).withPhotos(EnumSet.copyOf(photosOf(reason))))
                .outcome())
        .isEqualTo(Outcome.AUTHORIZED);
  }

  @Test
  void onePhotoShortIsAskedForInWords() {
    var decision =
        BOOK.judge(deadPhone().withPhotos(Set.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX)));

    assertThat(explanationId(decision, "P10")).isEqualTo("Foto yang masih kurang: kerusakannya.");
    assertThat(finding(decision, "P10").missing()).containsExactly("claim.photos.FAULT");
  }

  @Test
  void aLateReturnWithoutPhotosIsDeclinedAndNotAskedForMore() {
    var decision = BOOK.judge(contact(deadPhone(), "2026-05-04T09:00").withPhotos(Set.of()));

    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINED);
  }

  @ParameterizedTest
  @CsvSource({
    "CHANGED_MIND,    license,   DECLINED",
    "CHANGED_MIND,    ' Service', DECLINED",
    "DEAD_ON_ARRIVAL, license,   REVIEW",
    "DEAD_ON_ARRIVAL, gateway,   AUTHORIZED",
  })
  void licencesAndServicesAreNotExchangedForAChangeOfMind(
      ReturnReason reason, String category, Outcome outcome) {
    var decision = BOOK.judge(sold(facts(reason, asReceived()), category, true));

    assertThat(decision.outcome()).isEqualTo(outcome);
  }

  @Test
  void thePackingFollowsHowItWasSold() {
    assertThat(explanationEn(BOOK.judge(deadPhone()), "P11")).startsWith("Pack it in its product");
    assertThat(explanationEn(BOOK.judge(sold(deadPhone(), "headset", false)), "P11"))
        .startsWith("Wrap it in bubble wrap");
  }

  private static Finding finding(Decision decision, String clause) {
    return decision.finding(clause).orElseThrow();
  }

  private static String explanationEn(Decision decision, String clause) {
    return finding(decision, clause).explanation().en();
  }

  private static String explanationId(Decision decision, String clause) {
    return finding(decision, clause).explanation().id();
  }
}
