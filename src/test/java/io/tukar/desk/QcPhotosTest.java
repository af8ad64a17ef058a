package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Photos taken at the testing bench (clause P1), sent as a browser without scripts sends them. */
@TukarTest
@Import(DeskShop.class)
class QcPhotosTest {

  private static final Pattern PHOTO =
      Pattern.compile("href=\"(/desk/station/qc/\\d+/photos/\\d+)");
  private static final String PHOTO_STEP = "10";

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  private PlainBrowser inspector;
  private String sku;
  private String test;

  @BeforeEach
  void aUnitOnTheBench() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    sku = shop.product(1_000_000, 2);
    inspector = signedIn(Role.INSPECTOR);
    inspector.get("/desk/station/qc");
    test = inspector.post("/desk/station/qc", "code", sku + "-1001").path();
  }

  @AfterEach
  void letTheClockRun() {
    inspector.close();
    clock.run();
  }

  @Test
  void theStepForPhotosIsAnsweredTogetherWithThem() {
    var without = send("/step", Map.of("step", PHOTO_STEP, "verdict", "ok"));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.text()).contains("Ambil dulu fotonya");

    var first = send("/step", step("more"), TestPhotos.jpeg(320, 240));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text()).contains("name=\"step\" value=\"" + PHOTO_STEP + "\"");
    assertThat(photos(first)).hasSize(1);

    var answered = send("/step", step("ok"), TestPhotos.jpeg(330, 240), TestPhotos.png(64, 64));
    assertThat(answered.status()).isEqualTo(200);
    assertThat(photos(answered)).hasSize(3);
    var shown = inspector.get(photos(answered).getFirst() + "?small=true");
    assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
  }

  @Test
  void whatIsNoPhotoIsRefusedAndTheStepStaysOpen() {
    var program = "\u007fELF".getBytes(StandardCharsets.ISO_8859_1);
    var refused = send("/step", step("ok"), program, TestPhotos.jpeg(64, 48));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("bukan foto");
    assertThat(photos(refused)).as("the good one is kept").hasSize(1);
    assertThat(inspector.get(test).text()).doesNotContain("?step=" + PHOTO_STEP);
  }

  @Test
  void aSealIsSignedOnlyWithItsPhotoAndAllStandOnTheUnitsPage() {
    for (int step = 1; step < 10; step++) {
      send("/step", Map.of("step", "" + step, "answer", step == 4 ? "1.0" : "TUKAR-OK"));
    }
    send("/step", step("ok"), TestPhotos.jpeg(64, 48));
    var seal = Map.of("seal", "SF-" + sku);
    var without = send("/pass", seal);
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.text()).contains("Ambil foto segel");
    var signed = send("/pass", seal, TestPhotos.jpeg(80, 60));
    assertThat(signed.text()).contains("Lulus QC");

    var agent = signedIn(Role.AGENT);
    var unit = agent.get("/desk/units/" + shop.unitOf(sku));
    assertThat(photos(unit)).hasSize(2);
    assertThat(agent.get(photos(unit).getFirst()).status()).isEqualTo(200);
    assertThat(agent.get(photos(unit).getFirst().replaceFirst("qc/\\d+", "qc/999999")).status())
        .isEqualTo(404);
    agent.close();
    var nobody = new PlainBrowser(port, "id");
    assertThat(nobody.get(photos(unit).getFirst()).path()).startsWith("/desk/sign-in");
    nobody.close();
  }

  private static Map<String, String> step(String verdict) {
    return Map.of("step", PHOTO_STEP, "verdict", verdict);
  }

  private PlainBrowser.Seen send(String verb, Map<String, String> fields, byte[]... photos) {
    return inspector.upload(test + verb, fields, List.of(photos));
  }

  private static List<String> photos(PlainBrowser.Seen page) {
    return PHOTO.matcher(page.text()).results().map(link -> link.group(1)).toList();
  }

  private PlainBrowser signedIn(Role role) {
    var browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    return browser;
  }
}
