package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import io.tukar.stock.Holds;
import io.tukar.stock.Substitute;
import io.tukar.stock.Substitutes;
import io.tukar.stock.WaitingList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a customer can choose when the replacement is out of stock. */
@TukarTest
@FreshDatabase
class StockChoicesTest {

  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Actor STAFF = new Actor.Staff(1, Role.MANAGER);
  private static final Parcel PARCEL = new Parcel(Courier.JNE, new WaybillNumber("JNE820001"));

  @Autowired private ExchangeDesk desk;
  @Autowired private StockChoices choices;
  @Autowired private Substitutes substitutes;
  @Autowired private WaitingList waiting;
  @Autowired private Drafts drafts;
  @Autowired private Holds holds;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;
  private Sku phone = new Sku("PHONE");
  private Sku equal = new Sku("EQUAL");
  private Sku better = new Sku("BETTER");
  private Sku cheaper = new Sku("CHEAPER");

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
    phone = shop.counted(Cases.freshSku(), 1_000_000, 0);
    equal = shop.counted(Cases.freshSku(), 1_050_000, 2);
    better = shop.counted(Cases.freshSku(), 1_400_000, 2);
    cheaper = shop.counted(Cases.freshSku(), 900_000, 2);
    done(
        substitutes.write(
            phone,
            List.of(
                new Substitute(better, Substitute.Kind.UPGRADE),
                new Substitute(equal, Substitute.Kind.EQUIVALENT),
                new Substitute(cheaper, Substitute.Kind.EQUIVALENT))));
  }

  @Test
  void whoBeginsToWaitIsToldOfTheChoicesOnceAndEquivalentsComeFirst() {
    var rma = dead();
    assertThat(said(rma)).containsOnlyOnce("OUT_OF_STOCK");
    var options = choices.of(rma, 1, "", MONDAY).orElseThrow();
    assertThat(options.place()).contains(new WaitingList.Place(1, 1));
    assertThat(options.products())
        .extracting(option -> option.product().sku())
        .containsExactly(equal, cheaper, better);
    assertThat(options.products())
        .as("the shop's fault and the shop's lack: nothing more to pay, a cheaper one pays back")
        .extracting(StockChoices.Option::difference)
        .containsExactly(Money.rupiah(0), Money.rupiah(-100_000), Money.rupiah(0));
    assertThat(options.goodsBack()).as("nothing was sent yet").isFalse();
    done(desk.receive(CaseRef.latest(rma.id()), List.of(), MONDAY, STAFF));
    assertThat(said(rma)).containsOnlyOnce("OUT_OF_STOCK");
  }

  @Test
  void aBetterOneIsSetAsideAtOnceAndCostsTheCustomerNothing() {
    var rma = dead();
    var ref = CaseRef.latest(rma.id());
    var now = done(desk.choose(ref, 1, new StockChoice.Take(better), MONDAY, CUSTOMER));
    assertThat(now.lines().getFirst().wantedSku()).isEqualTo(better);
    assertThat(holds.heldByLine(rma.id())).isEqualTo(Map.of(1, 1));
    assertThat(waiting.count(phone)).isZero();
    assertThat(said(rma)).contains("REPLACEMENT_CHOSEN");
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.SCRAP)), MONDAY, STAFF));
    var settled = done(desk.settle(ref, ShippingCosts.NONE, MONDAY, STAFF));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(0));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void somethingElseIsPaidForAsAnyOtherModelIs() {
    var other = shop.counted(Cases.freshSku(), 1_300_000, 1);
    var rma = dead();
    var found = choices.of(rma, 1, other.value(), MONDAY).orElseThrow().products();
    assertThat(found).hasSize(4);
    assertThat(found.getLast().how()).isEqualTo(Replacement.OTHER);
    assertThat(found.getLast().difference()).isEqualTo(Money.rupiah(300_000));
    var ref = CaseRef.latest(rma.id());
    done(desk.choose(ref, 1, new StockChoice.Take(other), MONDAY, CUSTOMER));
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.SCRAP)), MONDAY, STAFF));
    assertThat(done(desk.settle(ref, ShippingCosts.NONE, MONDAY, STAFF)).balance())
        .isEqualTo(Money.rupiah(300_000));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whoWaitsAgreesToADayAndKeepsThePlace() {
    var rma = dead();
    var behind = dead();
    done(
        desk.choose(
            CaseRef.latest(rma.id()), 1, new StockChoice.Wait(), MONDAY.plusSeconds(60), CUSTOMER));
    assertThat(waiting.placesOf(rma.id()).get(1)).isEqualTo(new WaitingList.Place(1, 2));
    assertThat(waiting.placesOf(behind.id()).get(1)).isEqualTo(new WaitingList.Place(2, 2));
    assertThat(said(rma)).contains("WAITING_FOR_STOCK");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void goodsThatWereSentGoBackAtTheShopsCostAndNobodyContestsThat() {
    var rma = dead();
    var ref = CaseRef.latest(rma.id());
    assertThat(code(desk.choose(ref, 1, new StockChoice.Back(), MONDAY, CUSTOMER)))
        .isEqualTo("not-now");
    done(desk.receive(ref, List.of(), MONDAY, STAFF));
    var back = done(desk.choose(ref, 1, new StockChoice.Back(), MONDAY, CUSTOMER));
    assertThat(back.status()).isEqualTo(RmaStatus.INSPECTED);
    assertThat(back.mayObjectTo(1)).isFalse();
    assertThat(waiting.count(phone)).isZero();
    var costs = new ShippingCosts(Money.rupiah(20_000), Money.rupiah(20_000));
    assertThat(done(desk.settle(ref, costs, MONDAY, STAFF)).balance())
        .as("what they paid to send it")
        .isEqualTo(Money.rupiah(-20_000));
    done(desk.paidOut(ref, Money.rupiah(20_000), "TRF-B1", MONDAY, STAFF));
    done(desk.sendBack(ref, PARCEL, List.of(1), MONDAY, STAFF));
    done(desk.close(ref, MONDAY, STAFF));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsGoneUnknownOrTheSameIsRefusedAndThePlaceIsKept() {
    var rma = dead();
    var ref = CaseRef.latest(rma.id());
    jdbc.sql("update stock_level set on_hand = 0 where sku = ?").param(equal.value()).update();
    assertThat(code(desk.choose(ref, 1, new StockChoice.Take(equal), MONDAY, CUSTOMER)))
        .isEqualTo("replacement-gone");
    assertThat(code(desk.choose(ref, 1, new StockChoice.Take(phone), MONDAY, CUSTOMER)))
        .isEqualTo("replacement-is-the-same");
    assertThat(
            code(desk.choose(ref, 1, new StockChoice.Take(new Sku("NO-SUCH")), MONDAY, CUSTOMER)))
        .isEqualTo("sku-unknown");
    assertThat(waiting.placesOf(rma.id())).containsKey(1);
    done(desk.choose(ref, 1, new StockChoice.Take(better), MONDAY, CUSTOMER));
    assertThat(code(desk.choose(ref, 1, new StockChoice.Take(cheaper), MONDAY, CUSTOMER)))
        .isEqualTo("line-not-waiting");
    jdbc.sql("update stock_level set on_hand = 2 where sku = ?").param(equal.value()).update();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aSubstituteIsAnotherProductThatIsSoldAndIsNamedOnce() {
    var one = new Substitute(equal, Substitute.Kind.EQUIVALENT);
    assertThat(code(substitutes.write(phone, List.of(one, one)))).isEqualTo("substitute-twice");
    assertThat(code(substitutes.write(equal, List.of(one)))).isEqualTo("substitute-itself");
    var unknown = new Substitute(new Sku("NO-SUCH"), Substitute.Kind.UPGRADE);
    assertThat(code(substitutes.write(phone, List.of(unknown)))).isEqualTo("sku-unknown");
    assertThat(substitutes.of(phone)).hasSize(3);
  }

  private Rma dead() {
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(phone.value(), 1, 1_000_000));
    return done(desk.open(cases.dead(order, 1, phone), MONDAY, CUSTOMER));
  }

  private List<String> said(Rma rma) {
    return jdbc.sql("select template from outbox where rma_id = ?")
        .param(rma.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static String code(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst().code();
  }
}
