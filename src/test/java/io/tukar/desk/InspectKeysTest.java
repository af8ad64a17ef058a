package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.LineState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A clean inspection from the station, with a scanner and single keys, on a real browser, keys
 * counted.
 */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class InspectKeysTest {

  /** As many keys as a clean inspection of a dead phone may take, the scanner's aside. */
  private static final int KEYS_MAX = 12;

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
  void aDeadPhoneIsInspectedWithAScanAndFewKeys() {
    var rma = shop.received();
    try (var chromium = BrowserForTests.start();
        var context =
            chromium
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(360, 800))) {
      var page = context.newPage();
      page.navigate(address("/desk/sign-in"));
      page.fill("[name=login]", DeskShop.login(Role.INSPECTOR));
      page.fill("[name=password]", DeskShop.PASSWORD);
      page.click("main button[type=submit]");
      page.navigate(address("/desk/station?lang=en"));
      page.keyboard().type(DeskShop.number(rma));
      press(page, "Enter");
      assertThat(page.url()).endsWith("/desk/inspect/" + DeskShop.number(rma));

      page.keyboard().type("UJI-8001");
      press(page, "Enter");
      int keys = 0;
      readable(page);
      while (page.locator("[name=check]").count() > 0) {
        assertThat(keys).as("keys so far").isLessThan(KEYS_MAX);
        press(page, "1");
        keys++;
      }
      readable(page);
      press(page, "Enter");
      keys++;
      page.waitForURL("**/desk/cases/**");

      assertThat(keys).isLessThanOrEqualTo(KEYS_MAX);
    }
    assertThat(shop.now(rma).lines().getFirst().state()).isEqualTo(LineState.ACCEPTED);
  }

  /** Presses a key and waits for the page it leads to, which the mark is not on. */
  private static void press(Page page, String key) {
    page.evaluate("document.body.dataset.before = 'true'");
    page.keyboard().press(key);
    page.waitForSelector("body:not([data-before]) h1");
    page.waitForLoadState();
  }

  private static void readable(Page page) {
    assertThat(AxeForTests.violations(page))
        .map(
            rule ->
                rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
