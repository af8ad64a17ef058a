package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import io.tukar.rma.RmaStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Receiving and quarantine, as a station without a script sends them. */
@TukarTest
@Import(DeskShop.class)
class ArrivalPagesTest {

  private static final String RECEIVE = "/desk/station/receive";
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(key|case|version|waybill|came-1)\"[^>]*? value=\"([^\"]*)\"");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  private PlainBrowser inspector;

  @BeforeEach
  void anInspector() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    inspector = signedIn(Role.INSPECTOR);
  }

  @AfterEach
  void letTheClockRun() {
    inspector.close();
    clock.run();
  }

  @Test
  void twoScansTwoPhotosAndOneFormReceiveAParcelAndAnotherStationIsToldWhoHasIt() {
    var rma = shop.authorized();
    var number = DeskShop.number(rma);
    var waybill = waybill();
    var first = inspector.get(RECEIVE + "?q=" + number);
    assertThat(first.text()).contains(number, "Pindai resi");
    var second = inspector.get(RECEIVE + "?case=" + number + "&q=" + waybill);
    assertThat(second.text()).contains("value=\"" + waybill + "\"");

    var form = form(second.text());
    var photos = List.of(TestPhotos.jpeg(320, 240), TestPhotos.jpeg(330, 240));
    var received = inspector.upload(RECEIVE, form, photos);
    assertThat(received.status()).isEqualTo(200);
    assertThat(received.path()).matches("/desk/station/parcels/\\d+");
    assertThat(received.text()).contains("Diterima", waybill, "Bayu Gudang");
    assertThat(received.text().split("/photos/\\d+\\?small=true", -1)).hasSize(3);
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.RECEIVED);

    var again = inspector.get(RECEIVE + "?q=" + waybill);
    assertThat(again.path()).startsWith(received.path());
    assertThat(again.text()).contains("sudah ada di sini: diterima oleh Bayu Gudang");
    form.put("key", UUID.randomUUID().toString());
    assertThat(inspector.upload(RECEIVE, form, List.of()).text())
        .contains("sudah ada di sini: diterima oleh Bayu Gudang");
  }

  @Test
  void aParcelOfNobodyIsKeptListedAndMatchedByAnAgent() {
    var waybill = waybill();
    var page = inspector.get(RECEIVE + "?q=" + waybill);
    assertThat(page.text()).contains("Tanpa kasus", "Simpan ke karantina");
    var form = form(page.text());
    form.put("labels", "kabel lampu hias");
    form.put("bin", "K-1");
    var kept = inspector.upload(RECEIVE, form, List.of(TestPhotos.jpeg(320, 240)));
    assertThat(kept.text()).contains("Di karantina", "kabel lampu hias: tidak dikenal", "K-1");
    assertThat(inspector.get("/desk/station/parcels").text()).contains(waybill, kept.path());

    var rma = shop.authorized();
    var number = DeskShop.number(rma);
    try (var agent = signedIn(Role.AGENT)) {
      assertThat(agent.get(kept.path() + "?q=" + number).text())
          .contains("?case=" + number, "Buat pengajuan baru dari paket ini");
      var chosen = form(agent.get(kept.path() + "?case=" + number).text());
      chosen.put("came-1", "satu");
      assertThat(post(agent, kept.path() + "/match", chosen).status()).isEqualTo(422);
      chosen.put("came-1", "1");
      assertThat(post(agent, kept.path() + "/match", chosen).text()).contains("Diterima", number);
      assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
      assertThat(agent.post(kept.path() + "/let-go").text()).contains("tidak lagi di karantina");
    }
    try (var finance = signedIn(Role.FINANCE)) {
      assertThat(finance.post(kept.path() + "/let-go").status()).isEqualTo(403);
    }
  }

  @Test
  void whatCannotBeReadIsSaidAtItsFieldAndWhatWasTypedStays() {
    var rma = shop.authorized();
    var form = form(inspector.get(RECEIVE + "?q=" + DeskShop.number(rma)).text());
    form.put("boxes", "0");
    form.put("packaging", "");
    form.put("waybill", "?");
    form.put("remark", "Dus penyok");
    var refused = inspector.upload(RECEIVE, form, List.of());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains(
            "href=\"#f-boxes\"", "href=\"#f-packaging\"", "href=\"#f-waybill\"", "Dus penyok");
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.AUTHORIZED);
  }

  private static String waybill() {
    return "JX" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
  }

  /** The form as the page holds it; of a name that is there twice the last. */
  private static Map<String, String> form(String page) {
    var form = new HashMap<String, String>();
    HIDDEN.matcher(page).results().forEach(field -> form.put(field.group(1), field.group(2)));
    form.put("boxes", "1");
    form.put("packaging", "AS_PACKED");
    return form;
  }

  private static PlainBrowser.Seen post(
      PlainBrowser browser, String path, Map<String, String> form) {
    return browser.post(
        path,
        form.entrySet().stream()
            .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }

  private PlainBrowser signedIn(Role role) {
    var browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    return browser;
  }
}
