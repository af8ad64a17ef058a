package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.evidence.TestLabels;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A code photographed by a phone goes where it was meant to be scanned. */
@TukarTest
@Import(DeskShop.class)
class CameraPagesTest {

  private static final String CAMERA = "/desk/station/camera";

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  private PlainBrowser inspector;

  @BeforeEach
  void anInspector() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    inspector = new PlainBrowser(port, "id");
    inspector.get("/desk/sign-in");
    inspector.post(
        "/desk/sign-in", "login", DeskShop.login(Role.INSPECTOR), "password", DeskShop.PASSWORD);
  }

  @AfterEach
  void letTheClockRun() {
    inspector.close();
    clock.run();
  }

  @Test
  void theSlipAndThenTheWaybillArePhotographedAndTheParcelCanBeTakenIn() {
    var rma = shop.authorized();
    var number = DeskShop.number(rma);
    var station = inspector.get("/desk/station");
    assertThat(station.text()).contains("Pindai dengan kamera ponsel", "data-camera=\"q\"");
    assertThat(station.header("Permissions-Policy")).contains("camera=(self)");
    assertThat(inspector.get("/desk").header("Permissions-Policy")).contains("camera=()");

    var slip = photo("STATION", Map.of(), BarcodeFormat.QR_CODE, number);
    assertThat(slip.path()).isEqualTo("/desk/station/receive");
    assertThat(slip.text()).contains(number, "name=\"case\" value=\"" + number + "\"");

    var waybill = "JX0055" + rma.id();
    var label = photo("RECEIVE", Map.of("case", number), BarcodeFormat.CODE_128, waybill);
    assertThat(label.path()).isEqualTo("/desk/station/receive");
    assertThat(label.text()).contains(number, "value=\"" + waybill + "\"");
  }

  @Test
  void aUnitIsPhotographedForItsTestAndIntoAParcel() {
    var sku = shop.product(1_000_000, 1);
    var order = shop.orderNumber(shop.openOrder(sku));

    var test = photo("TEST", Map.of(), BarcodeFormat.CODE_128, sku + "-1001");
    assertThat(test.path()).isEqualTo("/desk/station/qc");
    assertThat(test.text()).contains("value=\"" + sku + "-1001\"");

    var packed = photo("PACK", Map.of("order", order), BarcodeFormat.CODE_128, sku + "-1001");
    assertThat(packed.path()).isEqualTo("/desk/station/pack");
    assertThat(packed.text()).contains("1 dari 2 ada di paket ini");
  }

  @Test
  void aPhotoWithoutACodeSaysSoAndKeepsWhatWasScannedBefore() {
    var seen =
        inspector.upload(
            CAMERA,
            Map.of("scan", "RECEIVE", "case", "RMA-2603-00001", "stray", "x"),
            "label",
            TestPhotos.jpeg(640, 480));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text())
        .contains(
            "Tidak ada kode yang terbaca",
            "name=\"case\" value=\"RMA-2603-00001\"",
            "href=\"/desk/station/receive?case=RMA-2603-00001\"",
            "Ketik kodenya")
        .doesNotContain("stray");
    assertThat(inspector.upload(CAMERA, Map.of("scan", "STATION"), "label", new byte[0]).status())
        .isEqualTo(422);
    assertThat(
            inspector
                .upload(CAMERA, Map.of("scan", "//evil.example"), "label", TestPhotos.jpeg(64, 64))
                .status())
        .isEqualTo(404);
  }

  private PlainBrowser.Seen photo(
      String scan, Map<String, String> beside, BarcodeFormat format, String code) {
    var fields = new java.util.HashMap<>(beside);
    fields.put("scan", scan);
    return inspector.upload(CAMERA, fields, "label", TestLabels.jpeg(format, code, 3));
  }
}
