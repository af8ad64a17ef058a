package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import io.tukar.shipping.Shipments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replacement first: by a manager's word, and the customer's goods after it. */
@TukarTest
class AdvanceTest {

  private static final Instant NOW = Cases.MONDAY;
  private static final Actor MANAGER = new Actor.Staff(1, Role.MANAGER);
  private static final Actor AGENT = new Actor.Staff(2, Role.AGENT);
  private static final String WHY = "Kantor pelanggan berhenti tanpa unit ini";

  @Autowired private JdbcClient jdbc;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Shipments shipments;
  @Autowired private Clockwork clockwork;
  @Autowired private ShipReminders reminders;
  @Autowired private Worklist worklist;
  @Autowired private Verification verification;

  private Cases cases;
  private ShopFixture shop;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @AfterEach
  void everythingStillAddsUp() {
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void theReplacementLeavesFirstAndTheGoodsAreStillAwaited() {
    var rma = authorized(1);
    assertThat(refused(send(rma, 1, NOW))).containsExactly("advance-not-allowed");

    var allowed = done(desk.allowAdvance(latest(rma), WHY, null, NOW, MANAGER));
    assertThat(allowed.turn()).isEqualTo(Turn.SHOP);
    assertThat(queued(Queue.TO_DISPATCH, NOW)).contains(rma.id());

    var sent = done(send(rma, 1, NOW));
    assertThat(sent.status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(sent.turn()).isEqualTo(Turn.CUSTOMER);
    assertThat(sent.lines().getFirst().goods()).isEqualTo(Goods.SHIPPED);
    assertThat(sent.shipBy()).isAfter(Objects.requireNonNull(rma.shipBy()));
    assertThat(letters(rma)).endsWith("ADVANCE_ALLOWED", "SENT_AHEAD");
    assertThat(queued(Queue.TO_DISPATCH, NOW)).doesNotContain(rma.id());

    done(desk.receive(latest(rma), List.of(), NOW, MANAGER));
    done(desk.inspect(latest(rma), List.of(asClaimed()), NOW, MANAGER));
    var settled = done(desk.settle(latest(rma), ShippingCosts.NONE, NOW, MANAGER));
    assertThat(settled.status()).isEqualTo(RmaStatus.DISPATCHED);
    assertThat(settled.lines().getFirst().state()).isEqualTo(LineState.EXCHANGED);
    assertThat(done(desk.close(latest(rma), NOW, AGENT)).status()).isEqualTo(RmaStatus.CLOSED);
  }

  @Test
  void onlyAManagerAllowsItInWritingAndOnce() {
    var rma = authorized(1);
    assertThat(refused(desk.allowAdvance(latest(rma), WHY, null, NOW, AGENT)))
        .containsExactly("manager-needed");
    assertThat(refused(desk.allowAdvance(latest(rma), " ", null, NOW, MANAGER)))
        .containsExactly("reason-needed");
    done(desk.allowAdvance(latest(rma), WHY, null, NOW, MANAGER));
    assertThat(refused(desk.allowAdvance(latest(rma), WHY, null, NOW, MANAGER)))
        .containsExactly("advance-allowed-already");
  }

  @Test
  void aDearerReplacementIsPaidBeforeItLeaves() {
    var sku = Cases.freshSku();
    var dearer = Cases.freshSku();
    shop.product(sku, 1_500_000, 1);
    shop.product(dearer, 2_500_000, 1);
    var order = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 1_400_000));
    var rma = done(desk.open(cases.dead(order, 1, new Sku(dearer)), NOW, new Actor.Customer(1)));

    assertThat(refused(desk.allowAdvance(latest(rma), WHY, null, NOW, MANAGER)))
        .containsExactly("advance-dearer");
  }

  @Test
  void nothingIsAllowedWhileNoReplacementIsThere() {
    assertThat(refused(desk.allowAdvance(latest(authorized(0)), WHY, null, NOW, MANAGER)))
        .containsExactly("advance-nothing-held");
  }

  @Test
  void aCaseDoesNotEndWhileTheCustomerHasBoth() {
    var rma = sentAhead();
    assertThat(refused(desk.cancel(latest(rma), NOW, AGENT))).containsExactly("sent-ahead");

    clockwork.expire(NOW.plus(Duration.ofDays(60)), () -> false);

    assertThat(status(rma)).isEqualTo("AUTHORIZED");
    assertThat(queued(Queue.GOODS_NEVER_CAME, NOW)).doesNotContain(rma.id());
    assertThat(queued(Queue.GOODS_NEVER_CAME, NOW.plus(Duration.ofDays(60)))).contains(rma.id());
  }

