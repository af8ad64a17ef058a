package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import io.tukar.stock.qc.QcTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A test before shipping (clause P1) with a scanner and single keys, on a real browser. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class QcKeysTest {

  /** One for each step of an IP phone's plan: what is scanned or read off the unit is aside. */
  private static final int KEYS_MAX = 10;

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private Units units;
  @Autowired private QcTests tests;

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
  void aGoodPhoneIsTestedWithTwoScansAndOneKeyForEachStep() {
    var serial = shop.product(1_000_000, 2) + "-1001";
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
      page.navigate(address("/desk/station/qc?lang=en"));
      readable(page);

      scan(page, serial);
      readable(page);
      int keys = 0;
      while (page.locator("[name=answer]").count() > 0) {
        assertThat(keys).as("keys so far").isLessThan(KEYS_MAX);
        answer(page);
        keys++;
      }
      readable(page);
      photograph(page, "seal.jpg");
      scan(page, "SF-" + serial);

      assertThat(page.locator("[role=status]").textContent()).contains("Passed");
    }
    var unit = units.scanned(serial).getFirst();
    assertThat(unit).returns(true, Unit::checked);
    assertThat(tests.of(unit.id())).hasSize(1);
  }

  /** Enter after a value that was read, else the key that says it is as expected. */
  private static void answer(Page page) {
    if (page.locator("[name=photo]").count() > 0) {
      photograph(page, "unit.jpg");
    }
    if (page.locator("[data-now]").count() > 0) {
      press(page, "1");
    } else {
      page.keyboard().type("1.0.11.64");
      press(page, "Enter");
    }
  }

  private static void photograph(Page page, String name) {
    page.setInputFiles(
        "[name=photo]", new FilePayload(name, "image/jpeg", TestPhotos.jpeg(80, 60)));
  }

  /** A scanner types what it reads into whatever has the focus, and Enter. */
  private static void scan(Page page, String code) {
    page.keyboard().type(code);
    press(page, "Enter");
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
