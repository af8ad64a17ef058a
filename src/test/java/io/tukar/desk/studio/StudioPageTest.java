package io.tukar.desk.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.PlainBrowser.Seen;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.versions.Policies;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.policy.versions.VersionState;
import io.tukar.staff.StaffBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop changes its policy on its pages, without JavaScript. */
@TukarTest
class StudioPageTest {

  private static final Instant NOW = Instant.parse("2026-03-16T03:15:00Z");
  private static final String PASSWORD = "kopi tubruk pagi";
  private static final Pattern DRAFT = Pattern.compile("/desk/policy/drafts/([0-9]+)");
  private static final int P2 = 1;

  @LocalServerPort private int port;
  @Autowired private StaffBook staff;
  @Autowired private PolicyVersions versions;
  @Autowired private Policies policies;
  @Autowired private ClockForTests clock;
  private final Map<String, PlainBrowser> browsers = new HashMap<>();

  @BeforeEach
  void hire() {
    clock.standAt(NOW);
    staff.create("arif", "Arif Manajer", Role.MANAGER, PASSWORD, NOW);
    staff.create("sari", "Sari Manajer", Role.MANAGER, PASSWORD, NOW);
    for (var role : new Role[] {Role.AGENT, Role.INSPECTOR, Role.FINANCE}) {
      staff.create(role.name(), "Staf Uji", role, PASSWORD, NOW);
    }
  }

  @AfterEach
  void leave() {
    browsers.values().forEach(PlainBrowser::close);
    clock.run();
  }

