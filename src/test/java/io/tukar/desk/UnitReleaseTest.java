package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A returned unit is released from its last owner on its page (clause P1). */
@TukarTest
@Import(DeskShop.class)
class UnitReleaseTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  private String page;

  @BeforeEach
  void aUnitThatCameBack() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    var unit = shop.unitOf(shop.product(1_000_000, 1));
    jdbc.sql("update unit set qc_passed_at = null, release_due = true where id = ?")
        .param(unit)
        .update();
    page = "/desk/units/" + unit;
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void theInspectorSignsItAndATickThatIsMissingNeedsAReason() {
    try (var inspector = signedIn(Role.INSPECTOR)) {
      assertThat(inspector.get(page).text()).contains("Reset pabrik sudah dilakukan");
      var without = inspector.post(page + "/release", "reset", "true");
      assertThat(without.status()).isEqualTo(422);
      assertThat(without.text()).contains("Centang kedua kotak", "checked");

      var signed = inspector.post(page + "/release", "reset", "true", "reason", "Headset <biasa>");
      assertThat(signed.text()).contains("Headset &lt;biasa&gt;").doesNotContain("name=\"reset\"");
      var again = inspector.post(page + "/release", "reset", "true", "unprovisioned", "true");
      assertThat(again.text()).as("what was signed stays").contains("Headset &lt;biasa&gt;");
    }
  }

  @Test
  void anAgentSeesThatItIsDueAndCannotSignIt() {
    try (var agent = signedIn(Role.AGENT)) {
      assertThat(agent.get(page).text())
          .contains("Unit ini kembali dari pelanggan")
          .doesNotContain("name=\"reset\"");
      var sent = agent.post(page + "/release", "reset", "true", "unprovisioned", "true");
      assertThat(sent.status()).isEqualTo(403);
    }
  }

  private PlainBrowser signedIn(Role role) {
    var browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    return browser;
  }
}
