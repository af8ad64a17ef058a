package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.inspection.Check;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.InspectionBench;
import io.tukar.inspection.Proposal;
import io.tukar.inspection.Returned;
import io.tukar.inspection.Seen;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.UnitLooks;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.policy.replay.Decisions;
import io.tukar.stock.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units of one line that deserve different verdicts. */
@TukarTest
@FreshDatabase
class SplitTest {

  private static final Actor INSPECTOR = new Actor.Staff(1, Role.INSPECTOR);

  @Autowired private ExchangeDesk desk;
  @Autowired private InspectionBench bench;
  @Autowired private UnitLooks looks;
  @Autowired private Drafts drafts;
  @Autowired private Holds holds;
  @Autowired private Decisions decisions;
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
  void theUnitThatHasNoFaultBecomesALineOfItsOwnWithItsOwnVerdict() {
    var rma = arrived(3, 3, "S-1", "S-2", "S-3");
    var ref = CaseRef.latest(rma.id());
    looked(rma, "S-1", true);
    looked(rma, "S-2", false);
    looked(rma, "S-3", true);
    var apart = looks.open(rma.id(), 1).get(1);
    var reason = rma.lines().getFirst().reason();
    assertThat(Proposal.unlike(reason, looks.open(rma.id(), 1))).containsExactly(apart.id());

    var split = done(desk.splitUnits(ref, 1, Set.of(apart.id()), MONDAY, INSPECTOR));

    assertThat(split.lines()).extracting(RmaLine::quantity).containsExactly(2, 1);
    assertThat(split.lines().getLast().origin()).isEqualTo(1);
    assertThat(looks.open(rma.id(), 2)).extracting(UnitLook::id).containsExactly(apart.id());
    assertThat(holds.heldByLine(rma.id())).isEqualTo(Map.of(1, 2, 2, 1));
    assertThat(decisions.latestFacts(rma.id()).values())
        .as("each line is judged on its own number")
        .extracting(facts -> facts.claim().quantity())
        .containsExactly(2, 1);
    assertThat(verification.run().broken()).isEmpty();

    var refused =
        new LineInspection(
            2,
            Seen.of(looks.open(rma.id(), 2)),
            Verdict.CUSTOMER_DAMAGE,
            Fault.CUSTOMER,
            Disposition.SEND_BACK,
            false,
            "Soket dipaksa");
    var now =
        done(
            desk.inspect(
                ref,
                List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA), refused),
                MONDAY,
                INSPECTOR));
    assertThat(now.status()).isEqualTo(RmaStatus.INSPECTED);
    assertThat(now.lines())
        .extracting(RmaLine::state)
        .containsExactly(LineState.ACCEPTED, LineState.REFUSED);
    assertThat(holds.heldByLine(rma.id())).isEqualTo(Map.of(1, 2));
    assertThat(
            jdbc.sql("select serial, grade from unit where sku = ? and place <> 'SHELF' order by 1")
                .param(rma.lines().getFirst().sku().value())
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list())
        .as("the grade follows the disposition")
        .containsExactly("S-10 DEFECTIVE", "S-20 NEW", "S-30 DEFECTIVE");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsOwedIsTheSameForTheTwoLinesAsForTheOne() {
    var dearer = shop.product(Cases.freshSku(), 1_250_000, 4);
    var whole = inspectedWhole(arrivedFor(dearer, 4));
    var parts = arrivedFor(dearer, 0);
    done(desk.splitNumber(CaseRef.latest(parts.id()), 1, 1, MONDAY, INSPECTOR));
    done(
        desk.inspect(
            CaseRef.latest(parts.id()),
            List.of(
                Cases.asClaimed(1, Disposition.VENDOR_RMA),
                Cases.asClaimed(2, Disposition.VENDOR_RMA)),
            MONDAY,
            INSPECTOR));
    var settled =
        done(desk.settle(CaseRef.latest(parts.id()), ShippingCosts.NONE, MONDAY, INSPECTOR));
    assertThat(settled.balance()).isEqualTo(whole.balance()).isEqualTo(Money.rupiah(1_000_000));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void allOfALineOrNothingOfItCannotBeSetApart() {
    var rma = arrived(2, 2, "S-4", "S-5");
    var ref = CaseRef.latest(rma.id());
    assertThat(refusal(desk.splitNumber(ref, 1, 2, MONDAY, INSPECTOR)))
        .isEqualTo("split-needs-fewer");
    assertThat(refusal(desk.splitNumber(ref, 1, 0, MONDAY, INSPECTOR)))
        .isEqualTo("split-needs-fewer");
    assertThat(refusal(desk.splitNumber(ref, 7, 1, MONDAY, INSPECTOR))).isEqualTo("no-such-line");
    assertThat(refusal(desk.splitUnits(ref, 1, Set.of(), MONDAY, INSPECTOR)))
        .isEqualTo("units-to-split-missing");
    looked(rma, "S-4", true);
    looked(rma, "S-5", true);
    assertThat(refusal(desk.splitNumber(ref, 1, 1, MONDAY, INSPECTOR)))
        .isEqualTo("units-looked-at");
    var all = Set.copyOf(looks.open(rma.id(), 1).stream().map(UnitLook::id).toList());
    assertThat(refusal(desk.splitUnits(ref, 1, all, MONDAY, INSPECTOR)))
        .isEqualTo("split-needs-fewer");
    assertThat(looks.open(rma.id(), 1)).hasSize(2);
  }

  @Test
  void goodsThatAreLookedAtTogetherAreSetApartByNumberWhileTheyWaitForStockToo() {
    var rma = arrived(5, 0);
    var ref = CaseRef.latest(rma.id());
    var there = returned(rma);
    var look = done(bench.together(there, MONDAY, INSPECTOR));
    done(bench.check(look.id(), Check.LABEL, true, null, MONDAY, INSPECTOR));
    var split = done(desk.splitNumber(ref, 1, 2, MONDAY, INSPECTOR));
    assertThat(split.lines()).extracting(RmaLine::goods).containsOnly(Goods.WAITING);
    assertThat(looks.open(rma.id(), 1)).extracting(UnitLook::quantity).containsExactly(3);
    assertThat(looks.open(rma.id(), 2)).isEmpty();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aContestedLineKeepsItsContestInBothParts() {
    var rma = arrived(2, 2);
    var ref = CaseRef.latest(rma.id());
    var refused =
        new LineInspection(
            1,
            new Seen(null, false, true, true, List.of()),
            Verdict.CUSTOMER_DAMAGE,
            Fault.CUSTOMER,
            Disposition.SEND_BACK,
            false,
            "Pecah");
    done(desk.inspect(ref, List.of(refused), MONDAY, INSPECTOR));
    done(desk.contest(ref, List.of(1), Contest.OBJECTION, "Tidak", MONDAY, new Actor.Customer(1)));
    var split = done(desk.splitNumber(ref, 1, 1, MONDAY, INSPECTOR));
    assertThat(split.lines()).allMatch(RmaLine::again);
    assertThat(split.lines()).extracting(RmaLine::contest).containsOnly(Contest.OBJECTION);
    assertThat(verification.run().broken()).isEmpty();
  }

  private Rma inspectedWhole(Rma rma) {
    var ref = CaseRef.latest(rma.id());
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)), MONDAY, INSPECTOR));
    return done(desk.settle(ref, ShippingCosts.NONE, MONDAY, INSPECTOR));
  }

  private void looked(Rma rma, String serial, boolean fault) {
    var look = done(bench.scan(returned(rma), new SerialNumber(serial + "0"), MONDAY, INSPECTOR));
    for (var check : Check.guidedBy(rma.lines().getFirst().reason(), false)) {
      done(bench.check(look.id(), check, check != Check.FAULT || fault, null, MONDAY, INSPECTOR));
    }
  }

  private static Returned returned(Rma rma) {
    var line = rma.lines().getFirst();
    return new Returned(
        rma.id(), 1, 1, line.soldItemId(), line.sku(), line.quantity(), line.reason());
  }

  private Rma arrivedFor(Sku wanted, int stock) {
    var old = shop.product(Cases.freshSku(), 1_000_000, stock);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(old.value(), 4, 1_000_000));
    return received(done(desk.open(cases.dead(order, 4, wanted), MONDAY, INSPECTOR)));
  }

  /** Dead phones of a fresh product that came back; these serials were sold with them. */
  private Rma arrived(int quantity, int stock, String... serials) {
    var sku = shop.product(Cases.freshSku(), 1_000_000, stock);
    var order =
        shop.order(
            LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), quantity, 1_000_000));
    for (var serial : serials) {
      jdbc.sql(
              """
              with s as (insert into sold_unit (sold_item_id, sku, serial)
                select id, sku, :serial from sold_item where order_id = :order)
              insert into unit (sku, serial, place) values (:sku, :serial, 'CUSTOMER')
              """)
          .param("serial", serial + "0")
          .param("order", order)
          .param("sku", sku.value())
          .update();
    }
    return received(done(desk.open(cases.dead(order, quantity, sku), MONDAY, INSPECTOR)));
  }

  private Rma received(Rma rma) {
    return done(desk.receive(CaseRef.latest(rma.id()), List.of(), MONDAY, INSPECTOR));
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
