package io.tukar.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.WaybillNumber;
import io.tukar.messaging.PortalLinks;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Channel;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.LineInspection;
import io.tukar.rma.OpenRequest;
import io.tukar.rma.Parcel;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Rmas;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.ShopFixture.Line;
import io.tukar.rma.Verification;
import io.tukar.settlement.PaymentCodes;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class CasePagesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final Actor AGENT = new Actor.Staff(1, Role.AGENT);
  private static final Parcel JNE = new Parcel(Courier.JNE, new WaybillNumber("JNE0012345"));

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private PortalLinks links;
  @Autowired private PaymentCodes codes;
  @Autowired private Verification verification;
  private PlainBrowser browser;
  private ShopOfOrders shop;

  @BeforeEach
  void open() {
    clock.standAt(MONDAY);
    browser = new PlainBrowser(port, "id");
    shop = new ShopOfOrders(jdbc);
  }

  @AfterEach
  void close() {
    browser.close();
    clock.run();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anInventedTokenOpensNothing() {
    var path = links.casePath(opened(1).id());
    var forged = path.substring(0, path.length() - 2) + "xx";
    for (var page : List.of("", "/kirim", "/slip", "/bayar", "/batal", "/foto", "/rusak")) {
      assertThat(browser.get(forged + page).status()).isEqualTo(404);
    }
  }

  @Test
  void anApprovedCaseTellsWhereHowAndByWhenToShip() {
    var rma = opened(1);
    var path = links.casePath(rma.id());

    assertThat(browser.get(path).text()).contains(String.valueOf(rma.rmaNumber()), "Giliran Anda");
    assertThat(browser.get(path + "/kirim").text())
        .contains("Jl. Uji 1, Jakarta 12190", "dus produknya", "Ongkir ditanggung toko");
    assertThat(browser.get(path + "/slip").text())
        .contains("<svg class=\"slip-qr\"", "<svg class=\"slip-bars\"", "1 × ");
  }

  @Test
  void aWaybillIsSavedOnceAndAWrongOneKeepsWhatWasTyped() {
    var rma = opened(1);
    var path = links.casePath(rma.id());
    browser.get(path + "/kirim");
    var version = Integer.toString(rma.version());

    var wrong = browser.post(path + "/kirim", "version", version, "waybill", "a?");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text())
        .contains("value=\"a?\"", "id=\"f-waybill-problem\"", "id=\"f-courier-problem\"");
    for (int i = 0; i < 2; i++) {
      var saved =
          browser.post(
              path + "/kirim", "version", version, "waybill", "jne 001 2345", "courier", "JNE");
      assertThat(saved.path()).isEqualTo(path);
      assertThat(saved.text()).contains("Paket Anda dalam perjalanan ke kami", "JNE JNE0012345");
    }
    assertThat(
            jdbc.sql("select count(*) from shipment where rma_id = ?")
                .param(rma.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void cancellingIsAskedOnceMoreAndAFormThatIsTooOldIsRefused() {
    var rma = opened(1);
    var path = links.casePath(rma.id());
    assertThat(browser.get(path + "/batal").text()).contains("Ya, batalkan");
    var seen = Integer.toString(rma.version());
    done(desk.waybill(CaseRef.latest(rma.id()), JNE, MONDAY, AGENT));

    var stale = browser.post(path + "/batal", "version", seen);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("baru saja diubah");
    assertThat(status(rma)).isEqualTo(RmaStatus.AUTHORIZED);

    var now = Integer.toString(rmas.find(rma.id()).orElseThrow().version());
    for (int i = 0; i < 2; i++) {
      assertThat(browser.post(path + "/batal", "version", now).text()).contains("Dibatalkan");
    }
    assertThat(status(rma)).isEqualTo(RmaStatus.CANCELLED);
  }

  @Test
  void oneOfTwoItemsCanBeTakenOut() {
    var rma = opened(2);
    var path = links.casePath(rma.id());
    assertThat(browser.get(path).text()).contains(path + "/tarik/2");
    browser.get(path + "/tarik/2");

    var after = browser.post(path + "/tarik/2", "version", Integer.toString(rma.version()));

    assertThat(after.text()).contains("Ditarik").doesNotContain("/tarik/1");
  }

  @Test
  void theLastMissingPhotoSendsTheCaseOn() {
    var rma = opened(1, "LABEL", "UNIT");
    var path = links.casePath(rma.id());
    assertThat(browser.get(path).text()).contains("Kirim foto", "Dus produk");
    browser.get(path + "/foto");
    assertThat(
            browser
                .upload(
                    path + "/foto/1/FAULT",
                    "bukan foto".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .text())
        .contains("id=\"slot-1-FAULT-problem\"");

    browser.upload(path + "/foto/1/FAULT", TestPhotos.jpeg(320, 240));
    assertThat(status(rma)).isEqualTo(RmaStatus.NEEDS_EVIDENCE);
    var last = browser.upload(path + "/foto/1/BOX", TestPhotos.jpeg(330, 240));

    assertThat(last.text()).contains("fotonya sudah kami terima");
    assertThat(status(rma)).isEqualTo(RmaStatus.AUTHORIZED);
    assertThat(
            jdbc.sql("select count(*) from outbox where rma_id = ? and template = 'NEEDS_EVIDENCE'")
                .param(rma.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatIsOwedIsShownWithBareDigitsToCopy() {
    var old = shop.product(500_000, 0);
    var dearer = shop.product(650_000, 1);
    var rma = opened(List.of(old), List.of(dearer), "LABEL", "UNIT", "FAULT", "BOX");
    inspected(rma);

    var page = browser.get(links.casePath(rma.id()) + "/bayar").text();

    var asked = codes.asked(rma.id(), Money.rupiah(150_000));
    assertThat(asked.code()).isBetween(1, 999);
    assertThat(page)
        .contains(
            "Rp150.000",
            "data-copy=\"" + (150_000 - asked.code()) + "\"",
            "Sudah dikurangi kode unik Rp" + asked.code(),
            "data-copy=\"1234567890\"");
  }

  @Test
  void theCustomerSaysWhetherTheReplacementWorks() {
    var sku = shop.product(500_000, 2);
    var rma = opened(List.of(sku), List.of(sku), "LABEL", "UNIT", "FAULT", "BOX");
    var path = links.casePath(rma.id());
    sent(rma, sku, 1);
    assertThat(browser.get(path).text()).contains("Apakah unit pengganti berfungsi baik?");

    browser.get(path + "/rusak");
    var again = browser.post(path + "/rusak", "version", version(rma));
    assertThat(again.text()).contains("Dibuka lagi, didahulukan");

    sent(rma, sku, 2);
    browser.get(path);
    for (int i = 0; i < 2; i++) {
      browser.post(path + "/berfungsi", "version", version(rma));
      assertThat(status(rma)).isEqualTo(RmaStatus.CLOSED);
    }
  }

  @Test
  void whoseReplacementIsOutOfStockChoosesOnThePhone() {
    var gone = shop.product(500_000, 0);
    var other = shop.product(620_000, 2);
    var rma = opened(List.of(gone), List.of(gone), "LABEL", "UNIT", "FAULT", "BOX");
    var page = links.casePath(rma.id()) + "/pilihan/1";

    assertThat(browser.get(links.casePath(rma.id())).text()).contains(page);
    assertThat(browser.get(page).text()).contains("Menunggu stok", "Nomor 1 dari 1");
    assertThat(browser.get(page + "?q=tidak-ada-ini").text())
        .contains("Tidak ada produk lain yang tersedia");
    assertThat(browser.get(page + "?q=" + other).text()).contains("Produk lain. Tambah Rp120.000.");

    var nothing = browser.post(page, "version", version(rma), "q", other);
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.text()).contains("Tambah Rp120.000.");
    for (int i = 0; i < 2; i++) {
      var chosen =
          browser.post(page, "version", version(rma), "q", other, "choice", "take:" + other);
      assertThat(chosen.path()).isEqualTo(links.casePath(rma.id()));
      assertThat(chosen.text()).contains("Pengganti lain dipilih").doesNotContain(page);
    }
  }

  private Rma opened(int lines, String... photos) {
    var skus = new ArrayList<String>();
    for (int i = 0; i < lines; i++) {
      skus.add(shop.product(500_000, 1));
    }
    var slots = photos.length > 0 ? photos : new String[] {"LABEL", "UNIT", "FAULT", "BOX"};
    return opened(skus, skus, slots);
  }

  private Rma opened(List<String> bought, List<String> wanted, String... photos) {
    var order =
        shop.order(bought.stream().map(sku -> new Line(sku, 1, 500_000)).toArray(Line[]::new));
    var draft = drafts.start(order.id(), Language.ID, MONDAY);
    var lines = new ArrayList<OpenRequest.Line>();
    for (int no = 1; no <= bought.size(); no++) {
      new ShopFixture(jdbc).photos(draft.id(), no, MONDAY, photos);
      lines.add(
          new OpenRequest.Line(
              no,
              1,
              ReturnReason.DEAD_ON_ARRIVAL,
              Symptom.NO_POWER,
              new Sku(wanted.get(no - 1)),
              new OpenRequest.Claimed(null, null, true),
              null,
              null));
    }
    return done(
        desk.open(
            new OpenRequest(
                order.id(),
                Channel.PORTAL,
                Language.ID,
                MONDAY,
                ContactChannel.PORTAL,
                draft.id(),
                lines,
                null),
            MONDAY,
            new Actor.Customer(1)));
  }

  private void inspected(Rma rma) {
    var ref = CaseRef.latest(rma.id());
    done(desk.receive(ref, List.of(), MONDAY, AGENT));
    var found =
        new LineInspection(
            1,
            new Seen(null, true, true, true, List.of()),
            Verdict.AS_CLAIMED,
            Fault.SHOP,
            Disposition.VENDOR_RMA,
            null,
            null);
    done(desk.inspect(ref, List.of(found), MONDAY, AGENT));
    done(desk.settle(ref, ShippingCosts.NONE, MONDAY, AGENT));
  }

  private void sent(Rma rma, String sku, int unit) {
    inspected(rma);
    var serials = List.of(ShopFixture.serial(sku, unit));
    done(
        desk.dispatch(
            CaseRef.latest(rma.id()), JNE, List.of(new LineDispatch(1, serials)), MONDAY, AGENT));
  }

  private RmaStatus status(Rma rma) {
    return rmas.find(rma.id()).orElseThrow().status();
  }

  private String version(Rma rma) {
    return Integer.toString(rmas.find(rma.id()).orElseThrow().version());
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
