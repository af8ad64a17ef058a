package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A refusal that the customer, or the shop itself, wants looked at once more. */
@TukarTest
@FreshDatabase
class ContestTest {

  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Actor FIRST = new Actor.Staff(1, Role.INSPECTOR);
  private static final Actor SECOND = new Actor.Staff(2, Role.INSPECTOR);

  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Notes notes;
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
  void aCustomerObjectsOnceAndSomebodyElseLooksWithTheReplacementSetAside() {
    var ref = refused();
    assertThat(held(ref)).as("a refusal lets the replacement go").isZero();

    var contested = done(object(ref, "Segel utuh saat saya kirim"));
    assertThat(contested.status()).isEqualTo(RmaStatus.RECEIVED);
    assertThat(contested.turn()).isEqualTo(Turn.SHOP);
    assertThat(contested.lines().getFirst().again()).isTrue();
    assertThat(held(ref)).isEqualTo(1);
    assertThat(notes.of(ref.id()).getLast().text()).isEqualTo("Segel utuh saat saya kirim");
    assertThat(said(ref)).contains("SECOND_LOOK");

    assertThat(code(desk.inspect(ref, List.of(broken()), MONDAY, FIRST)))
        .isEqualTo("second-look-by-another");
    var kept = done(desk.inspect(ref, List.of(broken()), MONDAY, SECOND));
    assertThat(kept.status()).isEqualTo(RmaStatus.INSPECTED);
    assertThat(held(ref)).isZero();
    assertThat(code(object(ref, "Tetap tidak setuju"))).isEqualTo("objected-before");
    assertThat(kept.mayObjectTo(1)).isFalse();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aSecondOpinionOfTheShopTakesNothingFromTheCustomersOwn() {
    var ref = refused();
    done(desk.contest(ref, List.of(1), Contest.SECOND_OPINION, "Belum yakin", MONDAY, FIRST));
    done(desk.inspect(ref, List.of(broken()), MONDAY, SECOND));
    assertThat(done(object(ref, "Saya keberatan")).lines().getFirst().contest())
        .isEqualTo(Contest.OBJECTION);
  }

  @Test
  void whatWasSettledIsTakenBackAndAgreedAnewAfterTheSecondLook() {
    var ref = refused();
    var costs = new ShippingCosts(null, Money.rupiah(30_000));
    var settled = done(desk.settle(ref, costs, MONDAY, FIRST));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(30_000));
    done(desk.paidIn(ref, Money.rupiah(30_000), "TRF-1", MONDAY, FIRST));

    var contested = done(object(ref, "Bukan saya yang merusak"));
    assertThat(contested.balance()).as("the shop holds it").isEqualTo(Money.rupiah(-30_000));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), MONDAY, SECOND));
    var anew = done(desk.settle(ref, costs, MONDAY, FIRST));
    assertThat(anew.balance()).as("the fault is the shop's").isEqualTo(Money.rupiah(-30_000));
    assertThat(anew.lines().getFirst().goods()).isEqualTo(Goods.HELD);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void nothingIsContestedOnceItsGoodsHaveLeftNorWithoutAWord() {
    var ref = refused();
    assertThat(code(object(ref, " "))).isEqualTo("reason-needed");
    assertThat(code(object(ref, "x".repeat(Note.CHARS_MAX + 1)))).isEqualTo("value-too-long");
    assertThat(code(desk.contest(ref, List.of(), Contest.OBJECTION, "sebab", MONDAY, CUSTOMER)))
        .isEqualTo("lines-empty");
    assertThat(code(desk.contest(ref, List.of(7), Contest.OBJECTION, "sebab", MONDAY, CUSTOMER)))
        .isEqualTo("no-such-line");
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, FIRST));
    done(
        desk.sendBack(
            ref,
            new Parcel(Courier.JNE, new WaybillNumber("JNE700001")),
            List.of(1),
            MONDAY,
            FIRST));
    assertThat(code(object(ref, "Terlambat"))).isEqualTo("not-now");
  }

  private Answer<Rma> object(CaseRef ref, String reason) {
    return desk.contest(ref, List.of(1), Contest.OBJECTION, reason, MONDAY, CUSTOMER);
  }

  /** A phone reported dead, which the first inspector found broken by the customer. */
  private CaseRef refused() {
    var sku = shop.product(Cases.freshSku(), 500_000, 2);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 1, 500_000));
    var ref = CaseRef.latest(done(desk.open(cases.dead(order, 1, sku), MONDAY, CUSTOMER)).id());
    done(desk.receive(ref, List.of(), MONDAY, FIRST));
    done(desk.inspect(ref, List.of(broken()), MONDAY, FIRST));
    return ref;
  }

  private static LineInspection broken() {
    return new LineInspection(
        1,
        new Seen(false, false, true, true, List.of()),
        Verdict.CUSTOMER_DAMAGE,
        Fault.CUSTOMER,
        Disposition.SEND_BACK,
        false,
        "Layar pecah karena jatuh");
  }

  private int held(CaseRef ref) {
    return jdbc.sql("select count(*) from hold where rma_id = ? and state = 'HELD'")
        .param(ref.id())
        .query(Integer.class)
        .single();
  }

  private List<String> said(CaseRef ref) {
    return jdbc.sql("select template from outbox where rma_id = ?")
        .param(ref.id())
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
