package io.tukar.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tukar.AxeForTests;
import io.tukar.kernel.Language;
import io.tukar.web.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One person's screen. What is on it is found as people find it, by its words in their language;
 * each page they come to is looked at: does it fit, can everybody use it, is it in one language.
 */
final class Screen implements AutoCloseable {

  /** Words that give a language away, and that are no words of the other one. */
  private static final Pattern INDONESIAN =
      words("yang|dan|kami|tidak|sudah|untuk|dengan|Anda|belum|barang|dari|paling lambat|ongkir");

  private static final Pattern ENGLISH =
      words("the|and|your|with|for|have|was|not|you|are|goods|shipping|by|from|of|is");

  private static final Path PICTURES = Path.of("target", "story");
  private static final int PATIENCE_MILLIS = 15_000;

  private final Texts texts;
  private final Setting setting;
  private final String address;
  private final BrowserContext context;
  private final Page page;
  private final List<String> wrong;
  private int pictures;

  /**
   * Who sits there, at what.
   *
   * @param name how the pictures begin
   * @param scripts whether pages may run JavaScript
   */
  record Setting(String name, Language language, boolean scripts, int width, int height) {}

  /** {@code wrong} is where it is written down what is wrong with a page. */
  Screen(Browser browser, Texts texts, Setting setting, String address, List<String> wrong) {
    this.wrong = wrong;
    this.texts = texts;
    this.setting = setting;
    this.address = address;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(setting.width(), setting.height())
                .setLocale(setting.language() == Language.ID ? "id-ID" : "en-GB")
                .setJavaScriptEnabled(setting.scripts()));
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
  }

  @Override
  public void close() {
    context.close();
  }

  Page page() {
    return page;
  }

  /** The words of this key in this person's language. */
  String words(String key, Object... args) {
    return texts.text(setting.language(), key, args);
  }

  void open(String path) {
    page.navigate(address + path);
  }

  /** Comes to the page with this heading, and looks at it. */
  void at(String heading, String picture) {
    page.getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setLevel(1).setName(heading).setExact(true))
        .waitFor();
    page.waitForLoadState();
    look(picture);
  }

  /** The page says this: the first in Indonesian, the second in English. */
  void says(String indonesian, String english) {
    shows(setting.language() == Language.ID ? indonesian : english);
  }

  /** The page shows this, in whatever language. */
  void shows(String text) {
    assertThat(page.locator("main")).containsText(text);
  }

  void fill(Locator where, String label, String text) {
    where.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
  }

  void press(Locator where, String name) {
    where
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  void follow(Locator where, String name) {
    link(where, name).click();
  }

  Locator link(Locator where, String name) {
    return where.getByRole(
        AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator main() {
    return page.locator("main");
  }

  /** What is wrong is written down: one run tells of all pages. */
  private void look(String picture) {
    var name = "%s-%02d-%s".formatted(setting.name(), ++pictures, picture);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    if ((int) page.evaluate("document.documentElement.scrollWidth") > setting.width()) {
      wrong.add(name + " is wider than its screen");
    }
    if (!setting.language().code().equals(page.locator("html").getAttribute("lang"))) {
      wrong.add(name + " says that it is in another language");
    }
    foreign(setting.language(), page.locator("body").textContent())
        .forEach(words -> wrong.add(name + " mixes languages: " + words));
    // axe is a script itself: it reads the same pages where scripts run. The desk has its own test.
    if (setting.scripts() && !page.url().contains("/desk")) {
      AxeForTests.violations(page)
          .forEach(
              rule ->
                  wrong.add(
                      name + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml()));
    }
  }

  /** The words of a text, said to be in this language, that are of the other one. */
  static List<String> foreign(Language language, String text) {
    var other =
        switch (language) {
          case ID -> ENGLISH;
          case EN -> INDONESIAN;
        };
    return other.matcher(text).results().map(found -> around(text, found.start())).toList();
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 40)).strip();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
