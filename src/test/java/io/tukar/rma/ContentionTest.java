package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at once want the same thing: as many get it as there are. */
@TukarTest
class ContentionTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);
  private static final Actor CUSTOMER = new Actor.Customer(1);

  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @Test
  void twoHundredRequestsForTheLastTenUnitsGiveTenHolds() throws Exception {
    var old = shop.product(Cases.freshSku(), 900_000, 0);
    var wanted = shop.product(Cases.freshSku(), 900_000, 10);
    var requests =
        IntStream.range(0, 200)
            .mapToObj(
                n -> {
                  var order = shop.order(RECEIVED, new ShopFixture.Line(old.value(), 1, 900_000));
                  return cases.dead(order, 1, wanted);
                })
            .toList();

    var opened =
        atOnce(
            requests.stream()
                .map(request -> (Callable<Answer<Rma>>) () -> desk.open(request, MONDAY, CUSTOMER))
                .toList());

    assertThat(opened).allMatch(answer -> answer instanceof Answer.Done);
    assertThat(opened.stream().map(ContentionTest::goods).filter(Goods.HELD::equals)).hasSize(10);
    assertThat(opened.stream().map(ContentionTest::goods).filter(Goods.WAITING::equals))
        .hasSize(190);
    assertThat(
            jdbc.sql("select count(*) from hold where sku = ? and state = 'HELD'")
                .param(wanted.value())
                .query(Integer.class)
                .single())
        .isEqualTo(10);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void eightIdenticalRequestsForTheSameTwoUnitsGiveOneCase() throws Exception {
    var sku = shop.product(Cases.freshSku(), 900_000, 8);
    var order = shop.order(RECEIVED, new ShopFixture.Line(sku.value(), 2, 900_000));
    var requests = IntStream.range(0, 8).mapToObj(n -> cases.dead(order, 2, sku)).toList();

    var answers =
        atOnce(
            requests.stream()
                .map(request -> (Callable<Answer<Rma>>) () -> desk.open(request, MONDAY, CUSTOMER))
                .toList());

    assertThat(answers.stream().filter(answer -> answer instanceof Answer.Done)).hasSize(1);
    assertThat(answers.stream().flatMap(ContentionTest::reasons).map(Refusal::code))
        .hasSize(7)
        .containsOnly("already-in-case");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aDraftSubmittedEightTimesAtOnceIsOneCaseForAll() throws Exception {
    var sku = shop.product(Cases.freshSku(), 900_000, 8);
    var order = shop.order(RECEIVED, new ShopFixture.Line(sku.value(), 2, 900_000));
    var request = cases.dead(order, 2, sku);

    var answers =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Answer<Rma>>) () -> desk.open(request, MONDAY, CUSTOMER))
                .toList());

    assertThat(answers).allMatch(answer -> answer instanceof Answer.Done);
    assertThat(answers.stream().map(answer -> ExchangeStoryTest.done(answer).id()).distinct())
        .hasSize(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    var start = new CyclicBarrier(calls.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures =
          calls.stream()
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      return futures.stream().map(ContentionTest::got).toList();
    }
  }

  private static <T> T got(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static Goods goods(Answer<Rma> answer) {
    return ExchangeStoryTest.done(answer).lines().getFirst().goods();
  }

  private static java.util.stream.Stream<Refusal> reasons(Answer<Rma> answer) {
    return answer instanceof Answer.Refused<Rma>(var reasons)
        ? reasons.stream()
        : java.util.stream.Stream.empty();
  }
}
