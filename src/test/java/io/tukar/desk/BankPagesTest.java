package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshForEachTest;
import io.tukar.TukarTest;
import io.tukar.cashier.Cashier;
import io.tukar.cashier.Receipts;
import io.tukar.cashier.StatementIntake;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Verification;
import io.tukar.settlement.TrustedWord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Mutasi bank and dana masuk, as a finance clerk uses them without JavaScript. */
@TukarTest
@FreshForEachTest
@Import(DeskShop.class)
class BankPagesTest {

  private static final String STATEMENTS = "/desk/money/statements";
  private static final String RECEIPTS = "/desk/money/receipts";
  private static final Actor FINANCE = new Actor.Staff(1, Role.FINANCE);

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private StatementIntake intake;
  @Autowired private Receipts receipts;
  @Autowired private Cashier cashier;
  @Autowired private ExchangeDesk desk;
  @Autowired private TrustedWord word;
  @Autowired private Verification verification;
  @Autowired private ClockForTests clock;
  @TempDir private Path folder;
  private Visitor finance = new Visitor(0);

  @BeforeEach
  void aClerk() throws Exception {
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(1)));
    shop.hire();
    finance = new Visitor(port);
    finance.signIn(DeskShop.login(Role.FINANCE), DeskShop.PASSWORD);
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aStatementIsTakenInOnceAndAWrongOneIsRefusedInWords() throws Exception {
    assertThat(finance.get(STATEMENTS + "?lang=en").body()).contains("No bank statement yet");
    var rma = shop.owing(149_623);
    var file = shop.statement(folder, rma);

    assertThat(upload("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8)).body())
        .contains("The file is refused whole", "href=\"#f-file\"");
    var taken = upload(Files.readAllBytes(file));
    assertThat(taken.statusCode()).isEqualTo(303);
    var page = finance.get(path(taken) + "&lang=en").body();
    assertThat(page)
        .contains("3 new entries were booked; no receipt found the case at once.")
        .contains("BIAYA ADM", "−Rp6,500.50", "SWITCHING CR", "Not booked by the bank yet");
    assertThat(finance.get(path(upload(Files.readAllBytes(file))) + "&lang=en").body())
        .contains("was taken in before");
    assertThat(receipts.sum(Receipts.Which.OPEN).count()).isEqualTo(2);
  }

  @Test
  void aSuggestionIsTickedAndTakenBackWithAReason() throws Exception {
    var rma = shop.owing(149_623);
    take(shop.statement(folder, rma));
    var receipt = receipts.page(Receipts.Which.OPEN, 1).get(1);
    var list = finance.get(RECEIPTS + "?lang=en").body();
    assertThat(list)
        .contains(DeskShop.number(rma), "its number is in the remark", "pick-" + receipt.id())
        .contains("7 days", "Nothing speaks for a case");

    assertThat(finance.post(RECEIPTS + "/picked?lang=en", Map.of()).body())
        .contains("Tick the receipts to match first");
    var tick = Map.of("pick-" + receipt.id(), rma.id() + ":" + receipt.left().minor());
    for (int sent = 0; sent < 2; sent++) {
      assertThat(finance.post(RECEIPTS + "/picked", tick).statusCode()).isEqualTo(303);
    }
    var left = shop.now(rma).balance();
    assertThat(left).isEqualTo(Money.rupiah(149_623).minus(receipt.left()));
    var one = RECEIPTS + "/" + receipt.id();
    assertThat(finance.get(one + "?lang=en").body()).contains("Given to", "Take it off");

    var match = "" + receipts.givenOf(receipt.id()).getFirst().id();
    assertThat(finance.post(one + "/undo?lang=en", Map.of("match", match)).body())
        .contains("Write the reason");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(
              finance
                  .post(one + "/undo", Map.of("match", match, "reason", "Salah orang"))
                  .statusCode())
          .isEqualTo(303);
    }
    assertThat(shop.now(rma).balance()).isEqualTo(Money.rupiah(149_623));
    assertThat(finance.get(one + "?lang=en").body()).contains("Taken off on", "Salah orang");
    assertThat(finance.get("/desk/cases/" + DeskShop.number(rma) + "?lang=en").body())
        .contains("Transfer taken off this case", "Salah orang");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aReceiptIsGivenByHandAndMoreOnlyOnPurpose() throws Exception {
    var rma = shop.owing(149_623);
    take(shop.statement(folder, rma));
    var one = RECEIPTS + "/" + receipts.page(Receipts.Which.OPEN, 1).getFirst().id();

    assertThat(finance.post(one + "/case?lang=en", Map.of("case", "RMA-9")).body())
        .contains("value=\"RMA-9\"", "href=\"#f-case\"");
    var typed = Map.of("case", DeskShop.number(rma), "amount", "777.000");
    var refused = finance.post(one + "/case?lang=en", typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("owes only Rp149.623", "value=\"777.000\"", "name=\"more\"");
    assertThat(finance.post(one + "/case?lang=en", with(typed, "amount", "x")).body())
        .contains("digits only");
    assertThat(finance.post(one + "/case", with(typed, "more", "true")).statusCode())
        .isEqualTo(303);
    assertThat(shop.now(rma).balance()).isEqualTo(Money.rupiah(149_623 - 777_000));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aSaleIsSetAsideAndTakenUpAgain() throws Exception {
    take(shop.statement(folder, shop.owing(149_623)));
    var one = RECEIPTS + "/" + receipts.page(Receipts.Which.OPEN, 1).getFirst().id();
    assertThat(finance.post(one + "/aside?lang=en", Map.of("reason", " ")).statusCode())
        .isEqualTo(422);
    finance.post(one + "/aside", Map.of("reason", "Penjualan toko"));
    assertThat(finance.get(RECEIPTS + "?show=aside&lang=en").body()).contains("Penjualan toko");
    assertThat(finance.get(one + "?lang=en").body()).contains("Take up again");
    finance.post(one + "/take-up", Map.of());
    assertThat(receipts.sum(Receipts.Which.OPEN).count()).isEqualTo(2);
  }

  @Test
  void whatWasOnlySeenLetsNothingLeaveAboveTheLimitAndIsMissedLater() throws Exception {
    var rma = shop.owing(149_623);
    desk.paidIn(
        CaseRef.latest(rma.id()),
        Money.rupiah(149_623),
        "APP-1",
        DeskShop.NOW.minus(Duration.ofDays(3)),
        FINANCE);
    var manager = new Visitor(port);
    manager.signIn(DeskShop.login(Role.MANAGER), DeskShop.PASSWORD);
    assertThat(finance.post(STATEMENTS + "/limit", Map.of("limit", "100000")).statusCode())
        .isEqualTo(403);
    assertThat(manager.post(STATEMENTS + "/limit", Map.of("limit", "Rp100.000")).statusCode())
        .isEqualTo(303);
    assertThat(word.limit()).contains(100_000L);
    assertThat(word.beyond(rma.id())).contains(Money.rupiah(149_623));
    take(shop.statement(folder, rma));
    assertThat(finance.get("/desk/money?lang=en").body())
        .contains("A noted transfer is not on the bank statement");
    var missing = finance.get(RECEIPTS + "?show=missing&lang=en").body();
    assertThat(missing).contains("APP-1", "It never came");
    var typed = "" + receipts.missing().getFirst().posting();
    assertThat(
            finance
                .post(RECEIPTS + "/never-came?lang=en", Map.of("typed", typed, "reason", ""))
                .body())
        .contains("Write the reason");
    finance.post(RECEIPTS + "/never-came", Map.of("typed", typed, "reason", "Bukti palsu"));
    assertThat(shop.now(rma).balance()).isEqualTo(Money.rupiah(149_623));
    manager.post(STATEMENTS + "/limit", Map.of("limit", ""));
    assertThat(word.limit()).isEqualTo(Optional.empty());
  }

  @Test
  void anotherAccountIsAddedByAManager() throws Exception {
    var manager = new Visitor(port);
    manager.signIn(DeskShop.login(Role.MANAGER), DeskShop.PASSWORD);
    assertThat(manager.post(STATEMENTS + "/accounts?lang=en", Map.of("account", "12 ab")).body())
        .contains("5 to 20 digits", "value=\"12 ab\"");
    manager.post(STATEMENTS + "/accounts", Map.of("account", "987-654-3210"));
    assertThat(manager.get(STATEMENTS).body()).contains("9876543210");
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var more = new HashMap<>(fields);
    more.put(name, value);
    return more;
  }

  private void take(Path file) throws IOException {
    var taken = intake.take(file, "mutasi.csv", clock.instant(), FINANCE);
    assertThat(taken).isInstanceOf(Answer.Done.class);
    cashier.matchTheSure(clock.instant(), FINANCE);
  }

  private HttpResponse<String> upload(byte[] content) throws Exception {
    return finance.upload(STATEMENTS + "?lang=en", "file", "mutasi.csv", content);
  }

  private static String path(HttpResponse<String> redirect) {
    var to = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    return to.getRawPath() + "?" + to.getRawQuery();
  }
}
