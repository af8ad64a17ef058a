package io.tukar.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.FreshForEachTest;
import io.tukar.TukarTest;
import io.tukar.cashier.Cashier.Grounds;
import io.tukar.cashier.Cashier.Part;
import io.tukar.cashier.Receipts.Which;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Cases;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.Parcel;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import io.tukar.settlement.PaymentCodes;
import io.tukar.settlement.TrustedWord;
import io.tukar.settlement.statement.BadStatement;
import io.tukar.shipping.Courier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the bank's file to the case: kept once, given once, taken back whole. */
@TukarTest
@FreshForEachTest
class CashierTest {

  private static final Actor FINANCE = new Actor.Staff(1, Role.FINANCE);
  private static final Actor AGENT = new Actor.Staff(2, Role.AGENT);
  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 17);
  private static final Instant NOW = Cases.MONDAY.plus(Duration.ofDays(2));

  @Autowired private StatementIntake intake;
  @Autowired private Cashier cashier;
  @Autowired private Receipts receipts;
  @Autowired private BankStatements statements;
  @Autowired private BankAccounts accounts;
  @Autowired private PaymentCodes codes;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private TrustedWord word;
  @Autowired private Rmas rmas;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;
  private ShopFixture shop;

  @BeforeEach
  void aShop() {
    shop = new ShopFixture(jdbc);
    accounts.add(BcaFile.ACCOUNT, NOW, FINANCE);
  }

  @Test
  void theSameEntryIsKeptOnceInAnyFileAndInOtherWords() throws IOException {
    var first =
        month("1000000").credit(DAY, "250000", "TRSF BUDI").credit(DAY, "250000", "TRSF ANI");
    var second =
        month("1000000")
            .credit(DAY, "250000", "TRSF BUDI SANTOSO 0317")
            .credit(DAY, "250000", "TRSF ANI")
            .credit(DAY, "250000", "TRSF CICI")
            .debit(DAY.plusDays(1), "6500", "BIAYA")
            .pending("99000", "SWITCHING CR");

    var taken = done(intake.take(first.write(folder, "a.csv"), "a.csv", NOW, FINANCE));
    assertThat(taken.fresh()).isEqualTo(2);
    var more = done(intake.take(second.write(folder, "b.csv"), "b.csv", NOW, FINANCE));
    assertThat(more.fresh()).isEqualTo(2);
    assertThat(more.pending()).isEqualTo(1);
    var again = done(intake.take(second.write(folder, "c.csv"), "c.csv", NOW, FINANCE));
    assertThat(again.again()).isTrue();
    assertThat(again.statement()).isEqualTo(more.statement());

    var open = receipts.page(Which.OPEN, 1);
    assertThat(open).hasSize(3);
    assertThat(open.getFirst().words()).containsExactly("TRSF BUDI", "TRSF BUDI SANTOSO 0317");
    assertThat(open.get(1).words()).containsExactly("TRSF ANI");
    assertThat(open.get(2).words()).containsExactly("TRSF CICI");
    assertThat(receipts.sum(Which.OPEN).left()).isEqualTo(Money.rupiah(750_000));
    assertThat(statements.pending(more.statement())).hasSize(1);
    holds();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyOrderAndRepetitionOfOverlappingFilesEndsInTheSameBooks(long seed) throws IOException {
    var random = new Random(seed);
    var days = new ArrayList<List<Integer>>();
    for (int day = 0; day < 8; day++) {
      var amounts = new ArrayList<Integer>();
      for (int n = random.nextInt(5); n >= 0; n--) {
        amounts.add(100_000 * (1 + random.nextInt(3)));
      }
      days.add(amounts);
    }
    var files = new ArrayList<Path>();
    for (int from = 0; from < 8; from++) {
      for (int to = from; to < 8; to += 3) {
        long opening = 0;
        for (int day = 0; day < from; day++) {
          opening += days.get(day).stream().mapToInt(i -> i).sum();
        }
        var file = new BcaFile(DAY.plusDays(from), DAY.plusDays(to), Long.toString(opening));
        for (int day = from; day <= to; day++) {
          for (int n = 0; n < days.get(day).size(); n++) {
            var words = "TRSF " + day + " " + n + (random.nextInt(4) == 0 ? " LAIN" : "");
            file.credit(DAY.plusDays(day), days.get(day).get(n).toString(), words);
          }
        }
        files.add(file.write(folder, from + "-" + to + ".csv"));
      }
    }
    var expected = 0L;
    for (var day : days) {
      expected += day.stream().mapToInt(i -> i).sum();
    }
    var order = new ArrayList<>(files);
    order.addAll(files.subList(0, 5));
    Collections.shuffle(order, random);
    for (var file : order) {
      done(intake.take(file, "m.csv", NOW, FINANCE));
    }
    assertThat(receipts.sum(Which.OPEN).left()).isEqualTo(Money.rupiah(expected));
    assertThat(receipts.sum(Which.OPEN).count())
        .isEqualTo(days.stream().mapToInt(List::size).sum());
    assertThat(account("BANK")).isEqualTo(expected);
    assertThat(statements.gaps()).isEmpty();
    holds();
  }

  @Test
  void aFileThatIsWrongLeavesNothing() throws IOException {
    var other = month("0").of("9876543210").credit(DAY, "1000", "X").write(folder, "o.csv");
    assertThat(refused(intake.take(other, "o.csv", NOW, FINANCE)))
        .isEqualTo("statement-wrong-account");
    var cut = Files.readString(month("0").credit(DAY, "1000", "X").write(folder, "k.csv"));
    var file = Files.writeString(folder.resolve("k.csv"), cut.substring(0, cut.length() - 40));
    assertThatThrownBy(() -> intake.take(file, "k.csv", NOW, FINANCE))
        .isInstanceOf(BadStatement.class);
    assertThat(statements.count()).isZero();
    assertThat(receipts.sum(Which.OPEN).count()).isZero();

    accounts.add("9876543210", NOW, FINANCE);
    done(intake.take(other, "o.csv", NOW, FINANCE));
    assertThat(statements.count()).isEqualTo(1);
  }

  @Test
  void aGapBetweenFilesIsSeenUntilItIsFilled() throws IOException {
    take(
        new BcaFile(DAY, DAY, "0").credit(DAY, "1000", "A"),
        new BcaFile(DAY.plusDays(3), DAY.plusDays(3), "3000").credit(DAY.plusDays(3), "500", "C"));
    assertThat(statements.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.after()).isEqualTo(DAY);
              assertThat(gap.before()).isEqualTo(DAY.plusDays(3));
              assertThat(gap.missing()).isEqualByComparingTo("2000");
            });
    take(
        new BcaFile(DAY.plusDays(1), DAY.plusDays(2), "1000").credit(DAY.plusDays(1), "2000", "B"));
    assertThat(statements.gaps()).isEmpty();
  }

  @Test
  void aCodedAmountPostsItselfAndTheCodeIsLetGo() throws IOException {
    var rma = owing(250_000);
    var asked = codes.asked(rma.id(), rma.balance());
    assertThat(asked.code()).isPositive();
    take(
        month("0")
            .credit(DAY, Long.toString(asked.amount().minor()), "TRSF ORANG LAIN")
            .credit(DAY, "777000", "PENJUALAN"));

    assertThat(cashier.matchTheSure(NOW, FINANCE)).isEqualTo(1);
    assertThat(cashier.matchTheSure(NOW, FINANCE)).isZero();

    assertThat(latest(rma).balance()).isEqualTo(Money.rupiah(0));
    assertThat(receipts.sum(Which.OPEN).count()).isEqualTo(1);
    assertThat(account("WAIVED")).isEqualTo(asked.code());
    var matched = receipts.page(Which.MATCHED, 1).getFirst();
    var given = receipts.givenOf(matched.id()).getFirst();
    assertThat(given.reasons()).contains("AMOUNT_WITH_CODE");
    holds();

    done(cashier.unmatch(given.id(), "Ternyata dari pelanggan lain", NOW, FINANCE));
    done(cashier.unmatch(given.id(), "Ternyata dari pelanggan lain", NOW, FINANCE));
    assertThat(latest(rma).balance()).isEqualTo(Money.rupiah(250_000));
    assertThat(account("WAIVED")).isZero();
    assertThat(receipts.sum(Which.OPEN).count()).isEqualTo(2);
    holds();

    done(
        cashier.match(
            matched.id(),
            List.of(part(rma, asked.amount())),
            Grounds.A_PERSONS_WORD,
            NOW,
            FINANCE));
    holds();
  }

  @Test
  void oneReceiptForTwoCasesAndTwoForOne() throws IOException {
    var one = owing(250_000);
    var two = owing(100_000);
    take(month("0").credit(DAY, "300000", "A").credit(DAY, "50000", "B"));
    var open = receipts.page(Which.OPEN, 1);

    var parts = List.of(part(two, Money.rupiah(50_000)), part(one, Money.rupiah(250_000)));
    done(cashier.match(open.getFirst().id(), parts, Grounds.A_PERSONS_WORD, NOW, FINANCE));
    done(cashier.match(open.getFirst().id(), parts, Grounds.A_PERSONS_WORD, NOW, FINANCE));
    assertThat(latest(one).balance().isZero()).isTrue();
    assertThat(latest(two).balance()).isEqualTo(Money.rupiah(50_000));
    var rest = List.of(part(two, Money.rupiah(50_000)));
    assertThat(
            refused(
                cashier.match(
                    open.getFirst().id(),
                    List.of(part(one, Money.rupiah(1))),
                    Grounds.A_PERSONS_WORD,
                    NOW,
                    FINANCE)))
        .isEqualTo("receipt-too-little");
    done(cashier.match(open.get(1).id(), rest, Grounds.A_PERSONS_WORD, NOW, FINANCE));
    assertThat(latest(two).balance().isZero()).isTrue();
    assertThat(receipts.sum(Which.OPEN).count()).isZero();
    holds();
  }

  @Test
  void whatIsSetAsideLeavesTheBooksAndComesBack() throws IOException {
    take(month("0").credit(DAY, "777000", "PENJUALAN").credit(DAY, "12.34", "BUNGA"));
    var open = receipts.page(Which.OPEN, 1);
    assertThat(open).as("an odd amount is nobody's transfer").hasSize(1);
    var sale = open.getFirst().id();
    assertThat(refused(cashier.setAside(sale, " ", NOW, FINANCE))).isEqualTo("receipt-reason");
    done(cashier.setAside(sale, "Penjualan toko", NOW, FINANCE));
    done(cashier.setAside(sale, "Penjualan toko", NOW, FINANCE));
    assertThat(account("BANK")).isZero();
    var rma = owing(777_000);
    assertThat(
            refused(
                cashier.match(
                    sale,
                    List.of(part(rma, Money.rupiah(777_000))),
                    Grounds.A_PERSONS_WORD,
                    NOW,
                    FINANCE)))
        .isEqualTo("receipt-set-aside");
    holds();
    done(cashier.takeUp(sale, NOW, FINANCE));
    assertThat(account("BANK")).isEqualTo(777_000);
    holds();
  }

  @Test
  void whatWasTypedIsInTransitUntilTheStatementShowsIt() throws IOException {
    var rma = owing(250_000);
    done(desk.paidIn(ref(rma), Money.rupiah(250_000), "BCA-1", Cases.MONDAY, FINANCE));
    assertThat(account("IN_TRANSIT")).isEqualTo(250_000);
    assertThat(receipts.missing()).isEmpty();

    take(month("0").credit(DAY.plusDays(1), "1000", "LAIN"));
    cashier.matchTheSure(NOW, FINANCE);
    assertThat(receipts.missing()).as("no statement begins before it was typed").isEmpty();
    take(
        month("0")
            .credit(DAY.minusDays(9), "2000", "DULU")
            .credit(DAY.plusDays(1), "1000", "LAIN"));
    assertThat(receipts.missing())
        .singleElement()
        .satisfies(typed -> assertThat(typed.reference()).isEqualTo("BCA-1"));

    take(month("0").credit(DAY, "250000", "TRSF").credit(DAY.plusDays(1), "1000", "LAIN"));
    assertThat(cashier.matchTheSure(NOW, FINANCE)).isEqualTo(1);
    assertThat(receipts.missing()).isEmpty();
    assertThat(account("IN_TRANSIT")).isZero();
    assertThat(account("BANK")).isEqualTo(253_000);
    assertThat(latest(rma).balance().isZero()).isTrue();
    holds();
  }

  @Test
  void whatWasOnlySeenLetsNothingLeaveAboveTheLimit() throws IOException {
    var rma = owing(250_000);
    done(desk.paidIn(ref(rma), Money.rupiah(250_000), "APP-1", Cases.MONDAY, FINANCE));
    var wanted = latest(rma).lines().getFirst().wantedSku().value();
    var lines = List.of(new LineDispatch(1, List.of(ShopFixture.serial(wanted, 1))));
    var parcel = new Parcel(Courier.JNE, new WaybillNumber("JNE0012345"));
    word.limit(Optional.of(249_999L));
    assertThat(refused(desk.dispatch(ref(rma), parcel, lines, Cases.MONDAY, FINANCE)))
        .isEqualTo("not-on-statement");
    take(month("0").credit(DAY, "250000", "TRSF"));
    cashier.matchTheSure(NOW, FINANCE);
    done(desk.dispatch(ref(rma), parcel, lines, Cases.MONDAY, FINANCE));
    holds();
  }

  @Test
  void whatNeverCameIsOwedAgain() throws IOException {
    var rma = owing(250_000);
    done(desk.paidIn(ref(rma), Money.rupiah(250_000), "BCA-2", Cases.MONDAY, FINANCE));
    take(
        month("0")
            .credit(DAY.minusDays(9), "2000", "DULU")
            .credit(DAY.plusDays(1), "1000", "LAIN"));
    var typed = receipts.missing().getFirst();
    done(cashier.neverCame(typed.posting(), "Bukti palsu", NOW, FINANCE));
    assertThat(latest(rma).balance()).isEqualTo(Money.rupiah(250_000));
    assertThat(receipts.missing()).isEmpty();
    assertThat(refused(cashier.neverCame(typed.posting(), "Lagi", NOW, FINANCE)))
        .isEqualTo("receipt-gone");
    holds();
  }

  @Test
  void twoClerksWhoMatchTheSameReceiptGiveItOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = owing(250_000);
      var two = owing(250_000);
      take(month("0").credit(DAY.plusDays(round), "250000", "TRSF " + round));
      var entry = receipts.page(Which.OPEN, 1).getFirst().id();
      var start = new CountDownLatch(1);
      try (var clerks = Executors.newFixedThreadPool(4)) {
        var tries = new ArrayList<Future<Answer<Receipt>>>();
        for (int n = 0; n < 4; n++) {
          var rma = n % 2 == 0 ? one : two;
          Callable<Answer<Receipt>> match =
              () -> {
                start.await();
                return cashier.match(
                    entry,
                    List.of(part(rma, Money.rupiah(250_000))),
                    Grounds.A_PERSONS_WORD,
                    NOW,
                    FINANCE);
              };
          tries.add(clerks.submit(match));
        }
        start.countDown();
        int done = 0;
        for (var tried : tries) {
          done += tried.get() instanceof Answer.Done ? 1 : 0;
        }
        assertThat(done).as("the winner, and the same again").isEqualTo(2);
      }
      assertThat(latest(one).balance().plus(latest(two).balance()))
          .isEqualTo(Money.rupiah(250_000));
      holds();
    }
  }

  private BcaFile month(String opening) {
    return new BcaFile(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), opening);
  }

  private void take(BcaFile... files) throws IOException {
    for (var file : files) {
      var path = file.write(folder, "f" + System.nanoTime() + ".csv");
      done(intake.take(path, "f.csv", NOW, FINANCE));
    }
  }

  /** A case whose customer owes this for a dearer replacement. */
  private Rma owing(long difference) {
    var old = shop.product(Cases.freshSku(), 1_000_000, 0);
    var dearer = shop.product(Cases.freshSku(), 1_000_000 + difference, 1);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(old.value(), 1, 1_000_000));
    var cases = new Cases(shop, drafts);
    var ref =
        CaseRef.latest(
            done(desk.open(cases.dead(order, 1, dearer), Cases.MONDAY, new Actor.Customer(1)))
                .id());
    done(desk.receive(ref, List.of(), Cases.MONDAY, AGENT));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.RESTOCK)), Cases.MONDAY, AGENT));
    return done(desk.settle(ref, ShippingCosts.NONE, Cases.MONDAY, FINANCE));
  }

  private Rma latest(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  private static CaseRef ref(Rma rma) {
    return CaseRef.latest(rma.id());
  }

  private static Part part(Rma rma, Money amount) {
    return new Part(ref(rma), amount);
  }

  private long account(String name) {
    return Objects.requireNonNull(
        jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where account = ?")
            .param(name)
            .query(Long.class)
            .single());
  }

  private void holds() {
    assertThat(verification.run().broken()).isEmpty();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static String refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer)
        .reasons().stream().map(Refusal::code).findFirst().orElseThrow();
  }
}
