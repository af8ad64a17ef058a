package io.tukar.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.rma.ShopFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class FindPageTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  private PlainBrowser browser;
  private String number;
  private String email;
  private String sku;

  @BeforeEach
  void anOrder() {
    clock.standAt(MONDAY);
    jdbc.sql("delete from throttle").update();
    browser = new PlainBrowser(port, "id");
    var shop = new ShopFixture(jdbc);
    sku = "F" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    shop.product(sku, 500_000, 3);
    var order = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 450_000));
    number = text("select number from sales_order where id = ?", order);
    email =
        text(
            "select c.email from sales_order o join customer c on c.id = o.customer_id where o.id = ?",
            order);
    jdbc.sql(
            "insert into sold_unit (sold_item_id, sku, serial, mac) select id, sku, ?, ? from sold_item"
                + " where order_id = ?")
        .params(sku + "77", "0015650000" + String.format("%02x", order % 256), order)
        .update();
  }

  @AfterEach
  void close() {
    browser.close();
    clock.run();
  }

  @Test
  void thePageSpeaksTheBrowsersLanguageUntilAnotherIsChosen() {
    assertThat(browser.get("/").text()).contains("<html lang=\"id\"", "Tukar barang");
    assertThat(browser.get("/?lang=en").text()).contains("<html lang=\"en\"", "Exchange a product");
    assertThat(browser.get("/").text()).contains("Exchange a product");
  }

  @Test
  void anOrderIsFoundByNumberOrSerialWithTheContactItWasBoughtUnder() {
    for (var typed :
        new String[] {number, "#" + number.toLowerCase(java.util.Locale.ROOT), sku + "77"}) {
      var found = find(typed, email);
      assertThat(found.path()).startsWith("/pesanan/");
      assertThat(found.text()).contains(number, "Ajukan tukar");
    }
  }

  @Test
  void aWrongNumberAndAWrongContactGetTheSameAnswerAndTheTypedTextIsKept() {
    var wrongNumber = find("ORD-0", email);
    var wrongContact = find(number, "siapa@contoh.example");

    assertThat(wrongNumber.status()).isEqualTo(422);
    assertThat(wrongContact.status()).isEqualTo(422);
    assertThat(masked(wrongNumber.text(), "ORD-0", email))
        .isEqualTo(masked(wrongContact.text(), number, "siapa@contoh.example"));
    assertThat(wrongContact.text())
        .contains("value=\"siapa@contoh.example\"", "href=\"#f-number\"");
  }

  @Test
  void aContactThatIsNoneIsSaidAtItsFieldAndCostsNoTry() {
    for (int i = 0; i < 10; i++) {
      assertThat(find(number, "??").text()).contains("id=\"f-contact-problem\"");
    }
    assertThat(find(number, email).path()).startsWith("/pesanan/");
  }

  @Test
  void whoGuessesWaitsLongerAndLongerAlsoWithTheRightContact() {
    for (int i = 0; i < 4; i++) {
      assertThat(find(number, "tebak" + i + "@contoh.example").status()).isEqualTo(422);
    }
    var early = find(number, email);
    assertThat(early.status()).isEqualTo(429);
    assertThat(early.header("Retry-After")).isEqualTo("2");
    assertThat(early.text()).contains("value=\"" + email + "\"");

    clock.advance(Duration.ofSeconds(2));
    find(number, "tebak@contoh.example");
    assertThat(find(number, email).header("Retry-After")).isEqualTo("4");
    clock.advance(Duration.ofSeconds(4));
    assertThat(find(number, email).path()).startsWith("/pesanan/");
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    try (var stranger = new PlainBrowser(port, "id")) {
      assertThat(stranger.post("/cari", "number", number, "contact", email).status())
          .isEqualTo(403);
    }
  }

  @Test
  void anInventedLinkOpensNoOrder() {
    assertThat(browser.get("/pesanan/1-AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
    assertThat(browser.get("/pengajuan/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void startingARequestIsFirstContactAndStartingAgainGoesOnWithIt() {
    var order = find(number, email);
    var first = browser.post(order.path() + "/mulai");
    assertThat(first.path()).matches("/pengajuan/[0-9a-f-]{36}/masalah/1");
    assertThat(first.text()).contains("Senin, 16 Maret 2026, 10.00 WIB");

    clock.advance(Duration.ofDays(2));
    browser.get(order.path());
    var again = browser.post(order.path() + "/mulai");
    assertThat(again.path()).isEqualTo(first.path());
    assertThat(find(number, email).text()).contains("Lanjutkan pengajuan");
  }

  private PlainBrowser.Seen find(String typed, String contact) {
    browser.get("/");
    return browser.post("/cari", "number", typed, "contact", contact);
  }

  private static String masked(String page, String typed, String contact) {
    return page.replace(typed, "N").replace(contact, "C").replaceAll("value=\"[^\"]{60,}\"", "");
  }

  private String text(String sql, long id) {
    return jdbc.sql(sql).param(id).query(String.class).single();
  }
}
