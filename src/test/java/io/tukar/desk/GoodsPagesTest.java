package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.evidence.Album;
import io.tukar.evidence.AlbumUpload;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Role;
import io.tukar.rma.Verification;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bench, deliveries and counts, as an inspector's browser sends them. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class GoodsPagesTest {

  private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"(\\d+)\"");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Verification verification;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private AlbumUpload uploads;
  private Visitor inspector = new Visitor(0);
  private String sku = "";

  @BeforeEach
  void anInspectorAndAProduct() throws Exception {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    inspector = new Visitor(port);
    inspector.signIn(DeskShop.login(Role.INSPECTOR), DeskShop.PASSWORD);
    sku = shop.product(1_000_000, 2);
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aUnitIsScannedAnsweredStepByStepSealedAndSigned() throws Exception {
    var test = scanned(sku + "-1001");
    for (int step = 1; step <= 10; step++) {
      var page = inspector.get(test).body();
      var shown = STEP.matcher(page);
      assertThat(shown.find()).isTrue();
      assertThat(shown.group(1)).isEqualTo("" + step);
      if (step == 10) {
        photographed(test, step, PhotoSlot.UNIT);
      }
      var answer = step == 4 ? "1.0.11.64" : step == 5 ? "tukar-ok" : "1";
      assertThat(
              inspector
                  .post(test + "/step", Map.of("step", "" + step, "answer", answer))
                  .statusCode())
          .isEqualTo(303);
    }
    assertThat(inspector.post(test + "/pass", Map.of("seal", " ")).statusCode()).isEqualTo(422);
    photographed(test, 1, PhotoSlot.SEAL);
    var seal = "S-" + sku.hashCode();
    assertThat(inspector.post(test + "/pass", Map.of("seal", seal)).statusCode()).isEqualTo(303);
    assertThat(inspector.post(test + "/pass", Map.of("seal", seal)).statusCode())
        .as("sent twice")
        .isEqualTo(303);
    assertThat(inspector.get(test + "?lang=en").body()).contains("Passed its test", seal);
    assertThat(inspector.get("/desk/units/" + shop.unitOf(sku) + "?lang=en").body())
        .contains("1.0.11.64", "Seal " + seal);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anAnswerThatIsNoneIsAskedForAgainAndAFaultLeadsToQuarantine() throws Exception {
    var test = scanned(sku + "-1002");
    var unclear = inspector.post(test + "/step?lang=en", Map.of("step", "1", "answer", "3"));
    assertThat(unclear.statusCode()).isEqualTo(422);
    assertThat(unclear.body()).contains("Answer with 1", "value=\"3\"");

    inspector.post(test + "/step", Map.of("step", "1", "answer", "2"));
    assertThat(inspector.post(test + "/pass", Map.of("seal", "S-1")).statusCode()).isEqualTo(422);
    assertThat(inspector.post(test + "/fail", Map.of("remark", "Label tertukar")).statusCode())
        .isEqualTo(303);
    assertThat(inspector.get(test + "?lang=en").body())
        .contains("Failed its test", "moved to quarantine", "Label tertukar");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aShortageIsShownWithTheStockAndWithWhatIsToBeDone() throws Exception {
    assertThat(inspector.get("/desk/stock?lang=en").body()).doesNotContain("id=\"shortages\"");
    var test = scanned(sku + "-1001");
    jdbc.sql("update stock_level set held = on_hand where sku = ?").param(sku).update();
    inspector.post(test + "/step", Map.of("step", "1", "answer", "2"));

    assertThat(inspector.get("/desk/stock?lang=en").body())
        .contains("id=\"shortages\"", "href=\"/desk/stock/" + sku + "\"", "1 short");
    assertThat(inspector.get("/desk?lang=en").body())
        .contains("href=\"/desk/stock#shortages\"", "1 product has more units held");
    jdbc.sql("update stock_level set held = 0 where sku = ?").param(sku).update();
  }

  @Test
  void anUnknownSerialIsAskedForItsProductAndAMisreadMacIsSpelledOut() throws Exception {
    var unknown =
        inspector.post("/desk/station/qc?lang=en", Map.of("code", "ZZ-9001", "sku", "", "mac", ""));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("is not known yet", "name=\"sku\"");
    var misread =
        inspector.post(
            "/desk/station/qc?lang=en",
            Map.of("code", "ZZ-9001", "sku", sku, "mac", "OO:0B:82:AA:0I:01"));
    assertThat(misread.statusCode()).isEqualTo(422);
    assertThat(misread.body()).contains("Is it 00:0B:82:AA:01:01?");
  }

  @Test
  void aDeliveryKeepsWhatWasTypedAndIsBookedOnce() throws Exception {
    var form =
        new HashMap<>(
            Map.of(
                "key",
                UUID.randomUUID().toString(),
                "supplier",
                "PT Pemasok Halaman",
                "reference",
                "SJ-77",
                "sku-1",
                sku,
                "serials-1",
                "HAL-0001 00:0B:82:BB:00:01\nHAL-0002"));
    form.put("sku-3", "TIDAK-ADA");
    form.put("quantity-3", "2");
    var refused = inspector.post("/desk/deliveries/new?lang=en", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("There is no product with the code TIDAK-ADA", "href=\"#f-sku-3\"", "HAL-0002");

    form.remove("sku-3");
    form.remove("quantity-3");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(inspector.post("/desk/deliveries/new", form).statusCode()).isEqualTo(303);
    }
    assertThat(inspector.get("/desk/stock/" + sku).body()).contains("HAL-0001", "HAL-0002");
    form.put("key", UUID.randomUUID().toString());
    assertThat(inspector.post("/desk/deliveries/new?lang=en", form).body())
        .contains("Delivery note SJ-77 of this supplier is booked already");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aCountFollowsTheShelf() throws Exception {
    var path = "/desk/stock/" + sku + "/count";
    for (var wrong : List.of("-1", "banyak", "")) {
      var form = Map.of("counted", wrong, "serials", "", "reason", "Opname");
      assertThat(inspector.post(path, form).statusCode()).as(wrong).isEqualTo(422);
    }
    var form =
        Map.of("counted", "1", "serials", sku + "-1001", "reason", "Opname", "key", "bukan-kunci");
    assertThat(inspector.post(path, form).statusCode()).isEqualTo(303);
    assertThat(inspector.get("/desk/stock/" + sku + "?lang=en").body()).contains("Lost: 1");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aUnitIsCarriedToAnotherPlaceOnceHoweverOftenTheFormIsSent() throws Exception {
    var path = "/desk/stock/" + sku + "/transfer";
    var form =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "from", "SHELF",
            "to", "REPAIR",
            "serials", sku + "-1001",
            "reason", "Tombol macet");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(inspector.post(path, form).statusCode()).isEqualTo(303);
    }
    assertThat(inspector.get("/desk/stock/" + sku + "?lang=en").body())
        .containsPattern("(Repair|In repair): 1");
    assertThat(verification.run().broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHELF  | REPAIR |      | 1001,1001 | x | was scanned twice",
        "REPAIR | SHELF  | 1    | 1001      | x | Only 0 are there",
        "SHELF  | REPAIR |      | 9999      | x | has the serial number",
        "SHELF  | REPAIR | -1   |           | x | f-quantity",
        "SHELF  | REPAIR | 0    |           | x | f-quantity",
        "SHELF  | REPAIR | 99   |           | x | are there and not set aside",
        "SHELF  | REPAIR | 1    | 1001,1002 | x | f-serials",
        "SHELF  | REPAIR | 1    |           | x | Scan the serials",
        "SHELF  | SHELF  | 1    | 1001      | x | f-to",
        "SHELF  | LOST   | 1    | 1001      | x | f-to",
        "AWAY   | REPAIR | 1    | 1001      | x | f-from",
        "SHELF  | REPAIR | 1    | 1001      |   | f-reason",
      })
  void aTransferThatCannotBeIsRefusedAndMovesNothing(
      String from,
      String to,
      @Nullable String quantity,
      @Nullable String units,
      @Nullable String reason,
      String said)
      throws Exception {
    var serials = new ArrayList<String>();
    for (var unit : units == null ? new String[0] : units.split(",")) {
      serials.add(sku + "-" + unit);
    }
    var refused =
        inspector.post(
            "/desk/stock/" + sku + "/transfer?lang=en",
            Map.of(
                "from",
                from,
                "to",
                to,
                "quantity",
                quantity == null ? "" : quantity,
                "serials",
                String.join("\n", serials),
                "reason",
                reason == null ? "" : reason));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(said);
    assertThat(
            jdbc.sql("select count(*) from stock_move where sku = ? and cause = 'carried'")
                .param(sku)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void photographed(String test, int step, PhotoSlot slot) {
    var kept =
        uploads.keep(
            new Album.OfQcTest(Long.parseLong(test.substring(test.lastIndexOf('/') + 1))),
            new Caption(step, slot, PhotoSource.QC),
            new ByteArrayInputStream(TestPhotos.jpeg(64, 48)),
            new Actor.Staff(1, Role.INSPECTOR),
            DeskShop.NOW);
    assertThat(kept).isInstanceOf(Answer.Done.class);
  }

  private String scanned(String serial) throws Exception {
    var answer = inspector.post("/desk/station/qc", Map.of("code", serial));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
