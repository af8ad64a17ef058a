package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order is packed and sent, as a station without a script sends it. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class PackPagesTest {

  private static final String PACK = "/desk/station/pack";
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"(key|order|unit)\" value=\"([^\"]*)\"");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Verification verification;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  private PlainBrowser inspector;
  private String sku = "";
  private String number = "";

  @BeforeEach
  void anInspectorAndAnOrder() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    inspector = new PlainBrowser(port, "id");
    inspector.get("/desk/sign-in");
    inspector.post(
        "/desk/sign-in", "login", DeskShop.login(Role.INSPECTOR), "password", DeskShop.PASSWORD);
    sku = shop.product(1_000_000, 3);
    number = shop.orderNumber(shop.openOrder(sku));
  }

  @AfterEach
  void letTheClockRun() {
    inspector.close();
    clock.run();
  }

  @Test
  void anOrderIsScannedItsUnitsAreScannedAndTheParcelLeavesOnce() {
    assertThat(inspector.get("/desk/station").text()).contains("href=\"" + PACK + "\"");
    assertThat(inspector.get(PACK).text()).contains(number, "2 unit");
    var opened = inspector.get(PACK + "?q=" + number.toLowerCase(java.util.Locale.ROOT));
    assertThat(opened.text())
        .contains("Pesanan " + number, "Untuk Pembeli", "0 dari 2 ada di paket ini");

    var one = scan(opened.text(), sku + "-1001");
    assertThat(one.text()).contains("1 dari 2 ada di paket ini", sku + "-1001", "Keluarkan");
    assertThat(scan(one.text(), sku + "-1001").text()).contains("terpindai dua kali");
    var two = scan(one.text(), sku + "-1002");
    assertThat(two.text()).contains("2 dari 2 ada di paket ini");
    var third = scan(two.text(), sku + "-1003");
    assertThat(third.status()).isEqualTo(422);
    assertThat(third.text()).contains("kelebihan satu", "2 dari 2 ada di paket ini");

    var form = hidden(two.text(), List.of("key", "order", "unit"));
    var unreadable = new ArrayList<>(form);
    unreadable.addAll(List.of("courier", "JNE", "waybill", "?"));
    var again = inspector.post(PACK, unreadable.toArray(String[]::new));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("value=\"?\"", "2 dari 2 ada di paket ini");
    form.addAll(List.of("courier", "JNE", "waybill", "JX0012345678"));
    var sent = inspector.post(PACK, form.toArray(String[]::new));
    assertThat(sent.text())
        .contains("Paket tercatat", "JX0012345678", "Bayu Gudang", "Pesanan ini sudah dikirim");
    var twice = inspector.post(PACK, form.toArray(String[]::new));
    assertThat(twice.text()).contains("Paket tercatat");

    assertThat(
            jdbc.sql(
                    "select count(*) from sale_parcel p join sales_order o on o.id = p.order_id"
                        + " where o.number = ?")
                .param(number)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(inspector.get(PACK).text()).doesNotContain(number);
    var unit = shop.unitOf(sku);
    assertThat(inspector.get("/desk/units/" + unit).text()).contains(number, "Pelanggan");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aUnitIsTakenOutAgainBeforeTheParcelLeaves() {
    var opened = inspector.get(PACK + "?order=" + number);
    var one = scan(opened.text(), sku + "-1001");
    var out =
        Pattern.compile("href=\"(" + PACK + "\\?order=[^\"]*)\">Keluarkan").matcher(one.text());
    assertThat(out.find()).isTrue();

    assertThat(inspector.get(out.group(1).replace("&amp;", "&")).text())
        .contains("0 dari 2 ada di paket ini");
  }

  @Test
  void whatMayNotLeaveIsSaidAsItIsScanned() {
    jdbc.sql("update unit set qc_passed_at = null where sku = ? and serial = ?")
        .params(sku, sku + "-1001")
        .update();
    var other = shop.product(2_000_000, 1);
    var page = inspector.get(PACK + "?order=" + number).text();

    assertThat(scan(page, sku + "-1001").text()).contains("belum lulus QC");
    assertThat(scan(page, other + "-1001").text()).contains("tidak ada di pesanan ini");
    assertThat(scan(page, "TIDAKADA99").text()).contains("Uji dulu di meja QC");
    assertThat(scan(page, "<b>").text()).contains("&lt;b&gt;").doesNotContain("<b>.");
    assertThat(inspector.get(PACK + "?q=TAK-ADA-1").text())
        .contains("Tidak ada pesanan dengan nomor TAK-ADA-1");
    assertThat(inspector.get(PACK + "?order=" + number + "&unit=99999999&unit=x").status())
        .isEqualTo(200);
  }

  private PlainBrowser.Seen scan(String page, String code) {
    var path =
        new StringBuilder(PACK + "?q=")
            .append(java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8));
    var fields =
        hidden(
            page.substring(0, page.indexOf("method=\"post\" class=\"stack\"")),
            List.of("order", "unit"));
    for (int i = 0; i < fields.size(); i += 2) {
      path.append('&').append(fields.get(i)).append('=').append(fields.get(i + 1));
    }
    return inspector.get(path.toString());
  }

  /** The hidden fields of the form that sends the parcel, or of the one that scans. */
  private static List<String> hidden(String page, List<String> names) {
    var part =
        names.contains("key")
            ? page.substring(page.indexOf("method=\"post\" class=\"stack\""))
            : page;
    var fields = new ArrayList<String>();
    var found = HIDDEN.matcher(part);
    while (found.find()) {
      if (names.contains(found.group(1))) {
        fields.addAll(List.of(found.group(1), found.group(2)));
      }
    }
    return fields;
  }
}
