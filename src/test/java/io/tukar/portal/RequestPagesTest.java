package io.tukar.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.PlainBrowser.Seen;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.rma.ShopFixture.Line;
import io.tukar.rma.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class RequestPagesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final byte[] PHOTO = TestPhotos.jpeg(640, 480);

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
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
  }

  @Test
  void aDeadPhoneIsAskedForWithFourPhotosAndApprovedAtOnce() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    answerAll(draft);

    var check = browser.get(draft + "/periksa");
    assertThat(check.text())
        .contains("Dapat ditukar", "Selasa, 31 Maret 2026", "Ditanggung toko", "hari ke-7")
        .contains("Cara hitung lain yang tidak kami pakai");
    var status = submit(draft, "0");
    assertThat(status.path()).startsWith("/kasus/");
    assertThat(status.text())
        .contains("RMA-2603-", "Kirim paling lambat", "unit pengganti sudah disisihkan");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aKilledTabGoesOnWhereItWasLeft() {
    var sku = shop.product(500_000, 2);
    var order = shop.order(new Line(sku, 1, 450_000));
    var draft = begin(order);
    browser.post(draft + "/masalah/1", "reason", "DEAD_ON_ARRIVAL");

    assertThat(browser.get(draft).path()).isEqualTo(draft + "/gejala/1");
    try (var otherPhone = new PlainBrowser(port, "en")) {
      assertThat(otherPhone.get(draft).text()).contains("What do you notice?");
    }
    assertThat(find(order).text()).contains("Lanjutkan pengajuan", "href=\"" + draft + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, Jumlah sedikitnya 1",
    "0, Jumlah sedikitnya 1",
    "4, Hanya 3 yang dibeli",
    "dua, tidak dapat dibaca",
    "99999999999, tidak dapat dibaca"
  })
  void aQuantityThatCannotBeIsSaidAtItsFieldAndKept(String typed, String said) {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 3, 450_000)));

    var page = browser.post(draft + "/barang", "take-1", "true", "quantity-1", typed);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text())
        .contains("id=\"f-quantity-1-problem\"", said, "value=\"" + typed + "\"")
        .contains("href=\"#f-quantity-1\"");
    assertThat(browser.get(draft).path()).isEqualTo(draft + "/barang");
  }

  @Test
  void nothingChosenIsSaid() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 3, 450_000)));

    assertThat(browser.post(draft + "/barang").text()).contains("Pilih sedikitnya satu barang");
    assertThat(browser.post(draft + "/barang", "take-9", "true").text())
        .contains("Pilih sedikitnya satu barang");
  }

  @Test
  void unitsThatAreInACaseAreShownWithItAndCannotBeAskedForAgain() {
    var sku = shop.product(500_000, 9);
    var order = shop.order(new Line(sku, 3, 450_000), new Line(shop.product(9_000, 1), 1, 9_000));
    var first = begin(order);
    browser.post(first + "/barang", "take-1", "true", "quantity-1", "2");
    answerAll(first);
    submit(first, "0");
    var request = text("select request_number from rma where order_id = ?", order.id());

    var second = begin(order);
    assertThat(browser.get(second + "/barang").text()).contains("1 dari 3 unit", request);
    assertThat(browser.post(second + "/barang", "take-1", "true", "quantity-1", "2").text())
        .contains("Tinggal 1 yang dapat diajukan", request);
    assertThat(find(order).text()).contains("2 unit sudah diajukan: " + request);
  }

  @Test
  void anUnknownProductIsRefusedAtItsField() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    browser.post(draft + "/masalah/1", "reason", "WRONG_ITEM");
    browser.post(draft + "/kondisi/1");

    var page = browser.post(draft + "/pengganti/1", "wanted", "TIDAK-ADA", "search", "telepon");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("Tidak ada produk dengan kode TIDAK-ADA");
    assertThat(browser.post(draft + "/pengganti/1", "wanted", "").text())
        .contains("Pilih salah satu");
  }

  @Test
  void aDearerModelIsFoundWithItsDifferenceWhichIsFrozenAsShown() {
    var old = shop.product(500_000, 0);
    var dearer = shop.product(600_000, 1);
    var draft = begin(shop.order(new Line(old, 1, 450_000)));
    browser.post(draft + "/masalah/1", "reason", "DAMAGED_ON_ARRIVAL");
    browser.post(draft + "/kondisi/1", "complete", "yes");
    assertThat(browser.get(draft + "/pengganti/1?search=" + dearer).text())
        .contains("Anda menambah Rp150.000", "Stok tersedia", "Stok kosong");
    browser.post(draft + "/pengganti/1", "wanted", dearer);
    upload(draft, "LABEL", "FAULT", "BOX", "PACKAGING");
    browser.post(draft + "/foto/1");
    assertThat(browser.get(draft + "/periksa").text()).contains("Anda membayar Rp150.000");

    jdbc.sql("update product set list_price = 700000 where sku = ?").param(dearer).update();
    var changed = submit(draft, "150000");

    assertThat(changed.status()).isEqualTo(422);
    assertThat(changed.text()).contains("Harga baru saja berubah", "Anda membayar Rp250.000");
    assertThat(cases(draft)).isZero();
    assertThat(submit(draft, "250000").path()).startsWith("/kasus/");
  }

  @Test
  void whatIsNoPhotoIsSaidAtItsSlotAndNothingIsKept() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    browser.post(draft + "/masalah/1", "reason", "DEAD_ON_ARRIVAL");
    var noImage = "ini bukan foto".getBytes(StandardCharsets.UTF_8);
    for (var wrong : new byte[][] {noImage, new byte[0], TestPhotos.forgedPng(10_000, 10_000)}) {
      var page = browser.upload(draft + "/foto/1/LABEL", wrong);
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.text()).contains("id=\"slot-LABEL-problem\"");
    }
    assertThat(photos(draft)).isZero();
    assertThat(browser.upload(draft + "/foto/1/ATAP", PHOTO).status()).isEqualTo(400);
  }

  @Test
  void aPhotoThatIsTooLargeIsSaidSoHoweverLargeItIs() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    browser.post(draft + "/masalah/1", "reason", "DEAD_ON_ARRIVAL");
    browser.get(draft + "/foto/1");
    var large = browser.upload(draft + "/foto/1/LABEL", new byte[17 << 20]);
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.text()).contains("id=\"slot-LABEL-problem\"", "lebih besar dari 15 MB");

    browser.get(draft + "/foto/1");
    for (int megabytes : new int[] {62, 90}) {
      var huge = browser.upload(draft + "/foto/1/LABEL", new byte[megabytes << 20]);
      assertThat(huge.status()).isEqualTo(413);
      assertThat(huge.text()).contains("Berkas terlalu besar", "Kembali ke halaman tadi");
      if (megabytes == 62) {
        assertThat(huge.text()).contains("href=\"" + draft + "/foto/1\"");
      }
    }
    assertThat(photos(draft)).isZero();
    browser.get(draft + "/foto/1");
    assertThat(browser.upload(draft + "/foto/1/LABEL", PHOTO).status()).isEqualTo(200);
  }

  @Test
  void anEleventhPhotoOfAnItemIsRefusedAndOneCanBeTakenAway() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    browser.post(draft + "/masalah/1", "reason", "DEAD_ON_ARRIVAL");
    browser.get(draft + "/foto/1");
    for (int i = 0; i < 10; i++) {
      assertThat(browser.upload(draft + "/foto/1/UNIT", TestPhotos.jpeg(64 + i, 48)).status())
          .isEqualTo(200);
    }
    var eleventh = browser.upload(draft + "/foto/1/LABEL", PHOTO);
    assertThat(eleventh.status()).isEqualTo(422);
    assertThat(eleventh.text()).contains("Sudah ada 10 foto");

    long one = jdbc.sql("select max(id) from photo").query(Long.class).single();
    browser.post(draft + "/foto/1/hapus/" + one);
    assertThat(browser.upload(draft + "/foto/1/LABEL", PHOTO).status()).isEqualTo(200);
    assertThat(photos(draft)).isEqualTo(10);
  }

  @Test
  void photosAreShownToWhoHoldsTheDraftOnly() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    browser.post(draft + "/masalah/1", "reason", "DEAD_ON_ARRIVAL");
    upload(draft, "LABEL");
    long photo = jdbc.sql("select max(id) from photo").query(Long.class).single();

    var picture = browser.get(draft + "/gambar/" + photo + "/kecil");
    assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(picture.header("Cache-Control")).contains("private");
    var other = begin(shop.order(new Line(shop.product(1_000, 1), 1, 1_000)));
    assertThat(browser.get(other + "/gambar/" + photo + "/kecil").status()).isEqualTo(404);
  }

  @Test
  void missingPhotosAreNamedWithAWayBackAndTheRequestCanBeSentAllTheSame() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    answer(draft);
    upload(draft, "LABEL", "UNIT");
    browser.post(draft + "/foto/1");

    assertThat(browser.get(draft + "/periksa").text())
        .contains("masih kurang foto", draft + "/foto/1#slot-FAULT", draft + "/foto/1#slot-BOX")
        .doesNotContain("#slot-LABEL");
    assertThat(submit(draft, "0").text()).contains("Kirim foto", "Kerusakannya");
  }

  @Test
  void theDayOfReceiptIsAskedWhereNoCourierProvesIt() {
    var sku = shop.product(500_000, 2);
    var order = shop.order(new Line(sku, 1, 450_000));
    shop.receiptUnknown(order);
    var draft = begin(order);
    answer(draft);

    assertThat(browser.get(draft).path()).isEqualTo(draft + "/diterima");
    assertThat(browser.post(draft + "/diterima", "day", "other", "date", "2026-04-01").text())
        .contains("id=\"f-date-problem\"", "value=\"2026-04-01\"");
    assertThat(browser.post(draft + "/diterima", "day", "other", "date", "kapan").status())
        .isEqualTo(422);
    assertThat(browser.post(draft + "/diterima", "day", "2026-03-14").path())
        .isEqualTo(draft + "/foto/1");
  }

  @Test
  void aLateRequestLearnsWhyBeforeItIsSent() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(LocalDate.of(2026, 2, 2), new Line(sku, 1, 450_000)));
    answerAll(draft);

    assertThat(browser.get(draft + "/periksa").text())
        .contains("Tidak memenuhi syarat tukar", "Tidak terpenuhi.", "hari kerja");
  }

  @Test
  void sentEightTimesAtOnceItIsOneCase() throws Exception {
    var sku = shop.product(500_000, 9);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));
    answerAll(draft);
    browser.get(draft + "/periksa");

    try (var customers = Executors.newFixedThreadPool(8)) {
      var sent =
          customers.invokeAll(
              IntStream.range(0, 8)
                  .<java.util.concurrent.Callable<Seen>>mapToObj(i -> () -> submit(draft, "0"))
                  .toList());
      var paths = new java.util.HashSet<String>();
      for (var one : sent) {
        paths.add(one.get().path());
      }
      assertThat(paths).hasSize(1).allMatch(path -> path.startsWith("/kasus/"));
    }
    assertThat(cases(draft)).isEqualTo(1);
    assertThat(browser.get(draft + "/foto/1").path()).startsWith("/kasus/");
    assertThat(browser.post(draft + "/masalah/1", "reason", "MALFUNCTION").path())
        .startsWith("/kasus/");
  }

  @Test
  void anAddressOrAFormThatMakesNoSenseDoesNoHarm() {
    var sku = shop.product(500_000, 2);
    var draft = begin(shop.order(new Line(sku, 1, 450_000)));

    assertThat(browser.get(draft + "/masalah/7").path()).isEqualTo(draft + "/masalah/1");
    assertThat(browser.get(draft + "/periksa").path()).isEqualTo(draft + "/masalah/1");
    assertThat(submit(draft, "0").path()).isEqualTo(draft + "/masalah/1");
    assertThat(browser.post(draft + "/masalah/1", "reason", "BOSAN").text())
        .contains("Pilih salah satu");
    assertThat(browser.get("/pengajuan/bukan-uuid/barang").status()).isEqualTo(400);
  }

  private Seen find(ShopOfOrders.Bought order) {
    browser.get("/");
    return browser.post("/cari", "number", order.number(), "contact", order.email());
  }

  /** Starts a request and gives its address. */
  private String begin(ShopOfOrders.Bought order) {
    var begun = browser.post(find(order).path() + "/mulai");
    assertThat(begun.path()).startsWith("/pengajuan/");
    return begun
        .path()
        .substring(0, "/pengajuan/".length() + UUID.randomUUID().toString().length());
  }

  private void answer(String draft) {
    browser.post(draft + "/masalah/1", "reason", "DEAD_ON_ARRIVAL");
    browser.post(draft + "/gejala/1", "symptom", "NO_POWER");
    browser.post(draft + "/kondisi/1", "complete", "yes");
    browser.post(
        draft + "/pengganti/1",
        "wanted",
        jdbc.sql(
                "select i.sku from draft d join sold_item i on i.order_id = d.order_id"
                    + " where d.id = ?::uuid and i.line_no = 1")
            .param(draft.substring("/pengajuan/".length()))
            .query(String.class)
            .single());
  }

  private void answerAll(String draft) {
    answer(draft);
    upload(draft, "LABEL", "UNIT", "FAULT", "BOX");
    browser.post(draft + "/foto/1");
  }

  private void upload(String draft, String... slots) {
    browser.get(draft + "/foto/1");
    for (var slot : slots) {
      assertThat(browser.upload(draft + "/foto/1/" + slot, PHOTO).status()).isEqualTo(200);
    }
  }

  private Seen submit(String draft, String shown) {
    return browser.post(draft + "/periksa", "shown", shown);
  }

  private int photos(String draft) {
    return count("select count(*) from photo where draft_id = ?::uuid", draft);
  }

  private int cases(String draft) {
    return count("select count(*) from rma where draft_id = ?::uuid", draft);
  }

  private int count(String sql, String draft) {
    return jdbc.sql(sql)
        .param(draft.substring("/pengajuan/".length()))
        .query(Integer.class)
        .single();
  }

  private String text(String sql, long id) {
    return jdbc.sql(sql).param(id).query(String.class).single();
  }
}
