package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.inspection.Escapes;
import io.tukar.kernel.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units that passed their test and were dead on arrival all the same. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class EscapesPageTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Escapes escapes;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aUnitThatPassedAndWasFoundDeadCountsOnceAgainstItsTesterItsLotAndItsProduct()
      throws Exception {
    var sku = shop.product(1_000_000, 4);
    left(sku, 0, "LOT-A", "2026-03-05");
    left(sku, 1, "LOT-A", "2026-03-06");
    left(sku, 2, "=LOT", "2026-03-06");
    left(sku, 3, "LOT-A", "2026-04-02");
    deadOnArrival(sku, 0, "2026-03-09", "SHOP");
    deadOnArrival(sku, 1, "2026-03-09", "CUSTOMER");
    deadOnArrival(sku, 3, "2026-04-05", "SHOP");

    assertThat(escapes.all(FIRST, LAST, ZONE)).isEqualTo(new Escapes.Row("", "", 3, 1));
    assertThat(escapes.page(Escapes.By.LOT, FIRST, LAST, ZONE, 1))
        .extracting(Escapes.Row::key, Escapes.Row::shipped, Escapes.Row::escaped)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("LOT-A", 2, 1),
            org.assertj.core.groups.Tuple.tuple("=LOT", 1, 0));
    assertThat(escapes.page(Escapes.By.PRODUCT, FIRST, LAST, ZONE, 1).getFirst().perTenThousand())
        .isEqualTo(3_333);

    var inspector = new Visitor(port);
    inspector.signIn(DeskShop.login(Role.INSPECTOR), DeskShop.PASSWORD);
    var days = "from=2026-03-01&to=2026-03-31";
    assertThat(inspector.get("/desk/quality?lang=en&" + days).body())
        .contains("1 of 3 units shipped after a pass were dead on arrival: 33.33%", sku);
    assertThat(inspector.get("/desk/quality?by=tester&lang=id&" + days).body())
        .contains("1 dari 3 unit", "33,33%", DeskShop.name(Role.INSPECTOR));
    assertThat(inspector.get("/desk/quality.csv?by=lot&" + days).body())
        .contains("LOT-A," + sku + ",2,1", "'=LOT," + sku + ",1,0");
    assertThat(inspector.get("/desk/quality?lang=en&from=2026-03-31&to=2026-03-01").body())
        .contains("The first day must be before the last");
    assertThat(inspector.get("/desk/quality?lang=en&from=kemarin").body())
        .contains("value=\"kemarin\"");
  }

  private long unit(String sku, int n) {
    return jdbc.sql("select id from unit where sku = ? order by id offset ? limit 1")
        .params(sku, n)
        .query(Long.class)
        .single();
  }

  /** A unit that passed a test of the inspector's, and left a day later. */
  private void left(String sku, int n, String lot, String day) {
    jdbc.sql("update unit set lot = ? where id = ?").params(lot, unit(sku, n)).update();
    jdbc.sql(
            """
            insert into qc_test (unit_id, plan_id, started_at, started_by, outcome, ended_at, signed_by,
              seal)
            select :unit, min(id), :day::date - 1, 'staff:1', 'PASSED', :day::date - 1,
              (select 'staff:' || id from staff where role = 'INSPECTOR' order by id limit 1),
              'S-' || :unit
            from qc_plan
            """)
        .param("unit", unit(sku, n))
        .param("day", day)
        .update();
    jdbc.sql(
            """
            insert into stock_move (sku, unit_id, quantity, from_place, to_place, cause, at, actor)
            values (?, ?, 1, 'SHELF', 'CUSTOMER', 'dispatched', ?::date, 'staff:1')
            """)
        .params(sku, unit(sku, n), day)
        .update();
  }

  /** It came back and was looked at; whose fault it was is as said. */
  private void deadOnArrival(String sku, int n, String day, String fault) {
    var rma = shop.authorized();
    jdbc.sql(
            """
            update rma_line set state = 'ACCEPTED', verdict = 'AS_CLAIMED', fault = ?,
              reason = 'DEAD_ON_ARRIVAL' where rma_id = ?
            """)
        .params(fault, rma.id())
        .update();
    jdbc.sql(
            """
            insert into unit_look (rma_id, line_no, sku, quantity, serial, unit_id, identity,
              disposition, started_at, started_by, ended_at, ended_by)
            select ?, 1, sku, 1, serial, id, 'AS_SOLD', 'SCRAP', ?::date, 'staff:1', ?::date, 'staff:1'
            from unit where id = ?
            """)
        .params(rma.id(), day, day, unit(sku, n))
        .update();
  }
}
