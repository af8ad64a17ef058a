package io.tukar.desk.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.policy.replay.SimulationRun;
import io.tukar.policy.replay.Simulations;
import io.tukar.policy.versions.PolicyOffice;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.rma.Cases;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.ShopFixture;
import io.tukar.staff.Member;
import io.tukar.staff.StaffBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The simulation on a real browser: from the studio to the single line, on every screen. */
@TukarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationBrowserTest {

  private static final Instant NOW = Instant.parse("2026-03-16T03:15:00Z");
  private static final String PASSWORD = "kopi tubruk pagi";
  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final int CASES = 40;

  @LocalServerPort private int port;
  @Autowired private StaffBook staff;
  @Autowired private PolicyOffice office;
  @Autowired private PolicyVersions versions;
  @Autowired private Simulations simulations;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ClockForTests clock;
  private BrowserForTests chromium;
  private Browser browser;
  private Actor.Staff arif = new Actor.Staff(0, Role.MANAGER);
  private Sku phone = new Sku("X");
  private int days;

  @BeforeAll
  void start() {
    clock.standAt(NOW);
    chromium = BrowserForTests.start();
    browser = chromium.browser();
    var hired = staff.create("arif", "Arif Manajer", Role.MANAGER, PASSWORD, NOW);
    arif = new Actor.Staff(((Answer.Done<Member>) hired).value().id(), Role.MANAGER);
    var shop = new ShopFixture(jdbc);
    var cases = new Cases(shop, drafts);
    phone = shop.product(Cases.freshSku(), 1_250_000, 2 * CASES);
    var dearer = shop.product(Cases.freshSku(), 1_400_000, CASES);
    for (var i = 0; i < CASES; i++) {
      var order =
          shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(phone.value(), 1, 1_250_000));
      assertThat(
              desk.open(cases.dead(order, 1, i % 3 == 0 ? dearer : phone), Cases.MONDAY, CUSTOMER))
          .isInstanceOf(Answer.Done.class);
    }
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @BeforeEach
  void standStill() {
    clock.standAt(NOW);
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aChangedDraftIsSimulatedFollowedLookedIntoAndDownloaded() throws IOException {
    var draft = draft("");
    try (var context = context(1280, ColorScheme.LIGHT)) {
      var page = signedIn(context);
      page.navigate(address("/desk/policy/drafts/" + draft + "?tab=text"));
      page.fill("#f-text", page.inputValue("#f-text") + exclusion());
      transactions.executeWithoutResult(
          held -> {
            // Whoever reads what was decided waits for this transaction.
            jdbc.sql("lock table decision in access exclusive mode").update();
            page.click("button[value=simulate]");
            page.waitForURL(url -> url.endsWith("/simulation"));
            page.locator("progress").waitFor();
            page.focus("#simulation-stop");
            // The page asks again by itself, and who was at the button stays there.
            page.waitForResponse(
                response -> response.request().headers().containsKey("hx-request"), () -> {});
            page.waitForResponse(
                response -> response.request().headers().containsKey("hx-request"), () -> {});
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("simulation-stop");
          });
      page.locator("#h-flips").waitFor();
      assertThat(page.locator("#simulation-said").innerText())
          .contains("Simulasi selesai.", CASES + " dari " + CASES + " baris");
      assertThat(page.locator("progress").count()).isZero();
      assertThat(page.locator("#flips tbody tr").count()).isEqualTo(25);
      page.click("#flips .pages a[rel=next]");
      page.waitForURL(url -> url.contains("page=2"));
      assertThat(page.locator("#flips tbody tr").count()).isEqualTo(CASES - 25);
      var download = page.waitForDownload(() -> page.click("#flips .title-line a"));
      assertThat(download.suggestedFilename()).isEqualTo("simulation-" + draft + ".csv");
      assertThat(Files.readAllLines(download.path())).hasSize(CASES + 1);
      page.click("#flips tbody tr a");
      page.locator("#h-changes").waitFor();
      assertThat(page.locator(".differences").innerText()).contains("X9", "Produk ini");
    }
  }

  @Test
  void aRunIsStoppedByItsButton() {
    var draft = draft("");
    try (var context = context(360, ColorScheme.LIGHT)) {
      var page = signedIn(context);
      page.navigate(address("/desk/policy/" + draft));
      transactions.executeWithoutResult(
          held -> {
            jdbc.sql("lock table decision in access exclusive mode").update();
            page.click("form[action$='/simulation'] button");
            page.locator("progress").waitFor();
            page.click("#simulation-stop");
            page.locator("text=Sedang dihentikan").first().waitFor();
          });
      page.locator("text=Dihentikan pada").first().waitFor();
    }
  }

  @Test
  void everyStatePassesAxeAndFitsTheScreen() {
    lookAtEveryState("id", ColorScheme.LIGHT, 360);
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"en, DARK, 360", "en, LIGHT, 1280", "id, DARK, 1280"})
  void everyStatePassesAxeAndFitsTheOtherScreensToo(
      String language, ColorScheme scheme, int width) {
    lookAtEveryState(language, scheme, width);
  }

  private void lookAtEveryState(String language, ColorScheme scheme, int width) {
    var excluding = simulated(draft(exclusion()));
    var charging =
        simulated(
            draft(
                """
                  - id: F9
                    kind: fee
                    severity: charge
                    amount: 25000
                    source: Handling.
                    text: {id: Biaya penanganan., en: A fee for handling.}
                """));
    var same = simulated(draft(""));
    var fresh = draft("");
    var changed = simulated(draft(exclusion()));
    var kept = versions.find(changed).orElseThrow();
    done(office.save(kept.version().ref(), kept.text() + "# another word\n", arif, NOW));
    var number = jdbc.sql("select min(request_number) from rma").query(String.class).single();
    try (var context = context(width, scheme)) {
      var page = signedIn(context);
      for (var path :
          List.of(
              "/desk/policy/" + excluding,
              "/desk/policy/drafts/" + excluding,
              at(excluding),
              at(excluding) + "?reason=dead-on-arrival&turn=AUTHORIZED.DECLINED&page=2",
              at(excluding) + "?product=NONE",
              at(excluding) + "/" + number + "/1",
              at(charging),
              at(charging) + "/" + number + "/1",
              at(same),
              at(fresh),
              at(changed))) {
        look(page, path, language, scheme, width);
      }
      transactions.executeWithoutResult(
          held -> {
            jdbc.sql("lock table decision in access exclusive mode").update();
            page.navigate(address("/desk/policy/" + fresh));
            page.click("form[action$='/simulation'] button");
            page.locator("progress").waitFor();
            look(page, at(fresh), language, scheme, width);
          });
      page.locator("#h-start").waitFor();
    }
    for (var draft : List.of(excluding, charging, same, fresh, changed)) {
      done(office.withdraw(versions.find(draft).orElseThrow().version().ref(), "", arif, NOW));
    }
  }

  private void look(Page page, String path, String language, ColorScheme scheme, int width) {
    page.navigate(address(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of(
                    "target/simulation",
                    path.replaceAll("\\W+", "-")
                        + "-%s-%s-%d.png".formatted(language, scheme, width))));
    assertThat(AxeForTests.violations(page))
        .as(path)
        .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(n -> n.getHtml()).toList())
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("%s is no wider than the screen", path)
        .isEqualTo(width);
    assertThat(page.content()).as(path).doesNotContain(">studio.", "\"studio.", ">desk.");
  }

  private int simulated(int draft) {
    simulations.start(versions.find(draft).orElseThrow(), NOW);
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (state(draft) instanceof SimulationRun.Running && System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertThat(state(draft)).isInstanceOf(SimulationRun.Finished.class);
    return draft;
  }

  private SimulationRun.State state(int draft) {
    return simulations.of(draft).orElseThrow().state();
  }

  private static String at(int draft) {
    return "/desk/policy/" + draft + "/simulation";
  }

  private String exclusion() {
    return """
      - id: X9
        kind: exclusion
        severity: block
        products: [%s]
        source: Not this one.
        text: {id: Produk ini tidak ditukar., en: This product is not exchanged.}
    """
        .formatted(phone.value());
  }

  private int draft(String clause) {
    var draft =
        done(
            office.draft(
                new PolicyOffice.NewDraft(
                    1, LocalDate.of(2026, 4, 1).plusDays(days++), UUID.randomUUID()),
                arif,
                NOW));
    var text = versions.find(draft.number()).orElseThrow().text();
    return done(office.save(draft.ref(), text + clause, arif, NOW)).number();
  }

  private static PolicyVersion done(Answer<PolicyVersion> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<PolicyVersion>) answer).value();
  }

  private BrowserContext context(int width, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setLocale("id")
            .setViewportSize(width, 800));
  }

  private Page signedIn(BrowserContext context) {
    var page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.navigate(address("/desk/sign-in"));
    page.fill("input[name=login]", "arif");
    page.fill("input[name=password]", PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.endsWith("/desk"));
    return page;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
