package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.Rma;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a scan at the station opens: the place where the next step of the case is done. */
@TukarTest
@Import(DeskShop.class)
class StationPagesTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
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

  @ParameterizedTest
  @CsvSource({
    "authorized, INSPECTOR, /desk/station/receive,      Terima paket",
    "received,   INSPECTOR, /desk/inspect/{0},          Label",
    "settled,    INSPECTOR, /desk/cases/{0},            Kirim pengganti",
    "received,   AGENT,     /desk/cases/{0},            Riwayat",
    "inspected,  FINANCE,   /desk/cases/{0},            Perhitungan",
  })
  void aScanLeadsToWhereTheNextStepIsDone(String where, Role role, String path, String words) {
    var rma = made(where).apply(shop);
    try (var browser = signedIn(role)) {
      var seen = browser.get("/desk/station?q=" + DeskShop.number(rma));

      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.path()).isEqualTo(path.replace("{0}", DeskShop.number(rma)));
      assertThat(seen.text()).contains(DeskShop.number(rma), words);
    }
  }

  @Test
  void aScannedWaybillIsTakenAlongToReceiving() {
    var rma = shop.sentAhead();
    var waybill = "JX0007" + rma.id();
    try (var agent = signedIn(Role.AGENT);
        var inspector = signedIn(Role.INSPECTOR)) {
      var version = Integer.toString(shop.now(rma).version());
      agent.post(
          "/desk/cases/" + DeskShop.number(rma) + "/waybill",
          "version",
          version,
          "courier",
          "JNT",
          "waybill",
          waybill);

      var seen = inspector.get("/desk/station?q=" + waybill);

      assertThat(seen.path()).isEqualTo("/desk/station/receive");
      assertThat(seen.text()).contains(DeskShop.number(rma), "value=\"" + waybill + "\"");
    }
  }

  @Test
  void theOldAddressesOfReceivingAndInspectingLeadToTheirStations() {
    var here = shop.authorized();
    var looked = shop.received();
    try (var inspector = signedIn(Role.INSPECTOR);
        var agent = signedIn(Role.AGENT)) {
      var path = "/desk/cases/" + DeskShop.number(here);

      assertThat(inspector.get(path + "?act=receive").path()).isEqualTo("/desk/station/receive");
      assertThat(inspector.post(path + "/receive", "version", "1").path())
          .isEqualTo("/desk/station/receive");
      assertThat(inspector.get("/desk/cases/" + DeskShop.number(looked) + "?act=inspect").path())
          .isEqualTo("/desk/inspect/" + DeskShop.number(looked));
      assertThat(agent.get(path + "?act=receive").path()).isEqualTo(path);
      assertThat(shop.now(here)).isEqualTo(here);
    }
  }

  @Test
  void whatIsNobodysIsSaid() {
    try (var inspector = signedIn(Role.INSPECTOR)) {
      assertThat(inspector.get("/desk/station?q=ZZ99%3Cb%3E").text())
          .contains("ZZ99&lt;b&gt;")
          .doesNotContain("ZZ99<b>");
    }
  }

  private static Function<DeskShop, Rma> made(String where) {
    return switch (where) {
      case "authorized" -> DeskShop::authorized;
      case "received" -> DeskShop::received;
      case "inspected" -> DeskShop::inspected;
      case "settled" -> DeskShop::settled;
      default -> throw new IllegalArgumentException(where);
    };
  }

  private PlainBrowser signedIn(Role role) {
    var browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    return browser;
  }
}
