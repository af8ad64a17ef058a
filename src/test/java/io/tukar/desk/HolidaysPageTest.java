package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.calendar.ShopCalendar;
import io.tukar.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The days off at the desk, without a script. */
@TukarTest
@Import(DeskShop.class)
class HolidaysPageTest {

  private static final String DECREE = "SKB No. 9/2026";
  private static final String FILE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-CALDESC:Keputusan Bersama Nomor 3 Tahun 2027
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20280101
      SUMMARY:Tahun Baru Masehi
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20281226
      SUMMARY:Cuti Bersama Natal
      END:VEVENT
      END:VCALENDAR
      """;

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private ShopCalendar calendar;
  private PlainBrowser browser;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    browser = signedIn(Role.MANAGER);
  }

  @AfterEach
  void close() {
    browser.close();
    clock.run();
  }

  @Test
  void aYearShowsItsDaysOffTheDecreeAndWhichYearsAreOpen() {
    var page = browser.get("/desk/holidays?year=2026").text();

    assertThat(page)
        .contains("Hari libur 2026", "Kamis, 19 Maret 2026", "Hari Suci Nyepi", "No. 1497/2025")
        .contains("Belum ada keputusan: 2028", "href=\"/desk/holidays?year=2028\"");
    assertThat(page).containsPattern("class=\"day-national\" title=\"[^\"]*Nyepi");
  }

  @Test
  void anAddedDayMovesOpenCasesAndBothHistoriesSayIt() {
    var rma = shop.authorized();
    var shipBy = Objects.requireNonNull(rma.shipBy());

    var page = save("2026-03-25", "NATIONAL", "Pilkada", "Election");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("kasus terbuka dihitung ulang", "libur nasional (Pilkada)");
    assertThat(shop.now(rma).shipBy()).isEqualTo(shipBy.plusDays(1));
    assertThat(browser.get("/desk/cases/" + DeskShop.number(rma)).text())
        .contains("Dihitung ulang: hari libur berubah", calendar.current().id());
    assertThat(browser.get("/desk/holidays?day=2026-03-25").text())
        .contains("value=\"Pilkada\"", "value=\"strike\"");

    var again = save("2026-03-25", "NATIONAL", "Pilkada", "Election");
    assertThat(again.text()).contains("sudah demikian");
    var struck =
        browser.post("/desk/holidays/day", "date", "2026-03-25", "decree", DECREE, "do", "strike");
    assertThat(struck.text()).contains("bukan hari libur");
    assertThat(calendar.current().isWorkingDay(LocalDate.of(2026, 3, 25))).isTrue();
    assertThat(shop.now(rma).shipBy()).isEqualTo(shipBy.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'',         NATIONAL, Pilkada, Election, SKB No. 1, date",
    "besok,      NATIONAL, Pilkada, Election, SKB No. 1, date",
    "1999-01-01, NATIONAL, Pilkada, Election, SKB No. 1, date",
    "2026-06-03, '',       Pilkada, Election, SKB No. 1, kind",
    "2026-06-03, NATIONAL, Pilkada, '',       SKB No. 1, name-en",
    "2026-06-03, NATIONAL, '',      Election, SKB No. 1, name-id",
    "2026-06-03, NATIONAL, Pilkada, Election, '',        decree",
    "2026-06-03, NATIONAL, Pilkada, Election, katanya,   decree",
  })
  void whatCannotBeReadIsSaidAtItsField(
      String date, String kind, String id, String en, String decree, String field) {
    var before = calendar.known();

    var page =
        browser.post(
            "/desk/holidays/day",
            "date",
            date,
            "kind",
            kind,
            "name-id",
            id,
            "name-en",
            en,
            "decree",
            decree,
            "do",
            "save");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("id=\"f-" + field + "-problem\"");
    assertThat(calendar.known()).isSameAs(before);
  }

  @Test
  void aYearGetsItsDecreeAndCanLoseItAgain() {
    var page = browser.post("/desk/holidays/2029/decree", "citation", "SKB No. 4/2028");
    assertThat(page.text()).contains("SKB No. 4/2028");
    assertThat(calendar.current().decree(2029)).isPresent();

    assertThat(browser.post("/desk/holidays/2029/decree", "citation", "segera").status())
        .isEqualTo(422);
    browser.post("/desk/holidays/2029/decree", "citation", "");
    assertThat(calendar.current().decree(2029)).isEmpty();
  }

  @Test
  void aFileIsLookedAtBeforeItIsAppliedAndCanBeAppliedAgain() {
    var preview = upload(FILE, "");

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.path()).startsWith("/desk/holidays/files/");
    assertThat(preview.text())
        .contains("Sabtu, 1 Januari 2028", "Selasa, 26 Desember 2028", "Cuti bersama", "Ditambah")
        .contains("2028 ditetapkan dengan: Keputusan Bersama Nomor 3 Tahun 2027");
    assertThat(calendar.current().decree(2028)).isEmpty();

    var applied = browser.post(preview.path() + "/apply");
    assertThat(applied.text()).contains("Hari libur 2028", "Tersimpan");
    assertThat(calendar.current().isWorkingDay(LocalDate.of(2028, 12, 26))).isFalse();
    assertThat(calendar.current().decree(2028)).isPresent();

    assertThat(browser.post(preview.path() + "/apply").text()).contains("sudah demikian");
    assertThat(upload(FILE, "").text()).contains("Sama").doesNotContain("Ditambah");
    browser.post("/desk/holidays/2028/decree", "citation", "");
  }

  @Test
  void aFileWithABadRowIsShownWithItsLineAndCannotBeApplied() {
    var bad = FILE.replace("DTSTART;VALUE=DATE:20281226", "DTSTART:20281226T090000Z");
    var before = calendar.known();

    var preview = upload(bad, "");

    assertThat(preview.text())
        .contains("Baris 8:", "Acara ini berjam", "tidak diambil sama sekali")
        .doesNotContain("/apply");
    assertThat(browser.post(preview.path() + "/apply").status()).isEqualTo(422);
    assertThat(calendar.known()).isSameAs(before);
  }

  @Test
  void aFileThatIsNoneOrNamesNoDecreeIsRefusedAtItsField() {
    assertThat(upload("<html>", "").text()).contains("id=\"f-file-problem\"");
    assertThat(upload(FILE.replaceAll("X-WR.*\n", ""), "").text())
        .contains("id=\"f-file-decree-problem\"");
    assertThat(upload(FILE.replaceAll("X-WR.*\n", ""), "SKB No. 12/2027").text())
        .contains("SKB No. 12/2027");
    assertThat(upload("", "").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @EnumSource(names = "MANAGER", mode = EnumSource.Mode.EXCLUDE)
  void othersReadAndChangeNothing(Role role) {
    var before = calendar.known();
    try (var other = signedIn(role)) {
      var page = other.get("/desk/holidays?year=2026");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("Hari Suci Nyepi").doesNotContain("/desk/holidays/day");
      assertThat(
              other
                  .post(
                      "/desk/holidays/day",
                      "date",
                      "2026-06-03",
                      "kind",
                      "NATIONAL",
                      "decree",
                      DECREE)
                  .status())
          .isEqualTo(403);
      assertThat(other.post("/desk/holidays/2029/decree", "citation", DECREE).status())
          .isEqualTo(403);
    }
    assertThat(calendar.known()).isSameAs(before);
  }

  private PlainBrowser.Seen save(String date, String kind, String id, String en) {
    return browser.post(
        "/desk/holidays/day",
        "date",
        date,
        "kind",
        kind,
        "name-id",
        id,
        "name-en",
        en,
        "decree",
        DECREE,
        "do",
        "save");
  }

  private PlainBrowser.Seen upload(String file, String decree) {
    browser.get("/desk/holidays");
    return browser.upload(
        "/desk/holidays/files",
        Map.of("file-decree", decree),
        "file",
        file.getBytes(StandardCharsets.UTF_8));
  }

  private PlainBrowser signedIn(Role role) {
    var visitor = new PlainBrowser(port, "id");
    visitor.get("/desk/sign-in");
    visitor.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    visitor.get("/desk/holidays");
    return visitor;
  }
}
