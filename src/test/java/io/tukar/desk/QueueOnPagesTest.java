package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.messaging.PortalLinks;
import io.tukar.stock.WaitingList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever waits for stock sees their number, the customer as well as the desk. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class QueueOnPagesTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private PortalLinks links;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  private Visitor agent = new Visitor(0);

  @BeforeEach
  void anAgent() throws Exception {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    agent = new Visitor(port);
    agent.signIn(DeskShop.login(Role.AGENT), DeskShop.PASSWORD);
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void theSecondOfTwoReadsTheirNumberOnThePortalAndSoDoesTheDesk() throws Exception {
    var old = shop.product(1_000_000, 0);
    var wanted = shop.product(1_000_000, 0);
    var only = shop.authorized(old, wanted, 1_000_000);
    assertThat(portal(only.id(), "id")).contains("Anda satu-satunya yang menunggu");

    var second = shop.authorized(old, wanted, 1_000_000);
    assertThat(portal(only.id(), "id")).contains("Anda nomor 1 dari 2 yang menunggu");
    assertThat(portal(second.id(), "en")).contains("You are number 2 of 2 waiting");
    assertThat(agent.get("/desk/cases/" + DeskShop.number(second) + "?lang=en").body())
        .contains("Waiting for stock, number 2 of 2");
    assertThat(agent.get("/desk/stock/" + wanted + "?lang=en").body())
        .contains("Waiting for stock: 2")
        .containsSubsequence(DeskShop.number(only), DeskShop.number(second));
  }

  @Test
  void whoHoldsAUnitHasNoNumberAndAProductNobodyWaitsForNoList() throws Exception {
    var sku = shop.product(1_000_000, 1);
    var held = shop.authorized(sku, sku, 1_000_000);
    assertThat(portal(held.id(), "en")).doesNotContain("waiting");
    assertThat(agent.get("/desk/stock/" + sku + "?lang=en").body())
        .doesNotContain("First come, first served");
  }

  @Test
  void aLongListIsReadPageByPageAndAPageThatIsNoneIsTheNearest() throws Exception {
    var wanted = shop.product(1_000_000, 0);
    var one = shop.authorized(shop.product(1_000_000, 0), wanted, 1_000_000);
    // The list alone, as long as it takes to fill a page: places are counted over all of it.
    jdbc.sql(
            """
            insert into stock_waiting (rma_id, line_no, sku, quantity, priority, since)
            select :rma, n + 1, :sku, 1, false, :at + n * interval '1 second'
            from generate_series(1, :more) n
            """)
        .param("rma", one.id())
        .param("sku", wanted)
        .param("at", DeskShop.NOW.atOffset(java.time.ZoneOffset.UTC))
        .param("more", WaitingList.ROWS_MAX)
        .update();

    var path = "/desk/stock/" + wanted + "?lang=en&waiting=";
    assertThat(agent.get(path + "1").body()).contains("?waiting=2", ">50<").doesNotContain(">51<");
    assertThat(agent.get(path + "2").body()).contains("?waiting=1", ">51<").doesNotContain(">50<");
    assertThat(agent.get(path + "99").body()).contains(">51<");
    assertThat(agent.get(path + "x").body()).contains(">50<");
  }

  private String portal(long rmaId, String language) {
    try (var browser = new PlainBrowser(port, language)) {
      return browser.get(links.casePath(rmaId)).text();
    }
  }
}
