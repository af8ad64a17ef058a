package io.tukar.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.messaging.PortalLinks;
import io.tukar.rma.ShopFixture.Line;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class PortalInBrowserTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final int TAPS_MAX = 22;

  /** Choosing a place for a photo, the shutter, and using the picture. */
  private static final int TAPS_PER_PHOTO = 3;

  private static final long FIRST_VIEW_BYTES_MAX = 100 * 1024;
  private static final List<String> SLOTS = List.of("LABEL", "UNIT", "FAULT", "BOX");
  private static final Path PICTURES = Path.of("target", "portal-pictures");

  private static BrowserForTests chromium;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  @Autowired private PortalLinks links;
  private ShopOfOrders shop;
  private int taps;
  private boolean scriptsRun;

  @BeforeAll
  static void start() {
    chromium = BrowserForTests.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    clock.standAt(MONDAY);
    shop = new ShopOfOrders(jdbc);
    taps = 0;
  }

  @AfterEach
  void run() {
    clock.run();
  }

  @Test
  void aDeadPhoneIsAskedForInIndonesianWithinTheTapsAndWithoutTyping() {
    var order = shop.order(new Line(shop.product(500_000, 2), 1, 450_000));
    try (var phone = phone("id-ID", true)) {
      var page = phone.newPage();
      taps++; // the link itself
      page.navigate(address(links.orderPath(order.id())));
      request(page, "id");

      assertThat(page.url()).contains("/kasus/");
      assertThat(page.content()).contains("RMA-2603-", "Kirim paling lambat");
      assertThat(taps).isLessThanOrEqualTo(TAPS_MAX);
      look(page, "id-status");
      tap(page.locator("a[href$='/kirim']"));
      look(page, "id-ship");
      page.locator("#f-waybill").fill("JNE0012345");
      tap(page.locator(".chip").first());
      tap(page.locator("form button[type=submit]"));
      assertThat(page.content()).contains("Paket Anda dalam perjalanan ke kami");
    }
  }

  @Test
  void theSameIsPossibleInEnglishWithoutJavaScript() {
    var order = shop.order(new Line(shop.product(500_000, 2), 1, 450_000));
    try (var phone = phone("en-GB", false)) {
      var page = phone.newPage();
      page.navigate(address("/"));
      look(page, "en-find");
      page.locator("#f-number").fill(order.number());
      page.locator("#f-contact").fill("nobody@example.test");
      tap(page.locator("form button[type=submit]"));
      assertThat(page.locator("#f-number").inputValue()).isEqualTo(order.number());
      look(page, "en-find-refused");
      page.locator("#f-contact").fill(order.email());
      tap(page.locator("form button[type=submit]"));
      request(page, "en");

      assertThat(page.content()).contains("RMA-2603-", "Ship by");
      look(page, "en-status");
    }
  }

  @Test
  void theFirstViewIsLight() {
    try (var phone = phone("id-ID", true)) {
      var page = phone.newPage();
      var bytes = new AtomicLong();
      page.onRequestFinished(
          request -> {
            var sizes = request.sizes();
            bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
          });
      page.navigate(address("/"));
      page.waitForLoadState();

      assertThat(bytes.get()).isPositive().isLessThanOrEqualTo(FIRST_VIEW_BYTES_MAX);
    }
  }

  private void request(Page page, String name) {
    look(page, name + "-order");
    tap(page.locator("form button[type=submit]"));
    look(page, name + "-reason");
    tap(page.locator("button[value=DEAD_ON_ARRIVAL]"));
    tap(page.locator("button[value=NO_POWER]"));
    look(page, name + "-condition");
    tap(page.locator("form button[type=submit]"));
    look(page, name + "-wanted");
    tap(page.locator("main > form button[type=submit]"));
    look(page, name + "-photos");
    for (var slot : SLOTS) {
      photo(page, slot);
    }
    look(page, name + "-photos-there");
    tap(page.locator("#photos-enough button"));
    look(page, name + "-check");
    tap(page.locator("form button[type=submit]"));
  }

  private void photo(Page page, String slot) {
    taps += TAPS_PER_PHOTO;
    var place = page.locator("#slot-" + slot);
    var picture = new FilePayload(slot + ".jpg", "image/jpeg", TestPhotos.jpeg(640, 480));
    place.locator("input[type=file]").setInputFiles(picture);
    var send = place.locator(".upload-send");
    if (send.isVisible()) {
      send.click();
    }
    page.locator("#slot-" + slot + ".slot-filled").waitFor();
  }

  private void tap(Locator target) {
    taps++;
    target.click();
  }

  /**
   * Nothing serious for who cannot see or point well, nothing wider than the phone; a picture. axe
   * is a script itself: it reads the same pages where scripts run.
   */
  private void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as(name)
        .isLessThanOrEqualTo(page.viewportSize().width);
    if (!scriptsRun) {
      return;
    }
    var found =
        AxeForTests.violations(page).stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> name + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
    assertThat(found).isEmpty();
  }

  private BrowserContext phone(String locale, boolean scripts) {
    scriptsRun = scripts;
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale(locale)
                .setColorScheme(scripts ? ColorScheme.LIGHT : ColorScheme.DARK)
                .setJavaScriptEnabled(scripts));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