  @Test
  void aManagerWritesADraftByFormsAndAnotherPublishesIt() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number + "?clause=" + P2);
    assertThat(studio.text()).contains("Studio, versi " + number).contains("P2 · batas waktu");

    var form = form(studio, number).with("c.days", "10").with("c.text.en", "Ten days, really.");
    var checked = press("arif", number, form, "check");
    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.text()).contains("Belum disimpan.").contains("Ten days, really.");
    assertThat(stored(number)).doesNotContain("Ten days, really.");

    var saved = press("arif", number, form(checked, number), "save");
    assertThat(saved.text()).contains("Tersimpan pukul");
    assertThat(stored(number))
        .contains("\n    days: 10\n")
        .contains("en: Ten days, really.")
        .contains("# The source says \"7 days\"");

    var submitted =
        press("arif", number, form(saved, number).with("note", "Sepuluh hari"), "submit");
    assertThat(submitted.path()).isEqualTo("/desk/policy/" + number);
    assertThat(submitted.text())
        .contains("jumlah hari dari 7 menjadi 10")
        .contains("Anda ikut menulis versi ini")
        .doesNotContain("Setujui dan terbitkan");

    var review = get("sari", "/desk/policy/" + number);
    var approve =
        SentForm.of(review.text(), "/desk/policy/" + number + "/approve").with("note", "Setuju");
    var published = browser("sari").post("/desk/policy/" + number + "/approve", approve.fields());
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.text()).contains("Terbit").contains("Sari Manajer").contains("Setuju");
    assertThat(policies.current().version(PolicyVersions.policyId(), number)).isPresent();
    var list = get("arif", "/desk/policy").text();
    assertThat(list).contains("Versi 1 berlaku sejak").contains("Versi " + number + " terbit");
  }

  @Test
  void whatIsTypedWronglyIsToldAtItsFieldAndNothingIsLost() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number + "?clause=" + P2);
    var checked =
        press(
            "arif",
            number,
            form(studio, number).with("c.days", "-1").with("c.source", "Own words: \"quoted\" #x"),
            "check");
    assertThat(checked.text())
        .contains("days harus 1 sampai 9999, bukan -1")
        .contains("href=\"#f-c-days\"");
    var form = form(checked, number);
    assertThat(form.value("c.days")).isEqualTo("-1");
    assertThat(form.value("c.source")).isEqualTo("Own words: \"quoted\" #x");

    var refused = press("arif", number, form, "submit");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Teksnya masih berisi kesalahan");
    assertThat(form(refused, number).value("c.days")).isEqualTo("-1");
    assertThat(versions.find(number).orElseThrow().version().state()).isEqualTo(VersionState.DRAFT);
    assertThat(press("arif", number, form(refused, number), "open-0").text())
        .contains("value=\"open-1\"");
  }

  @Test
  void boxesOfPhotosAreTickedByReasonAndOnlyTheirLineChanges() {
    var number = draft("arif");
    var before = stored(number);
    var p10 =
        PolicyText.of(before).clauses().stream()
            .filter(clause -> clause.id().equals("P10"))
            .findFirst()
            .orElseThrow();
    var studio = get("arif", "/desk/policy/drafts/" + number + "?clause=" + p10.index());
    press(
        "arif", number, form(studio, number).without("c.photos.ordered-wrong-model.seal"), "save");
    assertThat(stored(number)).contains("ordered-wrong-model: [label, unit, box]");
    assertThat(get("arif", "/desk/policy/" + number + "?lang=en").text())
        .contains("photo of the seal no longer asked for ordered wrong model");
  }

  @Test
  void clausesAreAddedAndRemovedAndKeptOnlyWhenSaved() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number);
    var added = press("arif", number, form(studio, number).with("kind", "exclusion"), "add");
    assertThat(added.text()).contains("N1 · pengecualian barang");
    var filled =
        form(added, number)
            .with("c.tracks.customer-choice", "true")
            .with("c.categories", "kabel, adaptor")
            .with("c.source", "Cables stay.")
            .with("c.text.id", "Kabel tidak ditukar.")
            .with("c.text.en", "Cables are not exchanged.");
    assertThat(press("arif", number, filled, "check").text()).contains("Tidak ada yang salah.");
    assertThat(stored(number)).doesNotContain("N1");
    var saved = press("arif", number, filled, "save");
    assertThat(stored(number)).contains("categories: [kabel, adaptor]");
    var removed = press("arif", number, form(saved, number), "remove");
    press("arif", number, form(removed, number), "save");
    assertThat(stored(number)).doesNotContain("N1");
  }

  @Test
  void theTextItselfCanBeWrittenAndAPlaceWithoutYamlKeepsEveryCharacter() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number);
    var text = press("arif", number, form(studio, number), "text");
    var broken = stored(number).replace("clauses:", "clauses: [");
    var checked = press("arif", number, form(text, number).with("text", broken), "form");
    assertThat(checked.text()).contains("bukan YAML").contains("data-line=");
    assertThat(form(checked, number).value("text")).isEqualTo(broken);
    assertThat(press("arif", number, form(checked, number), "save").text())
        .contains("Tersimpan pukul");
    assertThat(stored(number)).isEqualTo(broken);
  }

  @Test
  void whoSavesSecondIsToldByWhomAndInWhatItDiffersAndMaySaveOverIt() {
    var number = draft("arif");
    var path = "/desk/policy/drafts/" + number + "?clause=" + P2;
    var hers = form(get("sari", path), number).with("c.days", "9");
    var his = form(get("arif", path), number).with("c.days", "12");
    press("sari", number, hers, "save");

    // Checking does not make an old form a fresh one.
    var checked = press("arif", number, his, "check");
    var refused = press("arif", number, form(checked, number), "save");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("Sari Manajer menyimpan draf ini")
        .contains("jumlah hari dari 9 menjadi 12");
    assertThat(stored(number)).contains("days: 9\n");
    press("arif", number, form(refused, number), "save");
    assertThat(stored(number)).contains("days: 12\n");
  }

  @Test
  void anExampleIsTriedOnTheDraftAndOnTheVersionInForce() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number + "?clause=" + P2);
    var form = form(studio, number).with("c.days", "3");
    var tried = press("arif", number, form, "example-LATE");
    var result = tried.text().substring(tried.text().indexOf("id=\"try-result\""));
    assertThat(result).contains("Ditolak").contains("Kata versi 1 yang berlaku sekarang");
    var doubtful = press("arif", number, form(tried, number).with("t.contact", "besok"), "try");
    assertThat(doubtful.text()).contains("href=\"#f-t-contact\"").contains("value=\"besok\"");
    assertThat(form(doubtful, number).value("c.days")).isEqualTo("3");
  }

  @Test
  void aDraftOfThePastIsRefusedAndAnOlderVersionComesBackAsANewDraft() {
    var one = get("arif", "/desk/policy/1");
    var form = SentForm.of(one.text(), "/desk/policy/1/draft").with("effectiveFrom", "2026-03-15");
    var refused = browser("arif").post("/desk/policy/1/draft", form.fields());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Tanggal 2026-03-15 sudah lewat");
    var sent = form.with("effectiveFrom", "2026-05-01").fields();
    var first = browser("arif").post("/desk/policy/1/draft", sent);
    assertThat(browser("arif").post("/desk/policy/1/draft", sent).path()).isEqualTo(first.path());
    assertThat(first.path()).matches(DRAFT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AGENT", "INSPECTOR", "FINANCE"})
  void otherRolesReadAndChangeNothing(Role role) {
    var number = draft("arif");
    var login = role.name().toLowerCase(java.util.Locale.ROOT);
    assertThat(get(login, "/desk/policy").status()).isEqualTo(200);
    assertThat(get(login, "/desk/policy/" + number).text())
        .doesNotContain("/draft\"", "/withdraw\"");
    assertThat(get(login, "/desk/policy/drafts/" + number).status()).isEqualTo(403);
    for (var step : new String[] {"draft", "approve", "send-back", "withdraw"}) {
      assertThat(
              browser(login)
                  .post("/desk/policy/" + number + "/" + step, "row", "1", "note", "x")
                  .status())
          .as(step)
          .isEqualTo(403);
    }
    assertThat(browser(login).post("/desk/policy/drafts/" + number, "do", "save").status())
        .isEqualTo(403);
    assertThat(versions.find(number).orElseThrow().version().row()).isEqualTo(1);
  }

  @Test
  void aTextThatIsTooLongIsRefusedAndStillThere() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number + "?tab=text");
    var long300KB = stored(number) + "# long\n".repeat(45_000);
    var refused = press("arif", number, form(studio, number).with("text", long300KB), "save");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Teksnya lebih panjang dari 256 KiB.");
    assertThat(form(refused, number).value("text")).isEqualTo(long300KB);
    assertThat(versions.find(number).orElseThrow().version().row()).isEqualTo(1);
  }

  @Test
  void aVersionSentBackSaysWhyAndItsWriterGoesOn() {
    var number = draft("arif");
    var studio = get("arif", "/desk/policy/drafts/" + number);
    press("arif", number, form(studio, number), "submit");
    var at = "/desk/policy/" + number;
    var review = SentForm.of(get("sari", at).text(), at + "/approve");
    var wordless = browser("sari").post(at + "/send-back", review.fields());
    assertThat(wordless.status()).isEqualTo(422);
    assertThat(wordless.text()).contains("Tuliskan mengapa dikembalikan");
    var back =
        browser("sari").post(at + "/send-back", review.with("note", "Sebutkan kurirnya").fields());
    assertThat(back.text()).contains("Sebutkan kurirnya");
    assertThat(get("arif", at).text()).contains("Buka di studio").contains("Sebutkan kurirnya");
    var late = browser("sari").post(at + "/approve", review.fields());
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.text()).contains("baru saja diubah orang lain");
  }

  @Test
  void whatThereIsNoneOfIsNotFound() {
    assertThat(get("arif", "/desk/policy/4711").status()).isEqualTo(404);
    assertThat(get("arif", "/desk/policy/drafts/4711").status()).isEqualTo(404);
  }

  private int draft(String login) {
    var one = get(login, "/desk/policy/1");
    var form = SentForm.of(one.text(), "/desk/policy/1/draft").with("effectiveFrom", day());
    var studio = browser(login).post("/desk/policy/1/draft", form.fields());
    var match = DRAFT.matcher(studio.path());
    assertThat(match.matches()).as(studio.path()).isTrue();
    return Integer.parseInt(match.group(1));
  }

  private static int days;

  /** Another for each draft: two versions never take effect at once. */
  private static String day() {
    return java.time.LocalDate.of(2026, 4, 1).plusDays(days++).toString();
  }

  private Seen press(String login, int number, SentForm form, String button) {
    return browser(login).post("/desk/policy/drafts/" + number, form.with("do", button).fields());
  }

  private static SentForm form(Seen page, int number) {
    return SentForm.of(page.text(), "/desk/policy/drafts/" + number);
  }

  private String stored(int number) {
    return versions.find(number).orElseThrow().text();
  }

  private Seen get(String login, String path) {
    return browser(login).get(path);
  }

  private PlainBrowser browser(String login) {
    return browsers.computeIfAbsent(
        login,
        who -> {
          var browser = new PlainBrowser(port, "id");
          browser.get("/desk/sign-in");
          browser.post("/desk/sign-in", "login", who, "password", PASSWORD);
          return browser;
        });
  }
}
