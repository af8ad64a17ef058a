package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.inspection.Contents;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.rma.Verification;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A part sent alone, as the desk's browser sends its forms. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class PartPagesTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Contents contents;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address) values ('Toko', 'Toko', 'Jakarta')
            on conflict (id) do nothing
            """)
        .update();
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void anAgentFindsThePartOnTheCaseAndAgreesOnItOnce() throws Exception {
    var rma = shop.authorized();
    var sku = rma.lines().getFirst().sku().value();
    var part = shop.product(75_000, 2);
    var inspector = as(Role.INSPECTOR);
    inspector.post(
        "/desk/stock/" + sku + "/contents", Map.of("parts", "Adaptor | Power supply | " + part));
    var agent = as(Role.AGENT);
    var page = "/desk/parts/" + DeskShop.number(rma) + "/1";
    assertThat(agent.get("/desk/cases/" + DeskShop.number(rma)).body()).contains(page);
    assertThat(agent.get(page + "?lang=en").body())
        .contains("1 × Power supply", "need not be sent");
    assertThat(agent.post(page, Map.of()).statusCode()).isEqualTo(422);
    assertThat(agent.post(page + "?lang=en", Map.of("part", sku)).body())
        .contains("That part cannot be sent alone");
    assertThat(agent.post(page, Map.of("part", part)).statusCode()).isEqualTo(303);
    assertThat(agent.post(page, Map.of("part", part)).statusCode()).as("twice").isEqualTo(303);
    assertThat(agent.get("/desk/cases/" + DeskShop.number(rma) + "?lang=en").body())
        .contains("Only a part is exchanged", sku)
        .doesNotContain(page);
    assertThat(shop.now(rma).version()).isEqualTo(rma.version() + 1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void onlyAManagerSaysWhatNeedNotComeBack() throws Exception {
    var page = "/desk/stock/" + shop.product(900_000, 0) + "/contents";
    var inspector = as(Role.INSPECTOR);
    assertThat(inspector.get(page + "?lang=en").body())
        .contains("Parts sent alone")
        .doesNotContain("name=\"limit\"");
    assertThat(inspector.post(page + "/limit", Map.of("limit", "5")).statusCode()).isEqualTo(403);
    var manager = as(Role.MANAGER);
    for (var wrong : new String[] {"", "-5", "sejuta", "9999999999"}) {
      assertThat(manager.post(page + "/limit", Map.of("limit", wrong)).statusCode())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(manager.post(page + "/limit", Map.of("limit", "Rp 150.000")).statusCode())
        .isEqualTo(303);
    assertThat(contents.returnLimit()).isEqualTo(Money.rupiah(150_000));
  }

  private Visitor as(Role role) throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD);
    return visitor;
  }
}
