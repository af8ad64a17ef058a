package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.rma.Goods;
import io.tukar.rma.Verification;
import io.tukar.stock.Substitutes;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Choices for lack of stock, by an agent and by the customer, and the list the manager keeps. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class ChoicePagesTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Substitutes substitutes;
  @Autowired private Verification verification;
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
  void anAgentTakesTheEquivalentThatTheCustomerWishes() throws Exception {
    var rma = shop.waiting();
    var number = DeskShop.number(rma);
    var page = "/desk/choices/" + number + "/1";
    var equivalent = substitutes.of(rma.lines().getFirst().wantedSku()).getFirst().sku();
    var agent = as(Role.AGENT);
    assertThat(agent.get("/desk/cases/" + number).body()).contains(page);
    assertThat(agent.get(page + "?lang=en").body())
        .contains("Wait for stock", "Equivalent. No price difference.", "Number 1 of 1");
    var none = agent.post(page + "?lang=en", Map.of("q", "telepon"));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("value=\"telepon\"");
    var take = Map.of("choice", "take:" + equivalent);
    assertThat(agent.post(page, take).statusCode()).isEqualTo(303);
    assertThat(agent.post(page, take).statusCode()).as("twice").isEqualTo(303);
    assertThat(shop.now(rma).lines().getFirst().goods()).isEqualTo(Goods.HELD);
    assertThat(agent.get("/desk/cases/" + number + "?lang=en").body())
        .contains("Another replacement chosen", "equivalent")
        .doesNotContain(page);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void onlyAManagerSaysWhatStandsInForWhat() throws Exception {
    var sku = shop.product(1_000_000, 0);
    var other = shop.product(1_000_000, 1);
    var page = "/desk/stock/" + sku + "/substitutes";
    var agent = as(Role.AGENT);
    assertThat(agent.get(page + "?lang=en").body())
        .contains("No substitutes yet")
        .doesNotContain("<textarea");
    assertThat(agent.post(page, Map.of("substitutes", other)).statusCode()).isEqualTo(403);
    var manager = as(Role.MANAGER);
    var odd = manager.post(page + "?lang=en", Map.of("substitutes", other + "\n?? ??"));
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("Row 2 cannot be read", "?? ??");
    assertThat(manager.post(page + "?lang=en", Map.of("substitutes", sku)).body())
        .contains("cannot stand in for itself");
    var rows = Map.of("substitutes", "\n" + other.toLowerCase(java.util.Locale.ROOT) + " +\n");
    assertThat(manager.post(page, rows).statusCode()).isEqualTo(303);
    assertThat(substitutes.of(new Sku(sku)).getFirst().kind().name()).isEqualTo("UPGRADE");
    assertThat(manager.get(page).body()).contains(other + " +");
  }

  private Visitor as(Role role) throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD);
    return visitor;
  }
}
