package io.tukar.portal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Language;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.edit.PolicySchema;
import io.tukar.policy.versions.Policies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The policy as anybody reads it, without signing in. */
@TukarTest
class PolicyPageTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final Path PICTURES = Path.of("target", "policy-pictures");
  private static final PolicyBook BOOK = VersionsForTests.three();

  private static BrowserForTests chromium;

  @LocalServerPort private int port;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  @MockitoSpyBean private Policies policies;

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
    doReturn(BOOK).when(policies).current();
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, phone, whatsapp)
            values ('Toko Uji', 'PT Toko Uji', 'Jl. Uji 1, Jakarta', '021-555-0100',
              '+62 812-0000-0000')
            on conflict do nothing
            """)
        .update();
  }

  @AfterEach
  void run() {
    clock.run();
  }

  @Test
  void theVersionInForceIsReadInEitherLanguage() {
    try (var browser = new PlainBrowser(port, "id")) {
      var page = browser.get("/policy");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text())
          .contains(
              "<html lang=\"id\"",
              "Versi 2",
              "berlaku sejak Selasa, 10 Maret 2026",
              "Digantikan versi 3 mulai Senin, 1 Juni 2026",
              "9 hari kerja sejak diterima",
              "href=\"/policy?lang=en\"",
              "barang yang diterima hari ini, Senin, 16 Maret 2026",
              "https://wa.me/6281200000000",
              "021-555-0100");
      var english = browser.get("/policy?lang=en").text();
      assertThat(english)
          .contains("<html lang=\"en\"", "Version 2", "9 working days from receipt")
          .doesNotContain("portal.policy.");
      for (var policy : BOOK.versions()) {
        for (var clause : policy.views()) {
          assertThat(browser.get("/policy/" + policy.version()).text())
              .contains("id=\"" + clause.id() + "\"")
              .contains(clause.text().in(Language.EN));
        }
      }
    }
  }

  @Test
  void anOlderVersionSaysThatItIsFollowedAndOneToComeThatItIsNotInForce() {
    try (var browser = new PlainBrowser(port, "en")) {
      assertThat(browser.get("/policy/1").text())
          .contains("in force since Wednesday, 1 January 2025", "Followed by version 2 from")
          .contains("7 working days from receipt", "In force now: version 2");
      assertThat(browser.get("/policy/3").text())
          .contains("in force from Monday, 1 June 2026", "In force now: version 2")
          .doesNotContain("Followed by");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/policy/4",
    "/policy/01",
    "/policy/0",
    "/policy/baru",
    "/policy/99999999999999999999"
  })
  void aVersionThatIsNotThereIsSaidSoWithTheOnesThatAre(String path) {
    try (var browser = new PlainBrowser(port, "id")) {
      var page = browser.get(path);
      assertThat(page.status()).isEqualTo(404);
      assertThat(page.text()).contains("<h1>Versi ini tidak ada", "href=\"/policy/1\"");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void theSchemaOfAPolicysFileIsThereForEditors() throws Exception {
    var schema = fetch("/policy/schema.json", "id", "");
    assertThat(schema.statusCode()).isEqualTo(200);
    assertThat(schema.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/schema+json");
    assertThat(schema.body()).isEqualTo(PolicySchema.json());
    var tag = schema.headers().firstValue("ETag").orElseThrow();
    assertThat(fetch("/policy/schema.json", "id", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void aBrowserThatHasThePageIsToldThatNothingChangedUntilTheDayOrTheLanguageDoes()
      throws Exception {
    var first = fetch("/policy", "id", "");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(first.headers().allValues("Vary").toString().toLowerCase(Locale.ROOT))
        .contains("accept-language", "cookie");
    assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    var tag = first.headers().firstValue("ETag").orElseThrow();

    var again = fetch("/policy", "id", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(fetch("/policy", "en", tag).statusCode()).isEqualTo(200);
    clock.standAt(MONDAY.plusSeconds(86_400));
    assertThat(fetch("/policy", "id", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"id, LIGHT, 360", "en, DARK, 360", "id, LIGHT, 1280", "en, DARK, 1280"})
  void everybodyCanReadItOnAnyScreen(String language, ColorScheme scheme, int width) {
    try (var context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setColorScheme(scheme)
                    .setLocale(language))) {
      var page = context.newPage();
      for (var path : new String[] {"/policy", "/policy/1", "/policy/9"}) {
        page.navigate(address(path));
        shot(page, path.replace('/', '-') + "-" + language + "-" + width);
        assertThat(AxeForTests.violations(page))
            .as(path)
            .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(width);
      }
      page.navigate(address("/policy#P10"));
      assertThat(page.locator("#P10:target").isVisible()).isTrue();
    }
  }

  @Test
  void onPaperItIsBlackOnWhiteWithoutNavigationAndNamesItsVersionAndDayOnEverySheet()
      throws IOException {
    try (var context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
      var page = context.newPage();
      page.navigate(address("/policy?lang=en"));
      assertThat(page.locator(".policy-foot").isVisible()).isFalse();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      shot(page, "print");
      for (var hidden : new String[] {".bar", ".foot", ".screen-only", ".policy-example details"}) {
        assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
      }
      var foot = page.locator(".policy-foot");
      assertThat(foot.innerText())
          .contains("version 2", "Tuesday, 10 March 2026", "Monday, 16 March 2026");
      for (var part : new String[] {"h1", ".policy-clause p", ".hint", ".policy a"}) {
        assertThat(page.locator(part).first().evaluate("e => getComputedStyle(e).color"))
            .as(part)
            .isEqualTo("rgb(0, 0, 0)");
      }
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(255, 255, 255)");
      var paper =
          page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve("print.pdf")));
      assertThat(sheets(paper)).isBetween(2L, 6L);
      assertThat(sheetsWithFoot(paper)).isEqualTo(sheets(paper));
    }
  }

  @Test
  void everyPageOfThePortalLeadsToIt() {
    try (var browser = new PlainBrowser(port, "en")) {
      assertThat(browser.get("/").text()).contains("href=\"/policy\">Exchange policy");
      assertThat(browser.get("/nowhere").text()).contains("href=\"/policy\">Exchange policy");
    }
  }

  @Test
  void everyMarkOnThePageLeadsToAClauseThatIsThere() {
    try (var browser = new PlainBrowser(port, "id")) {
      var text = browser.get("/policy").text();
      var ids = new HashSet<String>();
      Pattern.compile("id=\"([^\"]+)\"")
          .matcher(text)
          .results()
          .forEach(id -> ids.add(id.group(1)));
      var marks = Pattern.compile("href=\"#([^\"]+)\"").matcher(text).results().toList();
      assertThat(marks).hasSizeGreaterThan(20).allMatch(mark -> ids.contains(mark.group(1)));
    }
  }

  private static long sheets(byte[] pdf) {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    return Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count();
  }

  /** The foot is the only text of its size, 9 points. */
  private static long sheetsWithFoot(byte[] pdf) {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    return Pattern.compile("stream\\r?\\n")
        .matcher(text)
        .results()
        .map(begin -> inflated(pdf, begin.end()))
        .filter(drawn -> drawn.matches("(?s).*/F\\d+ 12 Tf.*"))
        .count();
  }

  private static String inflated(byte[] pdf, int from) {
    var inflater = new Inflater();
    try {
      inflater.setInput(pdf, from, pdf.length - from);
      var plain = new byte[1 << 20];
      return new String(plain, 0, inflater.inflate(plain), StandardCharsets.ISO_8859_1);
    } catch (DataFormatException notCompressed) {
      return "";
    } finally {
      inflater.end();
    }
  }

  private HttpResponse<String> fetch(String path, String language, String tag) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address(path))).header("Accept-Language", language);
      if (!tag.isEmpty()) {
        request.header("If-None-Match", tag);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
