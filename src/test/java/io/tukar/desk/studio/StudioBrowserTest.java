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
import io.tukar.policy.versions.PolicyOffice;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.staff.Member;
import io.tukar.staff.StaffBook;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** The studio on a real browser: by keyboard, live, and on every screen. */
@TukarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioBrowserTest {

  private static final Instant NOW = Instant.parse("2026-03-16T03:15:00Z");
  private static final String PASSWORD = "kopi tubruk pagi";

  @LocalServerPort private int port;
  @Autowired private StaffBook staff;
  @Autowired private PolicyOffice office;
  @Autowired private PolicyVersions versions;
  @Autowired private ClockForTests clock;
  private BrowserForTests chromium;
  private Browser browser;
  private Actor.Staff arif = new Actor.Staff(0, Role.MANAGER);
  private Actor.Staff sari = new Actor.Staff(0, Role.MANAGER);
  private int days;

  @BeforeAll
  void start() {
    chromium = BrowserForTests.start();
    browser = chromium.browser();
    arif = hire("arif", "Arif Manajer");
    sari = hire("sari", "Sari Manajer");
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
  void whatIsTypedIsReadCheckedAndTriedAtOnceAndSavedByKeyboard() {
    var draft = draft();
    try (var context = context(1280, ColorScheme.LIGHT)) {
      var page = signedIn(context);
      page.navigate(address("/desk/policy/drafts/" + draft.number() + "?clause=1"));
      page.fill("#f-c-days", "0");
      page.locator("#lint .lint-error").waitFor();
      assertThat(page.locator("#lint").innerText()).contains("days harus 1 sampai 9999, bukan 0");
      assertThat(page.inputValue("#f-c-days")).isEqualTo("0");
      page.fill("#f-c-days", "3");
      page.fill("#f-c-text-en", "Three days.");
      page.locator("#studio-live .reading >> text=Three days.").first().waitFor();
      page.locator("#lint .lint-error")
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      page.locator("#studio-state >> text=Belum disimpan.").waitFor();
      page.locator("#f-c-days").focus();
      page.waitForResponse(
          response -> response.request().isNavigationRequest(),
          () -> page.keyboard().press("Enter"));
      page.waitForLoadState();
      assertThat(page.inputValue("#f-c-days")).isEqualTo("3");
      page.locator("button[value=save]").focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("saved=1"));
    }
    assertThat(versions.find(draft.number()).orElseThrow().text())
        .contains("\n    days: 3\n")
        .contains("en: Three days.");
  }

  @Test
  void aProblemLeadsToItsLineOfTheText() {
    var draft = draft();
    var text = versions.find(draft.number()).orElseThrow().text();
    var broken = text.replace("    days: 7\n", "    days: often\n");
    done(office.save(draft.ref(), broken, arif, NOW));
    try (var context = context(1280, ColorScheme.LIGHT)) {
      var page = signedIn(context);
      page.navigate(address("/desk/policy/drafts/" + draft.number() + "?tab=text"));
      page.locator("#lint a").first().click();
      assertThat(
              page.evaluate(
                  "(() => { const t = document.getElementById('f-text');"
                      + " return t.value.slice(t.selectionStart, t.selectionEnd); })()"))
          .isEqualTo("often");
    }
  }

  @Test
  void everyPageOfThePolicyPassesAxeAndFitsTheScreen() {
    lookAtEveryPage("id", ColorScheme.LIGHT, 360);
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"en, DARK, 360", "en, LIGHT, 1280", "id, DARK, 1280"})
  void everyPageOfThePolicyPassesAxeAndFitsTheOtherScreensToo(
      String language, ColorScheme scheme, int width) {
    lookAtEveryPage(language, scheme, width);
  }

  private void lookAtEveryPage(String language, ColorScheme scheme, int width) {
    var published = draft();
    var submitted = done(office.submit(saved(published).ref(), "Sepuluh hari kerja", arif, NOW));
    var review = done(office.submit(saved(draft()).ref(), "Menunggu", arif, NOW));
    done(office.approve(submitted.ref(), "Setuju", sari, NOW));
    var open = draft();
    var broken = draft();
    done(
        office.save(
            broken.ref(), text(broken).replace("    days: 7\n", "    days: often\n"), arif, NOW));
    try (var context = context(width, scheme)) {
      var page = signedIn(context, "sari");
      for (var path :
          List.of(
              "/desk/policy",
              "/desk/policy/1",
              "/desk/policy/" + published.number(),
              "/desk/policy/" + review.number(),
              "/desk/policy/drafts/" + open.number(),
              "/desk/policy/drafts/" + open.number() + "?clause=1",
              "/desk/policy/drafts/" + open.number() + "?clause=3",
              "/desk/policy/drafts/" + open.number() + "?clause=10",
              "/desk/policy/drafts/" + open.number() + "?tab=text",
              "/desk/policy/drafts/" + broken.number() + "?clause=1",
              "/desk/policy/drafts/" + broken.number() + "?tab=text")) {
        page.navigate(address(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    Path.of(
                        "target/studio",
                        path.replaceAll("\\W+", "-")
                            + "-%s-%s-%d.png".formatted(language, scheme, width))));
        assertThat(AxeForTests.violations(page))
            .as(path)
            .map(
                rule ->
                    rule.getId() + " " + rule.getNodes().stream().map(n -> n.getHtml()).toList())
            .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s is no wider than the screen", path)
            .isEqualTo(width);
        assertThat(page.content()).as(path).doesNotContain(">studio.", "\"studio.", ">desk.");
      }
    }
  }

  private PolicyVersion draft() {
    return done(
        office.draft(
            new PolicyOffice.NewDraft(
                1, LocalDate.of(2026, 4, 1).plusDays(days++), UUID.randomUUID()),
            arif,
            NOW));
  }

  private PolicyVersion saved(PolicyVersion draft) {
    var longer =
        text(draft)
            .replace("\n    days: 7\n", "\n    days: 10\n")
            .replace("dalam 7 hari kerja", "dalam 10 hari kerja")
            .replace(
                "within 7 working days of receipt. Your",
                "within 10 working days of receipt. Your");
    return done(office.save(draft.ref(), longer, arif, NOW));
  }

  private String text(PolicyVersion draft) {
    return versions.find(draft.number()).orElseThrow().text();
  }

  private Actor.Staff hire(String login, String name) {
    var hired = staff.create(login, name, Role.MANAGER, PASSWORD, NOW);
    assertThat(hired).isInstanceOf(Answer.Done.class);
    return new Actor.Staff(((Answer.Done<Member>) hired).value().id(), Role.MANAGER);
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
    return signedIn(context, "arif");
  }

  private Page signedIn(BrowserContext context, String login) {
    var page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.navigate(address("/desk/sign-in"));
    page.fill("input[name=login]", login);
    page.fill("input[name=password]", PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.endsWith("/desk"));
    return page;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