  @Test
  void theCustomerIsRemindedOfTheGoodsOnceTheReplacementLeft() {
    var first = authorized(1);
    done(desk.allowAdvance(latest(first), WHY, null, NOW, MANAGER));
    reminders.remind(Objects.requireNonNull(first.dueAt()).minus(Duration.ofHours(2)), () -> false);
    assertThat(letters(first)).as("nothing is to be sent yet").endsWith("ADVANCE_ALLOWED");

    var rma = sentAhead();
    var due = Objects.requireNonNull(rma.dueAt());

    reminders.remind(due.minus(Duration.ofDays(8)), () -> false);
    assertThat(letters(rma)).doesNotContain("GOODS_AWAITED");

    reminders.remind(due.minus(Duration.ofHours(2)), () -> false);
    reminders.remind(due.minus(Duration.ofHours(1)), () -> false);
    assertThat(letters(rma)).containsOnlyOnce("GOODS_AWAITED");
  }

  @Test
  void goodsThatNeverCameAreChargedAndAreTheCustomersAgain() {
    var rma = sentAhead();
    var due = Objects.requireNonNull(rma.dueAt());
    var after = due.plus(Duration.ofDays(1));
    assertThat(refused(giveUp(rma, Unreturned.CHARGED, due.minus(Duration.ofDays(1)))))
        .containsExactly("goods-not-due");

    var charged = done(giveUp(rma, Unreturned.CHARGED, after));

    assertThat(charged.status()).isEqualTo(RmaStatus.DISPATCHED);
    assertThat(charged.lines().getFirst().state()).isEqualTo(LineState.WITHDRAWN);
    assertThat(charged.balance()).isEqualTo(Money.rupiah(1_500_000));
    assertThat(letters(rma)).endsWith("REPLACEMENT_CHARGED");
    assertThat(queued(Queue.TO_PAY_IN, after)).contains(rma.id());

    done(
        desk.paidIn(
            latest(rma), Money.rupiah(1_500_000), "BCA " + rma.requestNumber(), after, MANAGER));
    assertThat(done(desk.close(latest(rma), after, AGENT)).status()).isEqualTo(RmaStatus.CLOSED);
  }

  @Test
  void goodsThatNeverCameMayBeLetGoAndCannotBeExchangedAgain() {
    var rma = sentAhead();
    var after = Objects.requireNonNull(rma.dueAt()).plus(Duration.ofDays(1));

    var gone = done(giveUp(rma, Unreturned.LET_GO, after));

    assertThat(gone.balance()).isEqualTo(Money.rupiah(0));
    assertThat(gone.lines().getFirst().state()).isEqualTo(LineState.EXCHANGED);
    assertThat(
            jdbc.sql("select claimed from sold_item where id = ?")
                .param(gone.lines().getFirst().soldItemId())
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(done(desk.close(latest(rma), after, AGENT)).status()).isEqualTo(RmaStatus.CLOSED);
  }

  @Test
  void aRefusalAfterTheReplacementLeftChargesItAndSendsTheGoodsBack() {
    var rma = sentAhead();
    done(desk.receive(latest(rma), List.of(), NOW, MANAGER));
    var refused =
        done(
            desk.inspect(
                latest(rma),
                List.of(
                    new LineInspection(
                        1,
                        new Seen(null, true, true, true, List.of()),
                        Verdict.CUSTOMER_DAMAGE,
                        Fault.CUSTOMER,
                        Disposition.SEND_BACK,
                        false,
                        "Terkena air")),
                NOW,
                MANAGER));
    assertThat(refused.lines().getFirst().state()).isEqualTo(LineState.REFUSED);
    assertThat(refused.lines().getFirst().goods()).isEqualTo(Goods.SHIPPED);

    var settled = done(desk.settle(latest(rma), ShippingCosts.NONE, NOW, MANAGER));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(1_500_000));

    var contested =
        done(desk.contest(latest(rma), List.of(1), Contest.OBJECTION, "Bukan saya", NOW, AGENT));
    assertThat(contested.balance()).isEqualTo(Money.rupiah(0));
    assertThat(contested.lines().getFirst().goods()).isEqualTo(Goods.SHIPPED);
  }

