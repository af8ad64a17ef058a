package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.rma.Verification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vendor's batch on its pages, as the desk's browser sends its forms. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class VendorPagesTest {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
  }

  @AfterEach
  void everythingHolds() {
    clock.run();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void unitsAreScannedAndTickedSentAndTheirAnswersBooked() throws Exception {
    var sku = waiting(3);
    var inspector = as(Role.INSPECTOR);
    assertThat(inspector.get("/desk/stock?lang=en").body()).contains("/desk/stock/vendor");
    var batch = begun(inspector, "Pabrik Alfa");
    assertThat(inspector.get(batch).body()).contains("<h1>Batch for Pabrik Alfa</h1>");

    assertThat(inspector.post(batch + "/scan", Map.of("code", sku + "-1001", "fault", "Mati")))
        .satisfies(
            answer ->
                assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("told=" + sku + "-1001")));
    assertThat(inspector.post(batch + "/units", Map.of("unit", unit(sku, 1002))).statusCode())
        .isEqualTo(303);
    assertThat(inspector.post(batch + "/units", Map.of()).statusCode()).isEqualTo(422);
    var page = inspector.get(batch).body();
    assertThat(page).contains("Mati", "2 in it, 2 unanswered", "id=\"unit-" + unit(sku, 1003));

    var sending =
        Map.of(
            "version",
            version(page),
            "key",
            UUID.randomUUID().toString(),
            "reference",
            "GS-77",
            "waybill",
            "JNE00112233");
    assertThat(inspector.post(batch + "/send", sending).statusCode()).isEqualTo(303);
    assertThat(inspector.post(batch + "/send", sending).statusCode()).as("twice").isEqualTo(303);
    assertThat(inspector.get(batch).body()).contains("GS-77", "JNE00112233", "With the vendor");

    var first = item(inspector, batch, sku + "-1001");
    assertThat(inspector.get(first).body())
        .contains("Mati", "data-key=\"1\"")
        .doesNotContain("name=\"amount\"");
    var key = UUID.randomUUID().toString();
    var wrong =
        inspector.post(first, Map.of("key", key, "outcome", "REPAIRED", "serial", "BARU-1"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("value=\"BARU-1\"", "only where the vendor sent a replacement", key);
    var replaced = Map.of("key", key, "outcome", "REPLACED", "serial", "BARU-1", "paper", "DO-5");
    assertThat(inspector.post(first, replaced).statusCode()).isEqualTo(303);
    assertThat(inspector.post(first, replaced).statusCode()).as("twice").isEqualTo(303);
    assertThat(inspector.get(first).body())
        .contains("BARU-1", "DO-5", DeskShop.name(Role.INSPECTOR));

    var second = item(inspector, batch, sku + "-1002");
    assertThat(inspector.post(second + "/credit", Map.of("outcome", "LOST")).statusCode())
        .isEqualTo(403);
    var manager = as(Role.MANAGER);
    assertThat(manager.post(second + "/credit", Map.of("outcome", "LOST", "amount", "5000")).body())
        .contains("only where the vendor gave a credit");
    var refused =
        manager.post(second + "/credit", Map.of("outcome", "CREDITED", "amount", "Rp450.000"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"Rp450.000\"", "href=\"#f-credit-paper\"");
    assertThat(
            manager
                .post(
                    second + "/credit",
                    Map.of("outcome", "CREDITED", "amount", "", "credit-paper", "CN-1"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            manager
                .post(
                    second + "/credit",
                    Map.of("outcome", "CREDITED", "amount", "Rp450.000", "credit-paper", "CN-1"))
                .statusCode())
        .isEqualTo(303);
    assertThat(as(Role.FINANCE).get(batch).body())
        .contains("Rp450,000", "CN-1", "Closed")
        .doesNotContain("<form action=\"" + batch);
  }

  @Test
  void aScanSaysWhyAUnitDoesNotGoAlong() throws Exception {
    var sku = waiting(1);
    var elsewhere = shop.product(500_000, 1);
    var inspector = as(Role.INSPECTOR);
    var batch = begun(inspector, "Pabrik <Beta>");
    assertThat(inspector.post(batch + "/scan", Map.of("code", elsewhere + "-1001")).body())
        .contains("does not wait for its vendor", "value=\"" + elsewhere + "-1001\"");
    assertThat(inspector.post(batch + "/scan", Map.of("code", "TIDAK-ADA")).body())
        .contains("No unit has the code TIDAK-ADA");
    assertThat(inspector.post(batch + "/scan", Map.of("code", " ")).statusCode()).isEqualTo(422);
    assertThat(inspector.post(batch + "/send", Map.of("version", "1", "reference", "R-1")).body())
        .contains("This batch is empty", "value=\"R-1\"");
    inspector.post(batch + "/scan", Map.of("code", sku + "-1001"));
    var page = inspector.get(batch + "?lang=en").body();
    assertThat(page).contains("Pabrik &lt;Beta&gt;");
    var out = Pattern.compile("action=\"(" + batch + "/items/[0-9]+/out)\"").matcher(page);
    assertThat(out.find()).isTrue();
    assertThat(inspector.post(out.group(1), Map.of()).statusCode()).isEqualTo(303);
    assertThat(inspector.post(out.group(1), Map.of()).statusCode()).as("twice").isEqualTo(303);
    assertThat(inspector.get(batch + "?lang=en").body()).contains("The batch is empty");
  }

  @Test
  void goodsWithoutSerialsGoAlongAndComeBackByNumber() throws Exception {
    var sku = shop.product(50_000, 0);
    jdbc.sql("update product set serialised = false where sku = ?").param(sku).update();
    var inspector = as(Role.INSPECTOR);
    inspector.post(
        "/desk/deliveries/new",
        Map.of("supplier", "PT Kabel", "reference", "SJ-" + sku, "sku-0", sku, "quantity-0", "6"));
    inspector.post(
        "/desk/stock/" + sku + "/transfer",
        Map.of("from", "SHELF", "to", "VENDOR", "quantity", "4", "reason", "Putus"));
    var batch = begun(inspector, "Pabrik Kabel");
    var field = "quantity-" + sku;
    var many = inspector.post(batch + "/number", Map.of("sku", sku, field, "9"));
    assertThat(many.statusCode()).isEqualTo(422);
    assertThat(many.body()).contains("Only 4 wait", "href=\"#f-" + field + "\"", "value=\"9\"");
    assertThat(inspector.post(batch + "/number", Map.of("sku", sku, field, "3")).statusCode())
        .isEqualTo(303);
    var page = inspector.get(batch).body();
    inspector.post(batch + "/send", Map.of("version", version(page), "reference", "K-1"));
    var item = items(inspector.get(batch).body(), batch);
    assertThat(inspector.post(item, Map.of("outcome", "REPLACED", "quantity", "x")).statusCode())
        .isEqualTo(422);
    assertThat(inspector.post(item, Map.of("outcome", "REPLACED", "quantity", "2")).statusCode())
        .isEqualTo(303);
    assertThat(inspector.get(batch).body()).contains("3 in it, 1 unanswered");
    assertThat(
            inspector.post(item, Map.of("outcome", "REFUSED-SCRAP", "quantity", "1")).statusCode())
        .isEqualTo(303);
    assertThat(
            jdbc.sql("select on_hand from stock_level where sku = ?")
                .param(sku)
                .query(Integer.class)
                .single())
        .as("two stayed, two came")
        .isEqualTo(4);
  }

  @Test
  void aVendorThatTakesTooLongIsMarked() throws Exception {
    var sku = waiting(1);
    var inspector = as(Role.INSPECTOR);
    var batch = begun(inspector, "Pabrik Lambat");
    inspector.post(batch + "/scan", Map.of("code", sku + "-1001"));
    inspector.post(
        batch + "/send",
        Map.of("version", version(inspector.get(batch).body()), "reference", "L-1"));
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(30)));
    assertThat(as(Role.AGENT).get("/desk/stock/vendor?lang=en").body())
        .contains("Pabrik Lambat", ">30<")
        .doesNotContain("30 days: ask");
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(31)));
    assertThat(as(Role.AGENT).get("/desk/stock/vendor?lang=en").body()).contains("31 days: ask");
    assertThat(as(Role.AGENT).get(batch + "?lang=en").body())
        .contains("With the vendor for 31 days");
  }

  @Test
  void aBatchIsPrintedAndDownloadedWithoutFormulas() throws Exception {
    var sku = waiting(2);
    jdbc.sql("update product set name = '=HYPERLINK(\"x\")' where sku = ?").param(sku).update();
    var inspector = as(Role.INSPECTOR);
    var batch = begun(inspector, "Pabrik Kertas");
    inspector.post(batch + "/scan", Map.of("code", sku + "-1001", "fault", "@mati, total"));
    assertThat(inspector.get("/desk/units/" + unit(sku, 1001) + "?lang=en").body())
        .contains("In a batch for Pabrik Kertas");
    assertThat(printed(inspector.file(batch + "/packing.pdf")))
        .contains("Claim for Pabrik Kertas", "Not sent yet", sku + "-1001", "@mati, total");
    inspector.post(
        batch + "/send",
        Map.of("version", version(inspector.get(batch).body()), "reference", "RMA—é 12"));
    inspector.post(
        item(inspector, batch, sku + "-1001"),
        Map.of("outcome", "REFUSED-REPAIR", "paper", "+SRV-1"));

    var csv = inspector.get(batch + "/units.csv");
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(sku + "-1001," + sku + ",\"'=HYPERLINK(\"\"x\"\")\",1,\"'@mati, total\"")
        .contains("REFUSED,REPAIR,,,'+SRV-1,2026-");
    assertThat(printed(as(Role.AGENT).file(batch + "/packing.pdf"))).contains(sku + "-1001");
    assertThat(inspector.get("/desk/stock/vendor/999999/packing.pdf").statusCode()).isEqualTo(404);
  }

  private static String printed(byte[] pdf) throws Exception {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void onlyTheWarehouseGathersAndSends() throws Exception {
    var inspector = as(Role.INSPECTOR);
    var batch = begun(inspector, "Pabrik Tertutup");
    for (var role : new Role[] {Role.AGENT, Role.FINANCE}) {
      var visitor = as(role);
      assertThat(visitor.get("/desk/stock/vendor").body()).doesNotContain("id=\"f-vendor\"");
      for (var path :
          new String[] {
            "", "/scan", "/units", "/number", "/send", "/items/1/out", "/items/1", "/items/1/credit"
          }) {
        assertThat(visitor.post(batch + path, Map.of()).statusCode()).as(path).isIn(403, 405);
      }
      assertThat(visitor.post("/desk/stock/vendor", Map.of("vendor", "X")).statusCode())
          .isEqualTo(403);
    }
    assertThat(inspector.post("/desk/stock/vendor", Map.of("vendor", " ")).statusCode())
        .isEqualTo(422);
  }

  /** A product of which so many units wait for their vendor. */
  private String waiting(int units) throws Exception {
    var sku = shop.product(500_000, units);
    var serials = new StringBuilder();
    for (int n = 1; n <= units; n++) {
      serials.append(sku).append('-').append(1000 + n).append('\n');
    }
    var carried =
        as(Role.INSPECTOR)
            .post(
                "/desk/stock/" + sku + "/transfer",
                Map.of(
                    "from",
                    "SHELF",
                    "to",
                    "VENDOR",
                    "serials",
                    serials.toString(),
                    "reason",
                    "Rusak"));
    assertThat(carried.statusCode()).isEqualTo(303);
    return sku;
  }

  private static String begun(Visitor inspector, String vendor) throws Exception {
    inspector.get("/desk/stock/vendor?lang=en");
    var answer = inspector.post("/desk/stock/vendor", Map.of("vendor", vendor));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String item(Visitor inspector, String batch, String code) throws Exception {
    var answer = inspector.get(batch + "?code=" + code);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String items(String page, String batch) {
    var link = Pattern.compile("href=\"(" + batch + "/items/[0-9]+)\"").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String version(String page) {
    var version = VERSION.matcher(page);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private String unit(String sku, int n) {
    return jdbc.sql("select id from unit where sku = ? and serial = ?")
        .params(sku, sku + "-" + n)
        .query(String.class)
        .single();
  }

  private Visitor as(Role role) throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD);
    return visitor;
  }
}
