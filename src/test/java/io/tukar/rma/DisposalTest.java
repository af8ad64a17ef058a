package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goods nobody claimed leave the books by two people's word, and never before their last day. */
@TukarTest
@FreshDatabase
class DisposalTest {

  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Actor INSPECTOR = new Actor.Staff(1, Role.INSPECTOR);
  private static final Actor EKA = new Actor.Staff(2, Role.MANAGER);
  private static final Actor FAJAR = new Actor.Staff(3, Role.MANAGER);
  private static final DisposalDesk.Proposed RECYCLED =
      new DisposalDesk.Proposed(Disposal.Way.RECYCLE, "Rusak, tidak dijawab", "");

  @Autowired private ExchangeDesk desk;
  @Autowired private LeftoverDesk goods;
  @Autowired private DisposalDesk disposal;
  @Autowired private Disposals disposals;
  @Autowired private Leftovers leftovers;
  @Autowired private LeftoverReminders reminders;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @Test
  void nothingIsProposedBeforeTheLastDayHasPassedNorWithoutTheLastReminder() {
    var kept = begun(1, "");
    var midnight = midnightAfter(kept);
    assertThat(code(disposal.propose(kept.id(), RECYCLED, midnight, INSPECTOR)))
        .isEqualTo("leftover-not-reminded");
    remind(kept);
    assertThat(code(disposal.propose(kept.id(), RECYCLED, midnight.minusSeconds(1), INSPECTOR)))
        .isEqualTo("leftover-still-kept");
    done(disposal.propose(kept.id(), RECYCLED, midnight, INSPECTOR));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aManagerWhoIsAnotherPersonApprovesOnceAndTheGoodsLeaveTheBooks() {
    var kept = due(2, "");
    var at = midnightAfter(kept);
    var sku = rma(kept).lines().getFirst().sku();
    var proposal = done(disposal.propose(kept.id(), RECYCLED, at, EKA));
    assertThat(done(disposal.propose(kept.id(), RECYCLED, at, EKA)).id()).isEqualTo(proposal.id());
    assertThat(code(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR)))
        .isEqualTo("disposal-proposed-already");
    assertThat(code(disposal.approve(proposal.id(), at, EKA))).isEqualTo("disposal-by-another");
    assertThat(code(disposal.approve(proposal.id(), at, INSPECTOR))).isEqualTo("manager-needed");
    assertThat(lies(sku, "QUARANTINE")).isEqualTo(2);

    for (int said = 0; said < 2; said++) {
      var decided = done(disposal.approve(proposal.id(), at, FAJAR)).decided();
      assertThat(Objects.requireNonNull(decided).outcome()).isEqualTo(Disposal.Outcome.APPROVED);
    }
    assertThat(lies(sku, "QUARANTINE")).isZero();
    assertThat(lies(sku, "SCRAP")).isEqualTo(2);
    assertThat(rma(kept).lines().getFirst().state()).isEqualTo(LineState.DISPOSED);
    assertThat(rma(kept).status()).isEqualTo(RmaStatus.DISPATCHED);
    assertThat(said(kept)).containsOnlyOnce("GOODS_DISPOSED");
    assertThat(code(goods.asked(kept.id(), "", at, CUSTOMER))).isEqualTo("leftover-ended");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aUnitKnownByItsSerialGoesByItselfAndOnesOwnOnlyWithConsent() {
    var kept = due(1, "SN-LEFT-1");
    var at = midnightAfter(kept);
    var keep = new DisposalDesk.Proposed(Disposal.Way.KEEP, "Masih bagus", " ");
    assertThat(code(disposal.propose(kept.id(), keep, at, INSPECTOR))).isEqualTo("consent-needed");
    var allowed = new DisposalDesk.Proposed(Disposal.Way.KEEP, "Masih bagus", "E-mail 3 April");
    var proposal = done(disposal.propose(kept.id(), allowed, at, INSPECTOR));
    done(disposal.approve(proposal.id(), at, EKA));
    var sku = rma(kept).lines().getFirst().sku();
    assertThat(
            jdbc.sql("select place from unit where sku = ? and serial = 'SN-LEFT-1'")
                .param(sku.value())
                .query(String.class)
                .single())
        .isEqualTo("OPEN_BOX");
    assertThat(lies(sku, "OPEN_BOX")).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void theOwnerCanAskUntilTheApproval() {
    var kept = due(1, "");
    var at = midnightAfter(kept);
    var proposal = done(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR));
    done(goods.asked(kept.id(), "Saya ambil besok", at, CUSTOMER));
    assertThat(code(disposal.approve(proposal.id(), at, EKA))).isEqualTo("disposal-decided");
    var lapsed = Objects.requireNonNull(disposals.find(proposal.id()).orElseThrow().decided());
    assertThat(lapsed.outcome()).isEqualTo(Disposal.Outcome.OVERTAKEN);
    assertThat(lapsed.by()).isEqualTo(CUSTOMER.reference());
    assertThat(rma(kept).lines().getFirst().state()).isEqualTo(LineState.REFUSED);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anObjectionOvertakesTheProposal() {
    var kept = due(1, "");
    var at = midnightAfter(kept);
    var proposal = done(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR));
    var ref = CaseRef.latest(Objects.requireNonNull(kept.rmaId()));
    done(desk.contest(ref, List.of(1), Contest.OBJECTION, "Bukan saya", at, CUSTOMER));
    assertThat(code(disposal.approve(proposal.id(), at, EKA))).isEqualTo("disposal-decided");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsRejectedCanBeProposedAnew() {
    var kept = due(1, "");
    var at = midnightAfter(kept);
    var first = done(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR));
    assertThat(code(disposal.reject(first.id(), " ", at, EKA))).isEqualTo("reason-needed");
    assertThat(code(disposal.reject(first.id(), "Tunggu", at, INSPECTOR)))
        .isEqualTo("manager-needed");
    done(disposal.reject(first.id(), "Telepon dulu", at, EKA));
    done(disposal.reject(first.id(), "Telepon dulu", at, FAJAR));
    assertThat(code(disposal.approve(first.id(), at, FAJAR))).isEqualTo("disposal-decided");
    var second = done(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(code(disposal.approve(999_999, at, EKA))).isEqualTo("no-such-disposal");
  }

  @Test
  void twoManagersAtOnceApproveOnceAndTwoInspectorsProposeOnce() throws Exception {
    var kept = due(1, "");
    var at = midnightAfter(kept);
    var proposals = together(() -> disposal.propose(kept.id(), RECYCLED, at, INSPECTOR));
    assertThat(proposals.stream().map(one -> done(one).id()).distinct()).hasSize(1);
    var id = done(proposals.getFirst()).id();
    var approvals = together(() -> disposal.approve(id, at, EKA));
    assertThat(approvals).allSatisfy(one -> assertThat(one).isInstanceOf(Answer.Done.class));
    var sku = rma(kept).lines().getFirst().sku();
    assertThat(lies(sku, "SCRAP")).isEqualTo(1);
    assertThat(said(kept)).containsOnlyOnce("GOODS_DISPOSED");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anApprovalAndTheOwnersWordAtOnceAreOneOfThem() throws Exception {
    var kept = due(1, "");
    var at = midnightAfter(kept);
    var id = done(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR)).id();
    var turn = new AtomicInteger();
    var answers =
        together(
            () ->
                turn.getAndIncrement() % 2 == 0
                    ? disposal.approve(id, at, EKA)
                    : goods.asked(kept.id(), "", at, CUSTOMER));
    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(2);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aWayBackNobodyGoesIsNotOwed() {
    var rma = settled(refused(1, ""), new ShippingCosts(null, Money.rupiah(30_000)));
    assertThat(rma.balance()).isEqualTo(Money.rupiah(30_000));
    reminders.remind(Objects.requireNonNull(rma.dueAt()), () -> false);
    var kept = leftovers.kept(rma.id(), 1).orElseThrow();
    remind(kept);
    var at = midnightAfter(kept);
    var id = done(disposal.propose(kept.id(), RECYCLED, at, INSPECTOR)).id();
    done(disposal.approve(id, at, EKA));
    assertThat(rma(kept).balance()).isEqualTo(Money.rupiah(0));
    var closed = done(desk.close(CaseRef.latest(rma.id()), at, EKA));
    assertThat(closed.status()).isEqualTo(RmaStatus.CLOSED);
    assertThat(verification.run().broken()).isEmpty();
  }

  private static <T> List<T> together(Callable<T> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var running = new ArrayList<Future<T>>();
      for (int n = 0; n < 4; n++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  private void remind(Leftover kept) {
    var noon = kept.keepUntil().minusDays(7).atTime(12, 0).atZone(WorkingCalendar.SHOP_ZONE);
    reminders.remind(noon.toInstant(), () -> false);
  }

  private static Instant midnightAfter(Leftover kept) {
    return kept.keepUntil().plusDays(1).atStartOfDay(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  /** Counted, and reminded of for the last time. */
  private Leftover due(int quantity, String serial) {
    var kept = begun(quantity, serial);
    remind(kept);
    return kept;
  }

  private Leftover begun(int quantity, String serial) {
    var rma = settled(refused(quantity, serial), ShippingCosts.NONE);
    return done(goods.begin(CaseRef.latest(rma.id()), 1, MONDAY, INSPECTOR));
  }

  private Rma settled(long id, ShippingCosts costs) {
    return done(desk.settle(CaseRef.latest(id), costs, MONDAY, INSPECTOR));
  }

  private long refused(int quantity, String serial) {
    var sku = shop.product(Cases.freshSku(), 500_000, 2);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), quantity, 500_000));
    var opened = done(desk.open(cases.dead(order, quantity, sku), MONDAY, CUSTOMER));
    var ref = CaseRef.latest(opened.id());
    done(desk.receive(ref, List.of(), MONDAY, INSPECTOR));
    var serials = serial.isEmpty() ? List.<SerialNumber>of() : List.of(new SerialNumber(serial));
    done(
        desk.inspect(
            ref,
            List.of(
                new LineInspection(
                    1,
                    new Seen(false, false, true, true, serials),
                    Verdict.CUSTOMER_DAMAGE,
                    Fault.CUSTOMER,
                    Disposition.SEND_BACK,
                    false,
                    "Layar pecah karena jatuh")),
            MONDAY,
            INSPECTOR));
    return ref.id();
  }

  private Rma rma(Leftover kept) {
    return rmas.find(Objects.requireNonNull(kept.rmaId())).orElseThrow();
  }

  private int lies(Sku sku, String place) {
    return jdbc.sql("select quantity from stock_place where sku = ? and place = ?")
        .params(sku.value(), place)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private List<String> said(Leftover kept) {
    return jdbc.sql("select template from outbox where rma_id = ?")
        .param(Objects.requireNonNull(kept.rmaId()))
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static String code(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst().code();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).as("%s", answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