  @Test
  void aReplacementThatIsLostOnItsWayIsSentAheadOnceMore() {
    var rma = authorized(2);
    done(desk.allowAdvance(latest(rma), WHY, null, NOW, MANAGER));
    done(send(rma, 1, NOW));
    var parcel = shipments.of(rma.id()).getLast().id();

    var again =
        done(
            desk.parcelLost(
                latest(rma), parcel, LostRemedy.SEND_AGAIN, "Kata kurir hilang", NOW, AGENT));

    assertThat(again.status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(again.toSendAhead()).isTrue();
    assertThat(done(send(rma, 2, NOW)).lines().getFirst().goods()).isEqualTo(Goods.SHIPPED);
  }

  @Test
  void againstADepositTheReplacementLeavesOnceItIsPaidAndItIsGivenBackWithTheSettlement() {
    var rma = authorized(1);
    assertThat(refused(allow(rma, 0))).containsExactly("amount-not-positive");
    assertThat(refused(allow(rma, 1_500_001))).containsExactly("deposit-too-high");

    var asked = done(allow(rma, 1_000_000));
    assertThat(asked.balance()).isEqualTo(Money.rupiah(1_000_000));
    assertThat(asked.turn()).isEqualTo(Turn.CUSTOMER);
    assertThat(letters(rma)).endsWith("DEPOSIT_ASKED");
    assertThat(queued(Queue.TO_PAY_IN, NOW)).contains(rma.id());
    assertThat(queued(Queue.TO_DISPATCH, NOW)).doesNotContain(rma.id());
    assertThat(refused(send(rma, 1, NOW))).containsExactly("unpaid");

    var paid = pay(rma, 1_000_000);
    assertThat(paid.status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(paid.turn()).isEqualTo(Turn.SHOP);
    assertThat(queued(Queue.TO_DISPATCH, NOW)).contains(rma.id());
    done(send(rma, 1, NOW));
    done(desk.receive(latest(rma), List.of(), NOW, MANAGER));
    done(desk.inspect(latest(rma), List.of(asClaimed()), NOW, MANAGER));
    assertThat(done(desk.previewSettlement(rma.id(), ShippingCosts.NONE)).customerOwes())
        .isEqualTo(Money.rupiah(-1_000_000));
    var settled = done(desk.settle(latest(rma), ShippingCosts.NONE, NOW, MANAGER));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(-1_000_000));
    assertThat(queued(Queue.TO_PAY_OUT, NOW)).contains(rma.id());
    assertThat(refused(desk.close(latest(rma), NOW, AGENT))).containsExactly("balance-open");

    var paidBack =
        done(
            desk.paidOut(
                latest(rma),
                Money.rupiah(1_000_000),
                "KEMBALI " + rma.requestNumber(),
                NOW,
                MANAGER));
    assertThat(paidBack.balance()).isEqualTo(Money.rupiah(0));
    assertThat(done(desk.close(latest(rma), NOW, AGENT)).status()).isEqualTo(RmaStatus.CLOSED);
  }

  @Test
  void aDepositIsTakenFromWhatIsOwedForGoodsThatNeverCame() {
    var rma = authorized(1);
    done(allow(rma, 1_000_000));
    pay(rma, 1_000_000);
    var sent = done(send(rma, 1, NOW));
    var after = Objects.requireNonNull(sent.dueAt()).plus(Duration.ofDays(1));

    assertThat(done(giveUp(rma, Unreturned.CHARGED, after)).balance())
        .isEqualTo(Money.rupiah(500_000));
    assertThat(letters(rma)).endsWith("REPLACEMENT_CHARGED");
  }

  @Test
  void whatIsLetGoGivesTheDepositBack() {
    var rma = authorized(1);
    done(allow(rma, 400_000));
    pay(rma, 400_000);
    var sent = done(send(rma, 1, NOW));
    var after = Objects.requireNonNull(sent.dueAt()).plus(Duration.ofDays(1));

    assertThat(done(giveUp(rma, Unreturned.LET_GO, after)).balance())
        .isEqualTo(Money.rupiah(-400_000));
  }

  @Test
  void withoutTheDepositTheCaseGoesOnAsUsualOrEnds() {
    var first = authorized(1);
    done(allow(first, 400_000));
    assertThat(done(desk.cancel(latest(first), NOW, AGENT)).balance()).isEqualTo(Money.rupiah(0));

    var second = authorized(1);
    done(allow(second, 400_000));
    done(desk.receive(latest(second), List.of(), NOW, MANAGER));
    done(desk.inspect(latest(second), List.of(asClaimed()), NOW, MANAGER));
    assertThat(done(desk.settle(latest(second), ShippingCosts.NONE, NOW, MANAGER)).balance())
        .as("who sent the goods owes no deposit")
        .isEqualTo(Money.rupiah(0));

    var third = authorized(1);
    done(allow(third, 400_000));
    assertThat(refused(desk.withdrawAdvance(latest(third), WHY, NOW, AGENT)))
        .containsExactly("manager-needed");
    var back = done(desk.withdrawAdvance(latest(third), WHY, NOW, MANAGER));
    assertThat(back.balance()).isEqualTo(Money.rupiah(0));
    assertThat(back.advance()).isFalse();
    assertThat(back.shipBy()).isAfterOrEqualTo(Objects.requireNonNull(third.shipBy()));
    assertThat(letters(third)).endsWith("ADVANCE_WITHDRAWN");
    assertThat(refused(desk.withdrawAdvance(latest(third), WHY, NOW, MANAGER)))
        .containsExactly("advance-not-allowed-yet");
  }

  @Test
  void aDepositThatWasPaidIsPaidBackBeforeTheCaseEnds() {
    var rma = authorized(1);
    done(allow(rma, 400_000));
    pay(rma, 400_000);
    done(desk.withdrawAdvance(latest(rma), WHY, NOW, MANAGER));
    assertThat(refused(desk.cancel(latest(rma), NOW, AGENT))).containsExactly("balance-open");
    clockwork.expire(NOW.plus(Duration.ofDays(60)), () -> false);
    assertThat(status(rma)).isEqualTo("AUTHORIZED");

    done(
        desk.paidOut(
            latest(rma), Money.rupiah(400_000), "BALIK " + rma.requestNumber(), NOW, MANAGER));
    assertThat(done(desk.cancel(latest(rma), NOW, AGENT)).status()).isEqualTo(RmaStatus.CANCELLED);
  }

  private Answer<Rma> allow(Rma rma, long deposit) {
    return desk.allowAdvance(latest(rma), WHY, Money.rupiah(deposit), NOW, MANAGER);
  }

  private Rma pay(Rma rma, long amount) {
    return done(
        desk.paidIn(
            latest(rma), Money.rupiah(amount), "JAMIN " + rma.requestNumber(), NOW, MANAGER));
  }

  private Rma authorized(int stock) {
    var sku = Cases.freshSku();
    shop.product(sku, 1_500_000, stock);
    var order = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 1_400_000));
    return done(desk.open(cases.dead(order, 1, new Sku(sku)), NOW, new Actor.Customer(1)));
  }

  private Rma sentAhead() {
    var rma = authorized(1);
    done(desk.allowAdvance(latest(rma), WHY, null, NOW, MANAGER));
    return done(send(rma, 1, NOW));
  }

  private Answer<Rma> send(Rma rma, int unit, Instant at) {
    var serial = ShopFixture.serial(rma.lines().getFirst().wantedSku().value(), unit);
    return desk.dispatch(
        latest(rma),
        new Parcel(Courier.JNE, new WaybillNumber("OUT" + unit + rma.requestNumber().value())),
        List.of(new LineDispatch(1, List.of(serial))),
        at,
        MANAGER);
  }

  private Answer<Rma> giveUp(Rma rma, Unreturned how, Instant at) {
    return desk.giveUp(latest(rma), List.of(1), how, "Tiga kali ditelepon", at, MANAGER);
  }

  private static LineInspection asClaimed() {
    return Cases.asClaimed(1, Disposition.VENDOR_RMA);
  }

  private static CaseRef latest(Rma rma) {
    return CaseRef.latest(rma.id());
  }

  private List<Long> queued(Queue queue, Instant at) {
    return worklist.page(queue, null, 50, at).stream().map(WorkRow::id).toList();
  }

  private String status(Rma rma) {
    return jdbc.sql("select status from rma where id = ?")
        .param(rma.id())
        .query(String.class)
        .single();
  }

  private List<String> letters(Rma rma) {
    return jdbc.sql("select template from outbox where rma_id = ? order by id")
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static List<String> refused(Answer<Rma> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<Rma>) answer).reasons().stream().map(Refusal::code).toList();
  }
}
