package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.Cases;
import io.tukar.stock.qc.QcPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Plans of tests, as a manager without a script arranges and keeps them. */
@TukarTest
@Import(DeskShop.class)
class QcPlanPagesTest {

  private static final String PATH = "/desk/stock/plans";

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private QcPlans plans;
  @Autowired private ClockForTests clock;
  private PlainBrowser manager;

  private final String code = "plan-" + Cases.freshSku().toLowerCase(Locale.ROOT);

  @BeforeEach
  void aManager() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    manager = signedIn(Role.MANAGER);
  }

  @AfterEach
  void letTheClockRun() {
    manager.close();
    clock.run();
  }

  @Test
  void aPlanIsWrittenStepByStepAndNothingTypedIsLostOnTheWay() {
    assertThat(manager.get(PATH).text()).contains("Rencana baru", "Telepon IP", "Jenis produk");
    assertThat(manager.get(PATH + "/new").text()).contains("name=\"ask-id-1\"");

    var two = manager.post(PATH + "/new", fields("add", "Menyala"));
    assertThat(two.status()).isEqualTo(200);
    assertThat(two.text())
        .contains("value=\"Menyala\"", "name=\"ask-id-2\"", "value=\"" + code + "\"");
    assertThat(manager.post(PATH + "/new", fields("up-2", "Menyala", "Nada")).text())
        .contains("id=\"f-ask-id-1\" name=\"ask-id-1\" type=\"text\" value=\"Nada\"");
    assertThat(manager.post(PATH + "/new", fields("remove-1", "Menyala", "Nada")).text())
        .contains("value=\"Nada\"")
        .doesNotContain("value=\"Menyala\"");
    var refused = manager.post(PATH + "/new", fields("keep", "Menyala", ""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("href=\"#f-ask-id-2\"", "value=\"Menyala\"");

    var kept = manager.post(PATH + "/new", fields("keep", "Menyala", "Nada"));
    assertThat(kept.path()).startsWith(PATH + "/" + code);
    assertThat(kept.text()).contains("Versi 1 disimpan", "Menyala", "Nada", "versi 1");
  }

  @Test
  void aChangedPlanShowsWhatChangedAndItsOldVersions() {
    manager.post(PATH + "/new", fields("keep", "Menyala"));
    var page = PATH + "/" + code;
    assertThat(manager.get(page + "/edit").text())
        .contains("name=\"from\" value=\"1\"", "value=\"Menyala\"");

    var kept = manager.post(page + "/edit", with("from", "1", fields("keep", "Menyala", "Nada")));
    assertThat(kept.text()).contains("Versi 2 disimpan", "Yang berubah di versi 2", "Baru:");
    assertThat(manager.get(page + "?version=1").text())
        .contains("Ini versi 1. Yang berlaku sekarang versi 2.")
        .doesNotContain(page + "/edit");
    assertThat(manager.get(page + "?version=9").status()).isEqualTo(404);

    var stale = manager.post(page + "/edit", with("from", "1", fields("keep", "Layar")));
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.text())
        .contains("menjadi versi 2", "value=\"Layar\"", "name=\"from\" value=\"2\"");
    assertThat(manager.post(page + "/edit", with("from", "2", fields("keep", "Layar"))).text())
        .contains("Versi 3 disimpan", "Dihapus:");
    assertThat(plans.inUse(code).orElseThrow().version()).isEqualTo(3);
    assertThat(manager.post(PATH + "/families", "family", code, "plan", code).text())
        .contains(code, "Rencana untuk " + code);
    assertThat(plans.of(code).code()).isEqualTo(code);
  }

  @Test
  void everybodyReadsPlansAndManagersWriteThem() {
    try (var inspector = signedIn(Role.INSPECTOR)) {
      assertThat(inspector.get(PATH).text()).contains("Telepon IP").doesNotContain("Rencana baru");
      assertThat(inspector.get(PATH + "/ip-phone").text()).doesNotContain("/ip-phone/edit");
      assertThat(inspector.get(PATH + "/ip-phone/edit").status()).isEqualTo(403);
      assertThat(inspector.post(PATH + "/new", fields("keep", "Nada")).status()).isEqualTo(403);
      assertThat(inspector.post(PATH + "/families", "family", "x", "plan", "general").status())
          .isEqualTo(403);
    }
    assertThat(plans.inUse(code)).isEmpty();
  }

  private String[] fields(String order, String... asks) {
    var fields = new ArrayList<>(List.of("do", order, "code", code, "name-id", "Uji"));
    for (int no = 1; no <= asks.length; no++) {
      fields.addAll(
          List.of("kind-" + no, "CHECK", "ask-id-" + no, asks[no - 1], "expect-id-" + no, "Baik"));
    }
    return fields.toArray(String[]::new);
  }

  private static String[] with(String name, String value, String[] more) {
    var fields = new ArrayList<>(List.of(name, value));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private PlainBrowser signedIn(Role role) {
    var browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    return browser;
  }
}
