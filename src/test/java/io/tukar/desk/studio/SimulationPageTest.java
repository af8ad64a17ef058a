package io.tukar.desk.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.PlainBrowser.Seen;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the past a draft would decide otherwise, on pages without JavaScript. */
@TukarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationPageTest {

  private static final Instant NOW = Instant.parse("2026-03-16T03:15:00Z");
  private static final String PASSWORD = "kopi tubruk pagi";
  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Pattern CASE = Pattern.compile("/simulation/(PJ-2603-[0-9]+)/1\"");

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
  private final Map<String, PlainBrowser> browsers = new HashMap<>();
  private Actor.Staff arif = new Actor.Staff(0, Role.MANAGER);
  private Sku refused = new Sku("X");
  private int days;

  @BeforeAll
  void hireAndOpenTwoCases() {
    clock.standAt(NOW);
    var hired = staff.create("arif", "Arif Manajer", Role.MANAGER, PASSWORD, NOW);
    arif = new Actor.Staff(((Answer.Done<Member>) hired).value().id(), Role.MANAGER);
    for (var role : new Role[] {Role.AGENT, Role.INSPECTOR, Role.FINANCE}) {
      staff.create(role.name(), "Staf Uji", role, PASSWORD, NOW);
    }
    refused = opened();
    opened();
  }

  @BeforeEach
  void standStill() {
    clock.standAt(NOW);
  }

  @AfterEach
  void leave() {
    browsers.values().forEach(PlainBrowser::close);
    browsers.clear();
    clock.run();
  }

  /** A case about a product of its own. */
  private Sku opened() {
    var shop = new ShopFixture(jdbc);
    var sku = shop.product(Cases.freshSku(), 1_000_000, 5);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 1, 1_000_000));
    assertThat(desk.open(new Cases(shop, drafts).dead(order, 1, sku), Cases.MONDAY, CUSTOMER))
        .isInstanceOf(Answer.Done.class);
    return sku;
  }

  @Test
  void aDraftIsSimulatedAndEachFlipIsShownBesideWhatWasDecided() {
    var draft = excluding(refused);
    var at = at(draft);
    assertThat(get("/desk/policy/" + draft).text()).contains("Simulasikan pada kasus lalu");
    assertThat(get(at).text()).contains("Belum disimulasikan");

    var result = simulated(draft);
    assertThat(result)
        .contains("1 dari 2 baris akan diputuskan lain")
        .contains("0 di antaranya lebih ringan bagi pelanggan, 1 tidak.")
        .contains("Disetujui → Ditolak")
        .contains("?clause=X9#flips", "?reason=dead-on-arrival#flips")
        .contains("?product=" + refused.value() + "#flips")
        .contains("Unduh CSV (1)")
        .doesNotContain("http-equiv=\"refresh\"", "hx-trigger=\"every");
    var number = caseIn(result);

    var flip = get(at + "/" + number + "/1").text();
    assertThat(flip)
        .contains("Dahulu, menurut versi 1", "Menurut versi " + draft)
        .contains("Produk ini tidak ditukar.", "Pasal ini tidak ada.")
        .contains("/desk/cases/" + number);
    assertThat(get("/desk/policy/" + draft).text()).contains("Lihat hasil terakhir");
    assertThat(get(at + "/" + number + "/1?lang=en").text())
        .contains("This product is not exchanged.", "There is no such clause.");
  }

  @Test
  void theListIsFilteredAndDownloadedAsItIsFiltered() {
    var draft = excluding(refused);
    var at = at(draft);
    var number = caseIn(simulated(draft));

    for (var fits :
        List.of(
            "reason=dead-on-arrival",
            "product=" + refused.value().toLowerCase(Locale.ROOT),
            "turn=AUTHORIZED.DECLINED",
            "clause=X9",
            "page=99&products=99")) {
      assertThat(get(at + "?" + fits).text()).as(fits).contains("/" + number + "/1\"");
    }
    for (var fitsNot :
        List.of("reason=changed-mind", "product=Y", "turn=DECLINED.AUTHORIZED", "clause=%3Cb%3E")) {
      assertThat(get(at + "?" + fitsNot).text())
          .as(fitsNot)
          .contains("Tidak ada yang cocok", "Unduh CSV (0)")
          .doesNotContain("<b>");
      assertThat(get(at + "/flips.csv?" + fitsNot).text().lines()).hasSize(1);
    }
    var csv = get(at + "/flips.csv?clause=X9");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"simulation-" + draft + ".csv\"");
    assertThat(csv.text().lines().skip(1))
        .containsExactly(
            number
                + ",1,dead-on-arrival,"
                + refused.value()
                + ",authorized,declined,shop,shop,0,X9");
  }

  @Test
  void whatCostsMoreIsSummedUpInRupiah() {
    var draft =
        draft(
            """
              - id: F9
                kind: fee
                severity: charge
                amount: 25000
                source: Handling.
                text: {id: Biaya penanganan., en: A fee for handling.}
            """);
    var result = simulated(draft);
    assertThat(result)
        .contains("2 dari 2 baris", "+Rp50.000", "+Rp25.000")
        .contains("Disetujui, dengan ketentuan lain");
    assertThat(get(at(draft) + "/" + caseIn(result) + "/1").text()).contains("Biaya", "Rp25.000");
  }

  @Test
  void aDraftThatDecidesTheSameSaysSo() {
    assertThat(simulated(draft(""))).contains("Tidak ada keputusan yang berubah", "Semua 2 baris");
  }

  @Test
  void aResultOfAnEarlierTextSaysSoUntilItIsSimulatedAgain() {
    var draft = excluding(refused);
    var number = caseIn(simulated(draft));
    var kept = versions.find(draft).orElseThrow();
    done(office.save(kept.version().ref(), kept.text() + "# another word\n", arif, NOW));

    assertThat(get(at(draft)).text()).contains("Ini hasil dari teks sebelumnya.", number);
    assertThat(get(at(draft) + "/" + number + "/1").text())
        .contains("Ini hasil dari teks sebelumnya.");
    assertThat(simulated(draft)).doesNotContain("Ini hasil dari teks sebelumnya.");
  }

  @Test
  void oneRunGoesAtATimeIsJoinedByPressingTwiceAndStopped() {
    var draft = draft("");
    var other = draft("");
    transactions.executeWithoutResult(
        held -> {
          // Whoever reads what was decided waits for this transaction.
          jdbc.sql("lock table decision in access exclusive mode").update();
          var running = press(draft);
          assertThat(running.status()).isEqualTo(200);
          assertThat(running.text())
              .contains("Kasus lalu sedang diputuskan ulang", "Menghitung baris yang lalu")
              .contains("http-equiv=\"refresh\"", "hx-trigger=\"every 1s\"", "Muat ulang");
          var run = simulations.of(draft).orElseThrow();
          press(draft);
          assertThat(simulations.of(draft)).containsSame(run);

          var busy = press(other);
          assertThat(busy.status()).isEqualTo(422);
          assertThat(busy.text()).contains("Simulasi versi " + draft + " sedang berjalan");
          assertThat(simulations.of(other)).isEmpty();

          var stopping = browser("arif").post(at(draft) + "/stop");
          assertThat(stopping.text()).contains("Sedang dihentikan");
        });
    over(draft);
    assertThat(get(at(draft)).text()).contains("Dihentikan pada", "Simulasikan lagi");
    assertThat(simulated(other)).contains("Tidak ada keputusan yang berubah");
  }

  @Test
  void aDraftWithErrorsOrOneThatIsNoLongerOpenIsNotSimulated() {
    var broken = draft("");
    var kept = versions.find(broken).orElseThrow();
    var text = kept.text().replace("    days: 7\n", "    days: often\n");
    done(office.save(kept.version().ref(), text, arif, NOW));
    var refusedRun = press(broken);
    assertThat(refusedRun.status()).isEqualTo(422);
    assertThat(refusedRun.text()).contains("berisi kesalahan, jadi belum dapat dipakai memutuskan");

    var withdrawn = draft("");
    var ref = versions.find(withdrawn).orElseThrow().version().ref();
    done(office.withdraw(ref, "", arif, NOW));
    assertThat(press(withdrawn).text()).contains("tidak terbuka lagi");
    assertThat(get("/desk/policy/" + withdrawn).text()).doesNotContain("/simulation\"");
  }

  @Test
  void theStudioSavesWhatIsTypedAndSimulatesIt() {
    var draft = draft("");
    var path = "/desk/policy/drafts/" + draft;
    var form = SentForm.of(get(path + "?tab=text").text(), path);
    var typed = form.value("text") + exclusion(refused);
    var seen = browser("arif").post(path, form.with("text", typed).with("do", "simulate").fields());
    assertThat(seen.path()).isEqualTo(at(draft));
    assertThat(versions.find(draft).orElseThrow().text()).contains("X9");
    over(draft);
    assertThat(get(at(draft)).text()).contains("1 dari 2 baris");

    var broken = typed.replace("clauses:", "clauses: [");
    var next = SentForm.of(get(path + "?tab=text").text(), path);
    var sent =
        browser("arif").post(path, next.with("text", broken).with("do", "simulate").fields());
    assertThat(sent.status()).isEqualTo(422);
    assertThat(sent.text()).contains("jadi belum dapat dipakai memutuskan");
    assertThat(SentForm.of(sent.text(), path).value("text")).isEqualTo(broken);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AGENT", "INSPECTOR", "FINANCE"})
  void otherRolesNeitherSimulateNorSeeWhatCameOfIt(Role role) {
    var draft = excluding(refused);
    var at = at(draft);
    var number = caseIn(simulated(draft));
    var before = simulations.of(draft);
    var login = role.name().toLowerCase(Locale.ROOT);
    for (var path : List.of(at, at + "/flips.csv", at + "/" + number + "/1")) {
      assertThat(browser(login).get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(browser(login).get("/desk/policy/" + draft).text()).doesNotContain("/simulation");
    assertThat(browser(login).post(at).status()).isEqualTo(403);
    assertThat(browser(login).post(at + "/stop").status()).isEqualTo(403);
    assertThat(simulations.of(draft)).isEqualTo(before);
  }

  @Test
  void whatThereIsNoneOfIsNotFound() {
    var draft = excluding(refused);
    assertThat(get(at(4711)).status()).isEqualTo(404);
    assertThat(get(at(1)).status()).isEqualTo(404);
    assertThat(get(at(draft) + "/flips.csv").status()).isEqualTo(404);
    var number = caseIn(simulated(draft));
    assertThat(get(at(draft) + "/PJ-2603-99999/1").status()).isEqualTo(404);
    assertThat(get(at(draft) + "/" + number + "/9").status()).isEqualTo(404);
  }

  /** Presses the button and waits for the result. */
  private String simulated(int draft) {
    assertThat(press(draft).status()).isEqualTo(200);
    over(draft);
    return get(at(draft)).text();
  }

  private void over(int draft) {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (simulations.of(draft).orElseThrow().state() instanceof SimulationRun.Running
        && System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    assertThat(simulations.of(draft).orElseThrow().state())
        .isNotInstanceOf(SimulationRun.Running.class);
  }

  private Seen press(int draft) {
    get("/desk/policy/" + draft);
    return browser("arif").post(at(draft));
  }

  private static String caseIn(String page) {
    var found = CASE.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String at(int draft) {
    return "/desk/policy/" + draft + "/simulation";
  }

  private int excluding(Sku product) {
    return draft(exclusion(product));
  }

  private static String exclusion(Sku product) {
    return """
      - id: X9
        kind: exclusion
        severity: block
        products: [%s]
        source: Not this one.
        text: {id: Produk ini tidak ditukar., en: This product is not exchanged.}
    """
        .formatted(product.value());
  }

  /** A draft of the shipped text with one more clause. */
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

  private Seen get(String path) {
    return browser("arif").get(path);
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
