package io.tukar.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshForEachTest;
import io.tukar.TukarTest;
import io.tukar.kernel.Money;
import io.tukar.rma.CaseIds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
@FreshForEachTest
class PaymentCodesTest {

  private static final Instant NOW = Instant.parse("2026-03-16T03:00:00Z");
  private static final Money OWED = Money.rupiah(250_000);

  @Autowired private PaymentCodes codes;
  @Autowired private JdbcClient jdbc;

  @Test
  void whatIsAskedOfACaseStaysAsLongAsItOwesTheSame() {
    var rma = new CaseIds(jdbc).next();
    var asked = codes.ask(rma, OWED, NOW);
    assertThat(asked.code()).isBetween(1, 999);
    assertThat(asked.amount()).isEqualTo(Money.rupiah(250_000 - asked.code()));
    assertThat(codes.ask(rma, OWED, NOW)).isEqualTo(asked);
    assertThat(codes.asked(rma, OWED)).isEqualTo(asked);
    assertThat(codes.asked(rma, Money.rupiah(1_000)).code()).isZero();
    assertThat(codes.incoming(rma, OWED, asked.amount()).settles()).isEqualTo(OWED);
    assertThat(codes.incoming(rma, OWED, Money.rupiah(100_000)).settles())
        .isEqualTo(Money.rupiah(100_000));
    assertThat(codes.ask(rma, Money.rupiah(0), NOW).code()).isZero();
  }

  @Test
  void aCodeIsNeverMoreThanATenth() {
    var ids = new CaseIds(jdbc);
    assertThat(codes.ask(ids.next(), Money.rupiah(9), NOW).code()).isZero();
    var asked = new HashSet<Money>();
    for (int n = 0; n < 12; n++) {
      var one = codes.ask(ids.next(), Money.rupiah(100), NOW);
      assertThat(one.code()).isBetween(0, 10);
      asked.add(one.amount());
    }
    assertThat(asked).as("ten codes, then the whole amount").hasSize(11);
  }

  @Test
  void anAmountIsAskedAgainOnlyAfterAWhile() {
    var ids = new CaseIds(jdbc);
    var first = ids.next();
    codes.ask(first, Money.rupiah(10), NOW);
    codes.ask(first, Money.rupiah(0), NOW);
    assertThat(codes.ask(ids.next(), Money.rupiah(10), NOW).code()).isZero();
    var later = NOW.plus(PaymentCodes.KEPT).plus(Duration.ofSeconds(1));
    assertThat(codes.ask(ids.next(), Money.rupiah(10), later).code()).isEqualTo(1);
  }

  @Test
  void manyAtOnceAreAskedForDifferentAmounts() throws Exception {
    var ids = new CaseIds(jdbc);
    try (var people = Executors.newFixedThreadPool(8)) {
      var asks =
          IntStream.range(0, 60)
              .mapToObj(n -> ids.next())
              .map(rma -> (Callable<Money>) () -> codes.ask(rma, OWED, NOW).amount())
              .toList();
      var amounts = new HashSet<Money>();
      for (var asked : people.invokeAll(asks)) {
        amounts.add(asked.get());
      }
      assertThat(amounts).hasSize(60);
    }
  }
}
