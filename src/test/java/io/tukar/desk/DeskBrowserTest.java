package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.calendar.HolidayUploads;
import io.tukar.cashier.Receipts;
import io.tukar.cashier.StatementIntake;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.ShopFixture;
import io.tukar.staff.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A day at the desk with a keyboard, on a real browser. */
@TukarTest
@FreshDatabase
@Import({DeskShop.class, VendorShop.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserTest {

  /** Cells of a list, status and due date among them, that are hidden or end past the screen. */
  private static final String BESIDE_THE_SCREEN =
      """
      [...document.querySelectorAll('table.cards tbody td')]
        .filter(cell => cell.textContent.trim() !== '')
        .filter(cell => {
          const box = cell.getBoundingClientRect();
          const edge = cell.closest('.scroll').getBoundingClientRect().right;
          return box.width === 0 || box.height === 0 || box.right > edge + 1;
        }).length
      """;

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private VendorShop vendors;
  @Autowired private ClockForTests clock;
  @Autowired private HolidayUploads uploads;
  @Autowired private Accounts accounts;
  @Autowired private StatementIntake statements;
  @Autowired private Receipts receipts;
  @TempDir private Path folder;
  private BrowserForTests chromium;
  private Browser browser;

  @BeforeAll
  void startBrowser() {
    chromium = BrowserForTests.start();
    browser = chromium.browser();
  }

  @AfterAll
  void stopBrowser() {
    chromium.close();
  }

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
  void anAgentAuthorizesWithTwoKeysAndGoesToTheNextCaseWithOne() {
    shop.toReview();
    shop.toReview();
    try (var context = desktop()) {
      var page = signedIn(context, Role.AGENT);
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("/desk/cases/"));
      var number = page.url().substring(page.url().lastIndexOf('/') + 1);
      var opened = shop.numbered(number);
      assertThat(opened.status()).isEqualTo(RmaStatus.REQUESTED);

      page.keyboard().press("a");
      arrive(page, "?act=authorize");
      focused(page, "#act-form button");
      page.keyboard().press("Enter");
      arrive(page, "?done=authorize");

      assertThat(shop.now(opened).status()).isEqualTo(RmaStatus.AUTHORIZED);
      page.keyboard().press("n");
      page.waitForURL(url -> url.contains("/desk/cases/") && !url.contains(number.substring(3)));
    }
  }

  @Test
  void anInspectorReceivesAndFindsACleanDeadPhoneInAHandfulOfKeys() {
    var rma = shop.authorized();
    try (var context = desktop()) {
      var page = signedIn(context, Role.INSPECTOR);
      page.navigate(address("/desk/station"));
      focused(page, "#q");
      page.keyboard().type(DeskShop.number(rma));
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("/desk/station/receive?q="));
      focused(page, "#q");
      page.keyboard().type("JX000" + rma.id());
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("waybill=") || url.contains("case="));
      page.locator("h1").click();
      page.keyboard().press("t");
      page.waitForURL(url -> url.contains("/desk/station/parcels/"));
      assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.RECEIVED);

      page.navigate(address("/desk/cases/" + DeskShop.number(rma)));
      page.keyboard().press("i");
      page.waitForURL(url -> url.endsWith("/desk/inspect/" + DeskShop.number(rma)));
      focused(page, "input[name=code]");
      page.keyboard().type("20EZ4KTH81");
      page.keyboard().press("Enter");
      page.waitForSelector("input[name=answer]");
      while (page.locator("input[name=check]").count() > 0) {
        page.evaluate("document.body.dataset.before = 'true'");
        page.keyboard().press("1");
        page.waitForSelector("body:not([data-before]) h1");
      }
      page.keyboard().press("Enter");
      arrive(page, "?done=inspect");

      assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.INSPECTED);
    }
  }

  @Test
  void financeSettlesAndTheInspectorSendsTheScannedUnit() {
    var rma = shop.inspected();
    var sku = rma.lines().getFirst().wantedSku().value();
    try (var context = desktop()) {
      var page = signedIn(context, Role.FINANCE);
      page.navigate(address("/desk/cases/" + DeskShop.number(rma)));
      page.keyboard().press("s");
      arrive(page, "?act=settle");
      focused(page, "#act-form button");
      page.keyboard().press("Enter");
      arrive(page, "?done=settle");
    }
    try (var context = desktop()) {
      var page = signedIn(context, Role.INSPECTOR);
      page.navigate(address("/desk/cases/" + DeskShop.number(rma)));
      page.keyboard().press("x");
      arrive(page, "?act=dispatch");
      focused(page, "#act-form input[name^=serial]");
      page.keyboard().type(ShopFixture.serial(sku, 1).value());
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().type("JNE00112233");
      page.keyboard().press("Enter");
      arrive(page, "?done=dispatch");
    }
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.DISPATCHED);
  }

  @Test
  void aCallersCaseIsCheckedAsItIsTypedAndSaved() {
    var sku = shop.product(900_000, 3);
    var order = shop.order(sku, 900_000);
    shop.rename(order, "Dewi Lestari Penelepon");
    try (var context = desktop()) {
      var page = signedIn(context, Role.AGENT);
      page.keyboard().press("c");
      arrive(page, "/desk/new");
      focused(page, "#q");
      page.keyboard().type("lestari penelepon");
      page.keyboard().press("Enter");
      page.locator("h2:has-text('" + shop.orderNumber(order) + "')").waitFor();

      page.selectOption("select[name=reason-1]", "MALFUNCTION");
      page.locator("#precheck .proof").first().waitFor();
      shot(page, "quick-checked");
      assertThat(page.locator("#precheck").innerText()).contains("kurang foto");
      page.locator("form.quick button:not([name])").click();
      page.waitForURL(url -> url.contains("/desk/cases/PJ-"));

      assertThat(page.locator("main").innerText()).contains("Dewi Lestari Penelepon", sku);
    }
  }

  @Test
  void withoutJavaScriptTheSameStepsAreLinksAndButtons() {
    var rma = shop.toReview();
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("id"))) {
      var page = signedIn(context, Role.AGENT);
      page.navigate(address("/desk/cases/" + DeskShop.number(rma)));
      page.locator("a[href$='act=decline']").click();
      page.locator("textarea[name=reason]").fill("Barang bukan dari toko kami.");
      page.locator("#act-form button").click();
      arrive(page, "?done=decline");

      assertThat(page.locator("main").innerText()).contains("Barang bukan dari toko kami.");
    }
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.DECLINED);
  }

  @ParameterizedTest
  @CsvSource({"id, LIGHT, 360", "en, DARK, 1280"})
  void everyPageIsAccessibleAndFitsItsScreen(String language, ColorScheme scheme, int width) {
    lookAtEveryPage(language, scheme, width);
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"id, LIGHT, 1280", "id, LIGHT, 1024", "en, DARK, 360"})
  void everyPageIsAccessibleAndFitsTheOtherScreensToo(
      String language, ColorScheme scheme, int width) {
    lookAtEveryPage(language, scheme, width);
  }

  private long takeAStatement(Rma owing) {
    try {
      return statements.take(
                  shop.statement(folder, owing),
                  "mutasi.csv",
                  clock.instant(),
                  new Actor.Staff(1, Role.FINANCE))
              instanceof Answer.Done<StatementIntake.Taken>(var taken)
          ? taken.statement()
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lookAtEveryPage(String language, ColorScheme scheme, int width) {
    var review = shop.toReview();
    var received = shop.received();
    var inspected = shop.inspected();
    var settled = shop.settled();
    var statement = takeAStatement(shop.owing(149_623));
    var owed = shop.owed(75_000);
    shop.owed(50_000);
    var batch = shop.payouts();
    var sku = settled.lines().getFirst().wantedSku().value();
    var number = DeskShop.number(received);
    var order = shop.order(sku, 1_000_000);
    var batches = vendors.paths();
    shop.refused();
    var left = shop.left();
    var parcel = "/desk/station/parcels/" + shop.strangeParcel(sku, "lampu hias").id();
    shop.rename(review.orderId(), "PT Sinar Andaian Telekomunikasi Nusantara");
    shop.nameProducts("Telepon IP Serunai T24G layar warna dengan WiFi dan PoE gigabit");
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800))) {
      var page = signedIn(context, Role.MANAGER);
      for (var path :
          List.of(
              "/desk?queue=OPEN",
              "/desk?queue=AWAITING_EVIDENCE",
              "/desk/search?q=Pembeli",
              "/desk/cases/" + DeskShop.number(review),
              "/desk/cases/" + DeskShop.number(review) + "?act=decline",
              "/desk/cases/" + number,
              "/desk/inspect/" + number,
              "/desk/cases/" + DeskShop.number(inspected) + "?act=settle",
              "/desk/cases/" + DeskShop.number(settled) + "?act=dispatch",
              "/desk/new",
              "/desk/new?order=" + shop.orderNumber(order),
              "/desk/stock",
              "/desk/stock/" + sku,
              "/desk/stock/" + sku + "/count",
              "/desk/stock/" + sku + "/contents",
              "/desk/stock/" + sku + "/substitutes",
              "/desk/quality",
              "/desk/choices/" + DeskShop.number(shop.waiting()) + "/1",
              "/desk/parts/" + DeskShop.number(review) + "/1",
              "/desk/stock/" + sku + "/transfer",
              "/desk/deliveries/new",
              "/desk/units/" + shop.unitOf(sku),
              "/desk/station/receive?q=" + DeskShop.number(review),
              "/desk/station/receive?without=true",
              "/desk/station/parcels",
              parcel,
              parcel + "/items/1",
              "/desk/station/pack",
              "/desk/station/pack?order=" + shop.orderNumber(shop.openOrder(sku)),
              "/desk/claims",
              "/desk/stock/plans",
              "/desk/stock/plans/new",
              "/desk/stock/plans/ip-phone",
              "/desk/stock/plans/ip-phone/edit",
              "/desk/stock/vendor",
              batches.get(0),
              batches.get(1),
              batches.get(2),
              "/desk/station/qc",
              "/desk/station/qc/" + shop.testOf(sku),
              "/desk/stock/leftovers",
              "/desk/stock/leftovers?show=untold",
              "/desk/stock/leftovers/" + left,
              "/desk/money",
              "/desk/money/payouts",
              "/desk/money/payouts?show=proposed",
              "/desk/money/payouts?show=approved",
              "/desk/money/payouts?show=sent",
              "/desk/money/payouts/batches/" + batch,
              "/desk/cases/" + DeskShop.number(owed) + "/account",
              "/desk/money/statements",
              "/desk/money/statements/" + statement,
              "/desk/money/receipts",
              "/desk/money/receipts?show=matched",
              "/desk/money/receipts?show=missing",
              "/desk/money/receipts/" + receipts.page(Receipts.Which.OPEN, 1).getFirst().id(),
              "/desk/staff",
              "/desk/staff/" + accounts.page("").getFirst().id(),
              "/desk/staff/" + accounts.page("").getFirst().id() + "/deactivate",
              "/desk/tokens",
              "/desk/password",
              "/desk/station?q=tidak-dikenal")) {
        page.navigate(address(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
        var name =
            path.replaceAll("(RMA|PJ|ORD)-[0-9-]+|[0-9a-f]{8}-[0-9a-f-]{27}|" + sku, "x")
                .replaceAll("\\W+", "-");
        shot(page, "%s%s-%s-%d".formatted(name, language, scheme, width));
        assertThat(AxeForTests.violations(page))
            .as(path)
            .map(
                rule ->
                    rule.getId() + " " + rule.getNodes().stream().map(n -> n.getHtml()).toList())
            .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s is no wider than the screen", path)
            .isEqualTo(width);
        assertThat(page.evaluate(BESIDE_THE_SCREEN))
            .as("%s has no row beside the screen", path)
            .isEqualTo(0);
        assertThat(page.content()).as(path).doesNotContain(">desk.", "\"desk.");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"id, 360", "en, 1280"})
  void theHolidaysOfAYearAndOfAFileFitTheScreen(String language, int width) {
    shop.authorized();
    var paths =
        List.of(
            "/desk/holidays?year=2026&lang=" + language,
            "/desk/holidays?day=2026-03-19",
            "/desk/holidays/files/" + holidayFile());
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(false))) {
      var page = signedIn(context, Role.MANAGER);
      for (var path : paths) {
        page.navigate(address(path));
        fits(page, "holidays-" + paths.indexOf(path) + "-" + width, width);
        assertThat(page.content()).as(path).doesNotContain(">desk.", "\"desk.");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"id, 360", "en, 1280"})
  void linksAndTokensThatAreShownOnceFitTheScreen(String language, int width) {
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(false))) {
      var page = signedIn(context, Role.MANAGER);
      page.navigate(address("/desk/tokens?lang=" + language));
      page.fill("input[name=name]", "Toko daring");
      page.selectOption("select[name=role]", "AGENT");
      page.locator("form[action='/desk/tokens'] button").click();
      fits(page, "tokens-made-" + width, width);
      page.navigate(address("/desk/staff"));
      page.fill("input[name=name]", "Sari Baru");
      page.fill("input[name=login]", "sari" + width);
      page.selectOption("select[name=role]", "AGENT");
      page.locator("form[action='/desk/staff'] button").click();
      fits(page, "staff-made-" + width, width);
      var link = page.locator(".copy-value").innerText();
      page.navigate(address(link.substring(link.indexOf("/setup/"))));
      fits(page, "setup-password-" + width, width);
      assertThat(page.locator("input[name=password]").isVisible()).isTrue();
    }
  }

  private static void fits(Page page, String name, int width) {
    page.waitForLoadState();
    shot(page, name);
    assertThat(
            page.locator("body").evaluate("body => body.ownerDocument.documentElement.scrollWidth"))
        .as(name)
        .isEqualTo(width);
  }

  private BrowserContext desktop() {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("id"));
  }

  private Page signedIn(BrowserContext context, Role role) {
    var page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.navigate(address("/desk/sign-in"));
    page.fill("input[name=login]", DeskShop.login(role));
    page.fill("input[name=password]", DeskShop.PASSWORD);
    page.keyboard().press("Enter");
    arrive(page, "/desk");
    return page;
  }

  private static void arrive(Page page, String end) {
    page.waitForURL(url -> url.endsWith(end));
  }

  /** The keyboard is where the page puts it, which takes a moment after it has loaded. */
  private static void focused(Page page, String selector) {
    page.locator(selector + ":focus").waitFor();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** Of days that move the open cases, and leave others out. */
  private String holidayFile() {
    var file =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260326
        DTEND;VALUE=DATE:20260328
        SUMMARY:Libur tambahan Idulfitri 1447 Hijriah
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20280102
        SUMMARY:Cuti Bersama Tahun Baru Masehi
        END:VEVENT
        END:VCALENDAR
        """;
    return uploads
        .keep(
            file.getBytes(StandardCharsets.UTF_8),
            "Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan dan Menteri PANRB No. 9/2026",
            DeskShop.NOW,
            "staff:1")
        .toString();
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions().setFullPage(true).setPath(Path.of("target/desk", name + ".png")));
  }
}
