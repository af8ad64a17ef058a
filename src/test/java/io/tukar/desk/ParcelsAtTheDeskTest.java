package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.messaging.PortalLinks;
import io.tukar.paper.Scanner;
import io.tukar.rma.Rma;
import io.tukar.rma.ShopFixture;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierBook;
import io.tukar.shipping.Shipments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Couriers, tariffs, papers and pickups at the desk, without a script. */
@TukarTest
@Import(DeskShop.class)
class ParcelsAtTheDeskTest {

  private static final String TARIFFS =
      """
      courier,service,origin,destination,per_kg,min_grams,days
      JNE,REG,Jakarta,Bandung,11000,1000,1-2
      JNE,REG,Bandung,Jakarta,12000,1000,1-2
      SiCepat,BEST,Jakarta,Bandung,-5,1000,1
      """;

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private CourierBook couriers;
  @Autowired private Shipments shipments;
  @Autowired private PortalLinks links;
  private PlainBrowser browser;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, phone)
            values ('Toko Suara', 'PT Suara', 'Jl. Dua No. 2', '+622100000000')
            on conflict do nothing
            """)
        .update();
    jdbc.sql("delete from tariff").update();
    browser = signedIn(Role.MANAGER);
  }

  @AfterEach
  void close() {
    couriers.offer(Arrays.asList(Courier.values()));
    browser.close();
    clock.run();
  }

  private PlainBrowser signedIn(Role role) {
    var visitor = new PlainBrowser(port, "id");
    visitor.get("/desk/sign-in");
    visitor.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    visitor.get("/desk/couriers");
    return visitor;
  }

  private PlainBrowser.Seen take(String file) {
    return browser.upload(
        "/desk/couriers/tariffs", Map.of(), "file", file.getBytes(StandardCharsets.UTF_8));
  }

  private void livesInBandung(Rma rma) {
    jdbc.sql(
            """
            update customer set name = 'Siti Nurhaliza', address = 'Jl. Satu No. 1', city = 'Kota Bandung',
              postcode = '40132' where id = ?
            """)
        .param(rma.customerId())
        .update();
    couriers.startsFrom("Jakarta Selatan", "");
  }

  @Test
  void aFileOfTariffsIsTakenWithAReportOfEachRefusedRowAndCanBeTakenAgain() {
    var first = take(TARIFFS);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text())
        .contains(
            "Tarif: 2 baru, 0 berubah, 0 tetap, 1 ditolak", "row 4, column per_kg", "Bandung");
    assertThat(take(TARIFFS).text()).contains("Tarif: 0 baru, 0 berubah, 2 tetap, 1 ditolak");
    assertThat(browser.get("/desk/couriers?q=kota%20bandung").text()).contains("Rp11.000");
    assertThat(browser.get("/desk/couriers?q=sorong").text())
        .contains("Belum ada tarif yang cocok");
    assertThat(browser.get("/desk/couriers?page=99999").status()).isEqualTo(200);

    assertThat(take("name,price\nx,1\n").text()).contains("bukan CSV tarif");
    assertThat(take("").status()).isEqualTo(422);
  }

  @Test
  void onlyAManagerChangesCouriersAndCustomersAreOfferedOnlyTheTrusted() {
    try (var agent = signedIn(Role.AGENT)) {
      assertThat(agent.post("/desk/couriers/offered", "offer-JNE", "true").status()).isEqualTo(403);
      assertThat(agent.post("/desk/couriers/origin", "city", "Jakarta").status()).isEqualTo(403);
      assertThat(agent.get("/desk/couriers").text()).doesNotContain("/desk/couriers/offered");
    }
    browser.post("/desk/couriers/offered", "offer-JNE", "true", "offer-POS", "true");
    var rma = shop.authorized();
    assertThat(browser.get(links.casePath(rma.id()) + "/kirim").text())
        .contains("value=\"JNE\"", "value=\"POS\"", "value=\"OTHER\"")
        .doesNotContain("value=\"SICEPAT\"");
    assertThat(
            browser
                .post(
                    "/desk/couriers/product",
                    "courier",
                    "JNE",
                    "code",
                    "ctc yes",
                    "name",
                    "Dalam kota",
                    "active",
                    "true")
                .text())
        .contains("Layanan disimpan", "CTC YES");
    assertThat(
            browser
                .post("/desk/couriers/product", "courier", "JNE", "code", "!", "name", "")
                .text())
        .contains("id=\"f-code-problem\"", "id=\"f-name-problem\"");
    assertThat(browser.post("/desk/couriers/origin", "city", "", "postcode", "12").text())
        .contains("id=\"f-city-problem\"");
  }

  @Test
  void theReceiptAndTheTariffAreSuggestedWhereTheSettlementIsMadeAndSaySo() {
    take(TARIFFS);
    var rma = shop.authorized();
    livesInBandung(rma);
    var path = links.casePath(rma.id());
    browser.get(path + "/kirim");
    var sent =
        browser.post(
            path + "/kirim",
            "version",
            "" + rma.version(),
            "courier",
            "JNE",
            "waybill",
            "JNERESI00001",
            "cost",
            "Rp 14.000");
    assertThat(sent.status()).isEqualTo(200);
    assertThat(shipments.of(rma.id()).getLast().carriage().paid().orElseThrow().minor())
        .isEqualTo(14_000);

    browser.get("/desk");
    var number = DeskShop.number(rma);
    shop.inspected(shop.received(rma));
    var page = browser.get("/desk/cases/" + number + "?act=settle").text();
    assertThat(page)
        .contains("Menurut struk pelanggan: Rp14.000.")
        .contains("Menurut tarif: JNE REG, Jakarta ke Bandung, 1 kg = Rp11.000.")
        .containsPattern("name=\"toShop\"[^>]*value=\"14000\"")
        .containsPattern("name=\"toCustomer\"[^>]*value=\"11000\"");
  }

  @Test
  void withoutATariffTheCostIsNotKnownAndThePageSaysIt() {
    var rma = shop.inspected();
    assertThat(browser.get("/desk/cases/" + DeskShop.number(rma) + "?act=settle").text())
        .contains("Tarif untuk rute ini tidak diketahui")
        .containsPattern("name=\"toCustomer\"[^>]*value=\"\"");
  }

  @Test
  void aParcelLeavesWithItsLabelAndSlipWhoseCodesAScannerReads() throws IOException {
    var rma = shop.settled();
    livesInBandung(rma);
    var number = DeskShop.number(rma);
    var serial = ShopFixture.serial(rma.lines().getFirst().wantedSku().value(), 1).value();
    browser.get("/desk/cases/" + number + "?act=dispatch");

    var wrong = dispatch(rma, serial, "SICEPAT", "JNE:REG", "0");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("bukan milik SiCepat", "paling berat 1.000.000");
    assertThat(dispatch(rma, serial, "JNE", "JNE:REG", "1.250").status()).isEqualTo(200);

    var parcel = shipments.of(rma.id()).getLast();
    assertThat(parcel.carriage())
        .satisfies(
            how -> {
              assertThat(how.product()).isEqualTo("REG");
              assertThat(how.weightGrams()).isEqualTo(1_250);
              assertThat(how.declaredValue()).isNotNull();
            });
    var papers = "/desk/cases/" + number + "/parcels/" + parcel.id();
    assertThat(browser.get("/desk/cases/" + number).text()).contains(papers + "/label.pdf");

    var label = browser.get(papers + "/label.pdf");
    assertThat(label.header("Content-Type")).startsWith("application/pdf");
    assertThat(Scanner.codes(label.answer().body(), BarcodeFormat.QR_CODE)).contains(number);
    assertThat(Scanner.codes(label.answer().body(), BarcodeFormat.CODE_128))
        .contains("JNEKELUAR001");
    assertThat(Scanner.text(label.answer().body()))
        .contains("Siti Nurhaliza", "Jl. Satu No. 1", "JNE REG", "Toko Suara");

    var slip = browser.get(papers + "/packing.pdf").answer().body();
    assertThat(Scanner.codes(slip, BarcodeFormat.CODE_128)).contains(number);
    assertThat(Scanner.text(slip)).contains("Slip isi paket", serial, "videokan");
    assertThat(browser.get("/desk/cases/" + number + "/parcels/999999/label.pdf").status())
        .isEqualTo(404);
    try (var nobody = new PlainBrowser(port, "id")) {
      assertThat(nobody.get(papers + "/label.pdf").path()).contains("/desk/sign-in");
    }
  }

  private PlainBrowser.Seen dispatch(
      Rma rma, String serial, String courier, String product, String weight) {
    return browser.post(
        "/desk/cases/" + DeskShop.number(rma) + "/dispatch",
        "version",
        "" + rma.version(),
        "line-1",
        "true",
        "serial-1-0",
        serial,
        "courier",
        courier,
        "waybill",
        "JNEKELUAR001",
        "product",
        product,
        "weight",
        weight,
        "declared",
        "1.500.000");
  }

  @Test
  void aPickupBookedByPhoneIsNotedAndTheCustomerIsTold() {
    var rma = shop.authorized();
    var number = DeskShop.number(rma);
    assertThat(browser.get("/desk/cases/" + number + "?act=pickup").text())
        .contains("Salahnya jelas di toko", "Telepon kurir");

    assertThat(pickup(rma, "").text()).contains("Belum ada layanan kurir yang terhubung");
    assertThat(pickup(rma, "JEMPUT12345").status()).isEqualTo(200);

    assertThat(shop.now(rma).parcelSent()).isTrue();
    var parcel = shipments.of(rma.id()).getLast();
    assertThat(parcel.carriage().booking()).isEqualTo(Booking.BY_HAND);
    assertThat(
            jdbc.sql("select count(*) from outbox where rma_id = ? and template = 'PICKUP_BOOKED'")
                .param(rma.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(browser.get("/desk/cases/" + number).text()).contains("dipesan lewat telepon");
  }

  private PlainBrowser.Seen pickup(Rma rma, String code) {
    return browser.post(
        "/desk/cases/" + DeskShop.number(rma) + "/pickup",
        "version",
        "" + rma.version(),
        "product",
        "JNE:REG",
        "weight",
        "1000",
        "waybill",
        code);
  }

  @Test
  void aGatewayTellsByItsHookWithoutAFormsToken() throws Exception {
    var told =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/biteship"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () ->
                        new ByteArrayInputStream(
                            "{\"event\":\"order.status\",\"order_id\":\"a1\",\"status\":\"picked\"}"
                                .getBytes(StandardCharsets.UTF_8))));
    try (var client = HttpClient.newHttpClient()) {
      var nothing = HttpResponse.BodyHandlers.discarding();
      assertThat(client.send(told.build(), nothing).statusCode()).isEqualTo(401);
      var known = told.header("X-Webhook-Secret", TukarTest.HOOK_SECRET).build();
      assertThat(client.send(known, nothing).statusCode()).isEqualTo(202);
    }
  }

  @Test
  void theCustomersSlipIsAPdfInTheirLanguageWithHowToPack() throws IOException {
    var rma = shop.authorized();
    var path = links.casePath(rma.id());
    assertThat(browser.get(path + "/slip").text()).contains(path + "/slip.pdf");
    var slip = browser.get(path + "/slip.pdf").answer().body();
    assertThat(Scanner.codes(slip, BarcodeFormat.QR_CODE)).contains(DeskShop.number(rma));
    assertThat(Scanner.codes(slip, BarcodeFormat.CODE_128)).contains(DeskShop.number(rma));
    assertThat(Scanner.text(slip)).contains("Toko Suara", "Jl. Dua No. 2", "Kemas");
    assertThat(Scanner.text(browser.get(path + "/slip.pdf?lang=en").answer().body()))
        .contains("Pack");
    assertThat(browser.get("/kasus/tidak-ada/slip.pdf").status()).isEqualTo(404);
  }
}
