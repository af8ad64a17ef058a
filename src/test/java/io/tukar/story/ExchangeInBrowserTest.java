package io.tukar.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.BrowserForTests;
import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.kernel.Language;
import io.tukar.kernel.Role;
import io.tukar.outbox.Dispatcher;
import io.tukar.rma.Verification;
import io.tukar.staff.StaffBook;
import io.tukar.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An exchange as the customer and the shop live through it, each at their own screen. */
@TukarTest
class ExchangeInBrowserTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);
  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final Pattern CASE_LINK = Pattern.compile("http://[^/]+(/kasus/\\S+)");
  private static final Post POST = new Post();

  private static BrowserForTests chromium;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private StaffBook staff;
  @Autowired private ClockForTests clock;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Verification verification;
  @Autowired private Texts texts;
  private final List<String> wrong = new ArrayList<>();
  private StoryShop shop;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry settings) {
    settings.add("tukar.smtp.host", () -> "127.0.0.1");
    settings.add("tukar.smtp.port", POST::port);
    settings.add("tukar.smtp.from", () -> "tukar@toko.test");
  }

  @BeforeAll
  static void start() {
    chromium = BrowserForTests.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    POST.close();
  }

  @BeforeEach
  void open() {
    clock.standAt(MONDAY);
    shop = new StoryShop(jdbc, staff, MONDAY);
  }

  @AfterEach
  void nothingIsWrongWithAnyPage() {
    clock.run();
    assertThat(wrong).isEmpty();
  }

  @Test
  void twoDeadPhonesAreExchangedForADearerModelAndWork() {
    exchange(Language.ID, true, Language.EN);
  }

  @Test
  @Tag("slow")
  void theSameExchangeIsLivedThroughInEnglishWithoutJavaScript() {
    exchange(Language.EN, false, Language.ID);
  }

  @Test
  void aRequestWithoutPhotosIsLetThroughForAWrittenReasonAndThenCalledOff() {
    cancellation(Language.EN, false, Language.ID);
  }

  @Test
  @Tag("slow")
  void theSameRequestIsCalledOffInIndonesianWithJavaScript() {
    cancellation(Language.ID, true, Language.EN);
  }

  /** The staff speak the other language: neither may colour what the other reads. */
  private void exchange(Language language, boolean scripts, Language atTheDesk) {
    var bought = shop.order(RECEIVED);
    try (var buyer = buyer("exchange", language, scripts)) {
      buyer.findsTheOrder(bought);
      buyer.saysTheyAreDead(bought, 2);
      buyer.wants(bought.dearer());
      buyer.takesPhotos();
      buyer.says("Dapat ditukar", "Can be exchanged");
      buyer.says("Batas waktu: Selasa, 31 Maret 2026", "Deadline: Tuesday, 31 March 2026");
      buyer.says("Anda membayar Rp150.000", "You pay Rp150,000");
      buyer.says("Ditanggung toko", "The shop pays");
      buyer.submits("portal.status.authorized");
      var rma = buyer.number();
      assertThat(rma).startsWith("RMA-2603-");
      buyer.sees("PJ-2603-");
      buyer.says("Kirim paling lambat", "Ship by");
      clock.advance(Duration.ofHours(5));
      buyer.ships("JNE0012345678");

      clock.advance(Duration.ofDays(1));
      try (var inspector = clerk("exchange", atTheDesk, Role.INSPECTOR)) {
        inspector.receives(rma);
        buyer.looksAgain("portal.status.received", "received");
        buyer.says("unit pengganti sudah disisihkan", "the replacement is held for you");
        inspector.inspects(rma, bought.serials().subList(0, 2));
        buyer.looksAgain("portal.status.inspected", "inspected");
      }
      try (var finance = clerk("exchange", atTheDesk, Role.FINANCE)) {
        finance.opensFromMoney(rma);
        finance.settles(rma, "18000", atTheDesk == Language.ID ? "Rp132.000" : "Rp132,000");
        buyer.looksAgain("portal.status.settled-to-pay", "to-pay");
        var asked = buyer.looksUpWhatToPay(132_000);
        clock.advance(Duration.ofHours(2));
        finance.opensFromMoney(rma);
        finance.recordsTransferIn(rma, asked, "MUTASI-0317-" + language);
        buyer.looksAgain("portal.status.settled", "paid");
        buyer.says("Transfer Anda tercatat: Rp132.000", "Your transfer was booked: Rp132,000");
      }
      try (var inspector = clerk("dispatch", atTheDesk, Role.INSPECTOR)) {
        inspector.finds(rma);
        inspector.dispatches(rma, bought.ready(), "JNE0099887766");
      }

      clock.advance(Duration.ofDays(1));
      buyer.looksAgain("portal.status.dispatched", "dispatched");
      buyer.sees("JNE0099887766");
      buyer.saysItWorks();
      try (var agent = clerk("closed", atTheDesk, Role.AGENT)) {
        agent.finds(rma);
        agent.says("Selesai", "Closed");
      }
      buyer.comesBackBy(linkIn(letters(bought).getLast().text()), "portal.status.closed");

      wereWritten(
          bought,
          language,
          language == Language.ID
              ? List.of(
                  rma + " disetujui",
                  "Paket " + rma,
                  "Pengecekan " + rma,
                  "Pembayaran " + rma,
                  "Unit pengganti " + rma,
                  rma + " selesai")
              : List.of(
                  rma + " approved",
                  "Parcel " + rma,
                  "Inspection of " + rma,
                  "Payment for " + rma,
                  "Replacement for " + rma,
                  rma + " is closed"));
    }
    assertThat(verification.run().broken()).isEmpty();
  }

  private void cancellation(Language language, boolean scripts, Language atTheDesk) {
    var bought = shop.order(RECEIVED);
    try (var buyer = buyer("cancel", language, scripts)) {
      buyer.findsTheOrder(bought);
      buyer.saysTheyAreDead(bought, 3);
      buyer.wantsTheSame();
      buyer.leavesPhotosForLater();
      buyer.says("Hampir: masih kurang foto", "Almost: photos are missing");
      buyer.submits("portal.status.needs-evidence");
      var request = buyer.number();
      assertThat(request).startsWith("PJ-2603-");
      assertThat(letters(bought)).hasSize(1);
      try (var agent = clerk("cancel", atTheDesk, Role.AGENT)) {
        agent.finds(request);
        agent.mustGiveAReasonToAuthorize();
        agent.authorizes(
            request,
            atTheDesk == Language.ID ? "Terlihat lewat panggilan video." : "Seen on a video call.");
      }
      buyer.looksAgain("portal.status.authorized", "let-through");
      var rma = buyer.number();
      assertThat(rma).startsWith("RMA-2603-");
      buyer.says("unit pengganti sedang kosong", "the replacement is out of stock");
      buyer.cancels(rma);

      wereWritten(
          bought,
          language,
          language == Language.ID
              ? List.of(
                  request + " masih kurang foto",
                  rma + " disetujui",
                  "Pengganti untuk " + rma + " sedang habis",
                  rma + " dibatalkan")
              : List.of(
                  request + ": photos are missing",
                  rma + " approved",
                  "The replacement for " + rma + " is out of stock",
                  rma + " is cancelled"));
    }
    assertThat(verification.run().broken()).isEmpty();
  }

  private void wereWritten(StoryShop.Bought bought, Language language, List<String> subjects) {
    var letters = letters(bought);
    assertThat(letters).extracting(Post.Received::subject).hasSameSizeAs(subjects);
    for (int i = 0; i < subjects.size(); i++) {
      var letter = letters.get(i);
      assertThat(letter.subject()).startsWith(subjects.get(i));
      assertThat(letter.text()).contains("/kasus/");
      assertThat(Screen.foreign(language, letter.text())).as(letter.subject()).isEmpty();
    }
  }

  private List<Post.Received> letters(StoryShop.Bought bought) {
    dispatcher.run(() -> false);
    return POST.to(bought.email());
  }

  private static String linkIn(String letter) {
    var link = CASE_LINK.matcher(letter);
    assertThat(link.find()).as(letter).isTrue();
    return link.group(1);
  }

  private Buyer buyer(String story, Language language, boolean scripts) {
    return new Buyer(
        screen(
            new Screen.Setting(
                "%s-%s-customer".formatted(story, language.code()), language, scripts, 360, 740)));
  }

  private Clerk clerk(String story, Language language, Role role) {
    var name = "%s-%s-%s".formatted(story, language.code(), StoryShop.login(role));
    return Clerk.signsIn(
        screen(new Screen.Setting(name, language, true, 1280, 800)), role, language);
  }

  private Screen screen(Screen.Setting setting) {
    return new Screen(chromium.browser(), texts, setting, "http://127.0.0.1:" + port, wrong);
  }
}
