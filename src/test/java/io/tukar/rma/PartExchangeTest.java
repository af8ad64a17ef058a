package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.inspection.Contents;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Part;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.kernel.Words;
import io.tukar.shipping.Courier;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A missing or dead part is sent alone. */
@TukarTest
@FreshDatabase
class PartExchangeTest {

  private static final Actor AGENT = new Actor.Staff(1, Role.AGENT);
  private static final Parcel PARCEL = new Parcel(Courier.JNE, new WaybillNumber("JNE700001"));

  @Autowired private ExchangeDesk desk;
  @Autowired private PartExchange parts;
  @Autowired private Contents contents;
  @Autowired private Catalogue catalogue;
  @Autowired private Drafts drafts;
  @Autowired private Holds holds;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;
  private Sku phone = new Sku("PHONE");
  private Sku adaptor = new Sku("ADAPTOR");
  private Sku dock = new Sku("DOCK");

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address) values ('Toko', 'Toko', 'Jakarta')
            on conflict (id) do nothing
            """)
        .update();
    phone = shop.product(Cases.freshSku(), 1_000_000, 3);
    adaptor = shop.counted(Cases.freshSku(), 75_000, 5);
    dock = shop.counted(Cases.freshSku(), 400_000, 5);
    done(
        contents.write(
            phone,
            List.of(
                new Part(1, new Words("Adaptor", "Adaptor"), adaptor),
                new Part(2, new Words("Dudukan", "Dock"), dock),
                new Part(3, new Words("Buku", "Manual"), null))));
  }

  @Test
  void aCheapPartGoesOutAtOnceAndNothingComesBack() {
    var rma = dead();
    var ref = CaseRef.latest(rma.id());
    var now = done(desk.exchangePart(ref, 1, adaptor, MONDAY, AGENT));

    assertThat(now.status()).isEqualTo(RmaStatus.INSPECTED);
    assertThat(now.turn()).isEqualTo(Turn.SHOP);
    var line = now.lines().getFirst();
    assertThat(line.partOf()).isEqualTo(phone);
    assertThat(line.verdict()).isEqualTo(Verdict.AS_CLAIMED);
    assertThat(line.fault()).isEqualTo(Fault.SHOP);
    assertThat(holds.heldByLine(rma.id())).isEqualTo(Map.of(1, 1));
    assertThat(free(phone)).as("the phone is let go").isEqualTo(3);
    assertThat(free(adaptor)).isEqualTo(4);
    assertThat(claimed(rma)).as("the phone itself can still be exchanged").isZero();
    assertThat(said(ref)).contains("PART_ALONE");
    assertThat(verification.run().broken()).isEmpty();

    var settled =
        done(desk.settle(ref, new ShippingCosts(null, Money.rupiah(9_000)), MONDAY, AGENT));
    assertThat(settled.balance()).isEqualTo(Money.rupiah(0));
    done(desk.dispatch(ref, PARCEL, List.of(new LineDispatch(1, List.of())), MONDAY, AGENT));
    done(desk.close(ref, MONDAY, AGENT));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aDearPartComesBackItselfAndIsInspectedAsThePartItIs() {
    var rma = dead();
    var ref = CaseRef.latest(rma.id());
    var now = done(desk.exchangePart(ref, 1, dock, MONDAY, AGENT));
    assertThat(now.status()).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(now.dueAt()).as("the customer keeps the day").isEqualTo(rma.dueAt());
    assertThat(said(ref)).contains("PART_SWAPPED");
    done(desk.receive(ref, List.of(), MONDAY, AGENT));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.SCRAP)), MONDAY, AGENT));
    assertThat(
            jdbc.sql(
                    "select coalesce(sum(quantity), 0) from stock_place where sku = ? and place ="
                        + " 'SCRAP'")
                .param(dock.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsMissingNeverComesBackAndTheLimitIsTheShops() {
    var limit = Money.rupiah(100_000);
    assertThat(PartExchange.comesBack(ReturnReason.INCOMPLETE, Money.rupiah(900_000), limit))
        .isFalse();
    assertThat(PartExchange.comesBack(ReturnReason.MALFUNCTION, limit, limit)).isFalse();
    assertThat(PartExchange.comesBack(ReturnReason.MALFUNCTION, Money.rupiah(100_001), limit))
        .isTrue();
    done(contents.limitReturns(Money.rupiah(50_000)));
    var rma = dead();
    assertThat(parts.choices(rma, rma.lines().getFirst()))
        .extracting(PartExchange.Choice::comesBack)
        .containsExactly(true, true);
    assertThat(refusal(contents.limitReturns(Money.rupiah(-1)))).isEqualTo("amount-too-large");
    done(contents.limitReturns(limit));
  }

  @Test
  void aPartOfSomethingElseAWholeProductOrOneTooLateIsRefused() {
    var rma = dead();
    var ref = CaseRef.latest(rma.id());
    assertThat(refusal(desk.exchangePart(ref, 1, phone, MONDAY, AGENT)))
        .isEqualTo("part-not-of-this");
    assertThat(refusal(desk.exchangePart(ref, 2, adaptor, MONDAY, AGENT)))
        .isEqualTo("no-such-line");
    done(desk.exchangePart(ref, 1, dock, MONDAY, AGENT));
    assertThat(refusal(desk.exchangePart(ref, 1, adaptor, MONDAY, AGENT)))
        .isEqualTo("part-not-of-this");
    var sent = dead();
    done(desk.waybill(CaseRef.latest(sent.id()), PARCEL, MONDAY, AGENT));
    assertThat(refusal(desk.exchangePart(CaseRef.latest(sent.id()), 1, adaptor, MONDAY, AGENT)))
        .isEqualTo("parcel-sent-already");
  }

  @Test
  void aPartThatIsOutOfStockWaitsAsAnythingDoes() {
    jdbc.sql("update stock_level set on_hand = 0 where sku = ?").param(adaptor.value()).update();
    var rma = dead();
    var now = done(desk.exchangePart(CaseRef.latest(rma.id()), 1, adaptor, MONDAY, AGENT));
    assertThat(now.lines().getFirst().goods()).isEqualTo(Goods.WAITING);
    jdbc.sql("update stock_level set on_hand = 5 where sku = ?").param(adaptor.value()).update();
    done(desk.offerStock(CaseRef.latest(rma.id()), 1, MONDAY, AGENT));
    assertThat(verification.run().broken()).isEmpty();
  }

  private Rma dead() {
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(phone.value(), 1, 1_000_000));
    return done(desk.open(cases.dead(order, 1, phone), MONDAY, AGENT));
  }

  private int free(Sku sku) {
    return Objects.requireNonNull(catalogue.products(List.of(sku)).get(sku)).free();
  }

  private int claimed(Rma rma) {
    return jdbc.sql("select claimed from sold_item where id = ?")
        .param(rma.lines().getFirst().soldItemId())
        .query(Integer.class)
        .single();
  }

  private List<String> said(CaseRef ref) {
    return jdbc.sql("select template from outbox where rma_id = ?")
        .param(ref.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static String refusal(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst().code();
  }
}
