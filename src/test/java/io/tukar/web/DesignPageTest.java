package io.tukar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.tukar.AxeForTests;
import io.tukar.BrowserForTests;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = PageServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignPageTest {

  @LocalServerPort private int port;
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

  @ParameterizedTest
  @CsvSource({"id, LIGHT, 1280", "en, LIGHT, 360", "id, DARK, 360", "en, DARK, 1280"})
  void everyComponentIsAccessible(String language, ColorScheme scheme, int width) {
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800))) {
      var page = context.newPage();
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate("http://localhost:" + port + "/desk/design?lang=" + language);
      page.screenshot(
          new ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/design-%s-%s-%d.png".formatted(language, scheme, width))));

      var violations = AxeForTests.violations(page);

      assertThat(violations)
          .map(
              rule -> rule.getId() + ": " + rule.getNodes().stream().map(n -> n.getHtml()).toList())
          .isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("nothing wider than the screen")
          .isEqualTo(width);
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void theCheckFindsAPictureWithoutWordsAndRefusesAPageWithFrames() {
    try (var context = browser.newContext()) {
      var page = context.newPage();
      page.setContent("<main><img src='data:,'><img src='data:,'></main>");
      assertThat(AxeForTests.violations(page))
          .filteredOn(rule -> rule.getId().equals("image-alt"))
          .singleElement()
          .satisfies(rule -> assertThat(rule.getNodes()).hasSize(2));

      page.setContent("<iframe srcdoc='<p>within</p>'></iframe>");
      assertThatIllegalStateException().isThrownBy(() -> AxeForTests.violations(page));
    }
  }

  @Test
  void theKeyboardWalksAListAndPressesTheButtonThatShowsItsKey() {
    try (var context = browser.newContext()) {
      var page = context.newPage();
      page.navigate("http://localhost:" + port + "/desk/design");
      page.evaluate("document.activeElement.blur()");
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(page.locator("[data-item].here a").innerText()).isEqualTo("RMA-2611-00042");

      page.keyboard().press("a");

      page.waitForURL(url -> url.endsWith("#desk"));
    }
  }

  @Test
  void aPhotoIsSentAloneAndAFailureOffersToTryAgain() {
    try (var context = browser.newContext()) {
      var page = context.newPage();
      page.navigate("http://localhost:" + port + "/desk/design?lang=en");
      page.setInputFiles(
          "#slot-EMPTY-file",
          new com.microsoft.playwright.options.FilePayload("a.png", "image/png", new byte[] {1}));

      page.locator("#slot-EMPTY .upload-retry").waitFor();

      assertThat(page.locator("#slot-EMPTY .upload-message").innerText())
          .startsWith("The photo was not sent");
    }
  }
}
