package io.tukar.inspection;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Cases;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineInspection;
import io.tukar.rma.LineState;
import io.tukar.rma.Parcel;
import io.tukar.rma.Rma;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import io.tukar.shipping.Courier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Returned units on the bench, from the scan to their line's verdict. */
@TukarTest
@FreshDatabase
class InspectionBenchTest {

  private static final Actor INSPECTOR = new Actor.Staff(1, Role.INSPECTOR);
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);

  @Autowired private InspectionBench bench;
  @Autowired private UnitLooks looks;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
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
  void aUnitIsCheckedOneThingAtATimeAndLeavesQuarantineByItself() {
    var there = arrived(2, "UJI-A-1", "UJI-A-2");
    var first = done(bench.scan(there, new SerialNumber("UJI-A-1"), MONDAY, INSPECTOR));
    assertThat(first.identity()).isEqualTo(Identity.AS_SOLD);
    assertThat(done(bench.scan(there, new SerialNumber("UJI-A-1"), MONDAY, INSPECTOR)).id())
        .as("scanned twice is the same look")
        .isEqualTo(first.id());
    var second = done(bench.scan(there, new SerialNumber("UJI-A-2"), MONDAY, INSPECTOR));
    assertThat(code(bench.scan(there, new SerialNumber("UJI-A-3"), MONDAY, INSPECTOR)))
        .isEqualTo("line-is-full");
    for (var look : List.of(first, second)) {
      for (var check : Check.guidedBy(there.reason(), false)) {
        done(bench.check(look.id(), check, true, null, MONDAY, INSPECTOR));
      }
    }

    done(
        inspect(
            there,
            new LineInspection(
                1,
                Seen.of(looks.open(there.rmaId(), 1)),
                Verdict.AS_CLAIMED,
                Fault.SHOP,
                Disposition.VENDOR_RMA,
                Map.of(new SerialNumber("UJI-A-2"), Disposition.REPAIR),
                null,
                null)));

    assertThat(placeOf("UJI-A-1")).isEqualTo("VENDOR");
    assertThat(placeOf("UJI-A-2")).isEqualTo("REPAIR");
    assertThat(code(bench.check(first.id(), Check.CLEAN, false, null, MONDAY, INSPECTOR)))
        .isEqualTo("look-ended");
    assertThat(code(bench.scan(there, new SerialNumber("UJI-A-1"), MONDAY, INSPECTOR)))
        .isEqualTo("line-not-here");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aSerialSoldToAnotherIsAFindingThatThePolicySeesAndTheUnitGoesBackAsItCame() {
    arrived(1, "B-OTHER");
    var there = arrivedOf(skuOf("B-OTHER"), 1, "UJI-B-1");
    var swapped = done(bench.scan(there, new SerialNumber("B-OTHER"), MONDAY, INSPECTOR));
    assertThat(swapped.identity()).isEqualTo(Identity.SOLD_TO_ANOTHER);
    for (var check : Check.guidedBy(there.reason(), false)) {
      done(bench.check(swapped.id(), check, true, null, MONDAY, INSPECTOR));
    }
    var report =
        new LineInspection(
            1,
            Seen.of(looks.open(there.rmaId(), 1)),
            Verdict.WRONG_ITEM,
            Fault.CUSTOMER,
            Disposition.SEND_BACK,
            false,
            "SN lain dari yang dijual");
    var refused = done(inspect(there, report));
    assertThat(refused.lines().getFirst().state()).isEqualTo(LineState.REFUSED);
    assertThat(placeOf("B-OTHER")).isEqualTo("QUARANTINE");

    var ref = CaseRef.latest(there.rmaId());
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, INSPECTOR));
    done(
        desk.sendBack(
            ref,
            new Parcel(Courier.JNE, new WaybillNumber("JNE900001")),
            List.of(1),
            MONDAY,
            INSPECTOR));
    assertThat(placeOf("B-OTHER")).isEqualTo("CUSTOMER");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aUnitThatNeverWasTheShopsIsNotTakenIntoItsBooksToBeSentBack() {
    var there = arrived(1, "UJI-C-1");
    var strange = done(bench.scan(there, new SerialNumber("ZZ-ASING"), MONDAY, INSPECTOR));
    assertThat(strange.identity()).isEqualTo(Identity.NEVER_OURS);
    done(
        inspect(
            there,
            new LineInspection(
                1,
                Seen.of(looks.open(there.rmaId(), 1)),
                Verdict.WRONG_ITEM,
                Fault.CUSTOMER,
                Disposition.SEND_BACK,
                false,
                "Bukan unit toko")));
    assertThat(
            jdbc.sql("select count(*) from unit where serial = 'ZZ-ASING'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aLookLeftOpenWhereNothingWaitsIsFound() {
    var there = arrived(1, "UJI-I-1");
    done(bench.scan(there, new SerialNumber("UJI-I-1"), MONDAY, INSPECTOR));
    assertThat(verification.run().broken()).isEmpty();
    jdbc.sql("update rma_line set state = 'ACCEPTED' where rma_id = ?")
        .param(there.rmaId())
        .update();
    assertThat(verification.run().broken()).anyMatch(said -> said.contains("a look that is open"));
    jdbc.sql("update rma_line set state = 'RECEIVED' where rma_id = ?")
        .param(there.rmaId())
        .update();
  }

  @Test
  void halfALineIsNotJudged() {
    var there = arrived(2, "UJI-D-1", "UJI-D-2");
    done(bench.scan(there, new SerialNumber("UJI-D-1"), MONDAY, INSPECTOR));
    var half = inspect(there, Cases.asClaimed(1, Disposition.VENDOR_RMA));
    assertThat(refusal(half).code()).isEqualTo("units-not-looked-at");
    assertThat(refusal(half).args()).containsExactly("1");
  }

  @Test
  void aUnitInHandInAnotherCaseIsNotTakenASecondTime() {
    var here = arrived(1, "UJI-E-1");
    var elsewhere = arrivedOf(here.sku(), 1, "UJI-E-2");
    done(bench.scan(here, new SerialNumber("UJI-E-1"), MONDAY, INSPECTOR));
    assertThat(code(bench.scan(elsewhere, new SerialNumber("UJI-E-1"), MONDAY, INSPECTOR)))
        .isEqualTo("unit-on-another-bench");
    var look = looks.open(here.rmaId(), 1).getFirst();
    done(bench.putDown(look.id()));
    assertThat(
            done(bench.scan(elsewhere, new SerialNumber("UJI-E-1"), MONDAY, INSPECTOR)).identity())
        .isEqualTo(Identity.SOLD_TO_ANOTHER);
  }

  @Test
  void twoStationsThatScanAtOnceTakeNoMoreUnitsInHandThanTheLineHas() throws Exception {
    var there = arrived(3, "UJI-F-1", "UJI-F-2", "UJI-F-3");
    try (var stations = Executors.newFixedThreadPool(4)) {
      var scans =
          java.util.stream.IntStream.rangeClosed(1, 12)
              .<Callable<Answer<UnitLook>>>mapToObj(
                  n ->
                      () ->
                          bench.scan(
                              there, new SerialNumber("UJI-F-" + (1 + n % 6)), MONDAY, INSPECTOR))
              .toList();
      var ended = stations.invokeAll(scans);
      for (var scan : ended) {
        if (scan.get() instanceof Answer.Refused<UnitLook> refused) {
          assertThat(refused.reasons().getFirst().code()).isEqualTo("line-is-full");
        }
      }
    }
    assertThat(looks.open(there.rmaId(), 1)).hasSize(3);
  }

  @Test
  void aSealAndAMacAreReadAndComparedWithTheBooks() {
    var there = arrived(1, "UJI-G-1");
    jdbc.sql(
            """
            with t as (insert into qc_test (unit_id, plan_id, started_at, started_by, outcome, ended_at,
              signed_by, seal)
            select u.id, (select min(id) from qc_plan), now(), 'staff:1', 'PASSED', now(), 'staff:1',
              'SN-000777' from unit u where u.serial = 'UJI-G-1' returning unit_id)
            update unit set mac = '000B82AA0101' from t where unit.id = t.unit_id
            """)
        .update();
    var look = done(bench.scan(there, new SerialNumber("UJI-G-1"), MONDAY, INSPECTOR));
    assertThat(bench.macOf(look)).isPresent();
    assertThat(
            found(
                bench.check(look.id(), Check.SEAL, true, "sn-000 777", MONDAY, INSPECTOR),
                Check.SEAL))
        .isTrue();
    assertThat(
            found(
                bench.check(look.id(), Check.SEAL, true, "SN-000778", MONDAY, INSPECTOR),
                Check.SEAL))
        .isFalse();
    assertThat(
            found(
                bench.check(look.id(), Check.MAC, false, "00:0b:82:aa:01:01", MONDAY, INSPECTOR),
                Check.MAC))
        .isTrue();
    assertThat(code(bench.check(look.id(), Check.MAC, true, "bukan mac", MONDAY, INSPECTOR)))
        .isEqualTo("value-unreadable");
    assertThat(code(bench.check(look.id(), Check.CLEAN, true, "x".repeat(201), MONDAY, INSPECTOR)))
        .isEqualTo("value-too-long");
  }

  @Test
  void noFaultFoundNeedsAFilmedRetestAndAWordWithTheCustomer() {
    var there = arrived(1, "UJI-H-1");
    var nothing = new Seen(null, true, true, false, List.of(new SerialNumber("UJI-H-1")));
    var silent =
        new LineInspection(
            1,
            nothing,
            Verdict.NO_FAULT_FOUND,
            Fault.UNDETERMINED,
            Disposition.OPEN_BOX,
            true,
            null);
    assertThat(refusals(inspect(there, silent))).contains("reason-needed");
    var worded =
        new LineInspection(
            1,
            nothing,
            Verdict.NO_FAULT_FOUND,
            Fault.UNDETERMINED,
            Disposition.OPEN_BOX,
            true,
            "Pelanggan memakai adaptor lain");
    assertThat(refusals(inspect(there, worded))).contains("retest-not-filmed");
    jdbc.sql(
            "insert into photo (sha256, bytes, width, height, rma_id, line_no, slot, source, at,"
                + " actor) values (sha256('retest'::bytea), 1000, 800, 600, ?, 1, 'FAULT',"
                + " 'INSPECTOR', now(), 'staff:1')")
        .param(there.rmaId())
        .update();
    assertThat(done(inspect(there, worded)).lines().getFirst().verdict())
        .isEqualTo(Verdict.NO_FAULT_FOUND);
  }

  private Answer<Rma> inspect(Returned there, LineInspection report) {
    return desk.inspect(CaseRef.latest(there.rmaId()), List.of(report), MONDAY, INSPECTOR);
  }

  /** Dead phones of a fresh product that came back; these serials were sold with them. */
  private Returned arrived(int quantity, String... serials) {
    return arrivedOf(shop.product(Cases.freshSku(), 1_000_000, quantity), quantity, serials);
  }

  private Returned arrivedOf(Sku sku, int quantity, String... serials) {
    var order = shop.order(RECEIVED, new ShopFixture.Line(sku.value(), quantity, 1_000_000));
    for (var serial : serials) {
      jdbc.sql(
              """
              with s as (insert into sold_unit (sold_item_id, sku, serial)
                select id, sku, :serial from sold_item where order_id = :order)
              insert into unit (sku, serial, place) values (:sku, :serial, 'CUSTOMER')
              """)
          .param("serial", serial)
          .param("order", order)
          .param("sku", sku.value())
          .update();
    }
    var rma = done(desk.open(cases.dead(order, quantity, sku), MONDAY, INSPECTOR));
    var line =
        done(desk.receive(CaseRef.latest(rma.id()), List.of(), MONDAY, INSPECTOR))
            .lines()
            .getFirst();
    return new Returned(rma.id(), 1, 1, line.soldItemId(), sku, quantity, line.reason());
  }

  private Sku skuOf(String serial) {
    return jdbc.sql("select sku from unit where serial = ?")
        .param(serial)
        .query((row, n) -> new Sku(row.getString(1)))
        .single();
  }

  private String placeOf(String serial) {
    return jdbc.sql("select place from unit where serial = ?")
        .param(serial)
        .query(String.class)
        .single();
  }

  private static boolean found(Answer<UnitLook> answer, Check check) {
    return Boolean.TRUE.equals(done(answer).said(check));
  }

  private static String code(Answer<?> answer) {
    return refusal(answer).code();
  }

  private static List<String> refusals(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).reasons().stream().map(Refusal::code).toList();
  }

  private static Refusal refusal(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).as("%s", answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
