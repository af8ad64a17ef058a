package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import io.tukar.rma.RmaStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A parcel is received with a scanner's key events: 2 scans, 2 photos, 1 key. */
@TukarTest
@Import(DeskShop.class)
class ReceivingBrowserTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aParcelIsReceivedWithTwoScansTwoPhotosAndOneKey() {
    var rma = shop.authorized();
    try (var chromium = BrowserForTests.start();
        var context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("id"))) {
      var page = signedIn(context.newPage());
      page.navigate(address("/desk/station"));
      scan(page, DeskShop.number(rma));
      page.waitForURL(url -> url.contains("/desk/station/receive?q="));
      scan(page, "JX00098765" + rma.id());
      page.waitForURL(url -> url.contains("case="));
      page.locator("#f-photo")
          .setInputFiles(new FilePayload[] {photo("depan", 320), photo("samping", 330)});
      seen(page, "receive");
      page.locator("h1").click();
      page.keyboard().press("t");
      page.waitForURL(url -> url.contains("/desk/station/parcels/"));

      assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
      assertThat(page.locator(".thumbs img").count()).isEqualTo(2);
      seen(page, "parcel");

      page.navigate(address("/desk/station/receive"));
      scan(page, "JX00011111" + rma.id());
      page.waitForURL(url -> url.contains("?q="));
      seen(page, "without-case");
      page.locator("h1").click();
      page.keyboard().press("t");
      page.waitForURL(url -> url.contains("/desk/station/parcels/"));
      seen(page, "quarantined");
      page.navigate(address("/desk/station/parcels"));
      seen(page, "quarantine");
    }
  }

  /** Types fast and ends with Enter, where the page has put the keyboard. */
  private static void scan(Page page, String code) {
    page.locator("#q:focus").waitFor();
    page.keyboard().type(code);
    page.keyboard().press("Enter");
  }

  private static FilePayload photo(String name, int width) {
    return new FilePayload(name + ".jpg", "image/jpeg", TestPhotos.jpeg(width, 240));
  }

  private static void seen(Page page, String name) {
    assertThat(page.innerText("main")).as(name).doesNotContain("arrive.", "desk.", "goods.");
    for (int width : new int[] {360, 1280}) {
      page.setViewportSize(width, 800);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/desk", "arrive-%s-%d.png".formatted(name, width))));
      assertThat(AxeForTests.violations(page))
          .as(name)
          .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(n -> n.getHtml()).toList())
          .isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("%s is no wider than the screen", name)
          .isEqualTo(width);
    }
  }

  private Page signedIn(Page page) {
    page.setDefaultTimeout(15_000);
    page.navigate(address("/desk/sign-in"));
    page.fill("input[name=login]", DeskShop.login(Role.INSPECTOR));
    page.fill("input[name=password]", DeskShop.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.endsWith("/desk"));
    return page;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
