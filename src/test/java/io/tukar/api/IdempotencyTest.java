package io.tukar.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Language;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.rma.Cases;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import io.tukar.staff.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent twice, or eight times at once, happens once. */
@TukarTest
class IdempotencyTest {

  private static final int AT_ONCE = 8;

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;
  @Autowired private Drafts drafts;
  @Autowired private ExchangeDesk desk;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  @Autowired private Verification verification;
  private ShopFixture shop;
  private ApiClient agent;
  private Sku sku;
  private long orderId;
  private String order;

  @BeforeEach
  void openShop() {
    clock.standAt(Cases.MONDAY);
    shop = new ShopFixture(jdbc);
    agent = ApiClient.with(tokens, Role.AGENT, port);
    sku = shop.product(Cases.freshSku(), 900_000, 8);
    orderId = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 2, 900_000));
    order = shop.number(orderId);
  }

  @Test
  void theSameRequestUnderTheSameKeyGivesTheFirstAnswerAgain() {
    var key = UUID.randomUUID().toString();
    var first = agent.post("/cases", key, request(2));
    var second = agent.post("/cases", key, request(2));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.http().body()).isEqualTo(first.http().body());
    assertThat(casesOfTheOrder()).isEqualTo(1);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    var key = UUID.randomUUID().toString();
    agent.post("/cases", key, request(1));
    var other = agent.post("/cases", key, request(2));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/type")).isEqualTo("/problems/key-reused");
    assertThat(other.text("/errors/0/code")).isEqualTo("key-of-other-request");
    assertThat(casesOfTheOrder()).isEqualTo(1);
  }

  @Test
  void theSameKeyOfAnotherTokenIsAnotherKey() {
    var key = UUID.randomUUID().toString();
    agent.post("/cases", key, request(1));
    var other = ApiClient.with(tokens, Role.AGENT, port).post("/cases", key, request(1));

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.header("Idempotent-Replayed")).isEmpty();
    assertThat(casesOfTheOrder()).isEqualTo(2);
  }

  @Test
  void aRefusedRequestKeepsNothingAndItsKeyIsFreeAgain() {
    var key = UUID.randomUUID().toString();
    var tooMany = agent.post("/cases", key, request(3));
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(agent.post("/cases", key, request(2)).status()).isEqualTo(201);
  }

  @Test
  void eightAtOnceUnderOneKeyAreOneCaseAndOneAnswer() throws Exception {
    var key = UUID.randomUUID().toString();
    var answers = atOnce(n -> agent.post("/cases", key, request(2)));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(answer -> answer.http().body()).distinct()).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header("Idempotent-Replayed").isEmpty()))
        .hasSize(1);
    assertThat(casesOfTheOrder()).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void eightAtOnceUnderEightKeysAreOneCaseAndSevenRefusals() throws Exception {
    var answers = atOnce(n -> agent.post("/cases", request(2)));

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .hasSize(AT_ONCE - 1)
        .allMatch(answer -> answer.text("/errors/0/code").equals("already-in-case"));
    assertThat(casesOfTheOrder()).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void eightAtOnceFromApiAndPortalAreOneCase() throws Exception {
    var cases = new Cases(shop, drafts);
    var request = cases.dead(orderId, 2, sku);
    var customer = new Actor.Customer(1);
    var opened =
        atOnce(
            n ->
                n % 2 == 0
                    ? agent.post("/cases", request(2)).status() == 201
                    : desk.open(request, Cases.MONDAY, customer)
                        instanceof io.tukar.kernel.Answer.Done);

    // The four of the portal share a draft: if one of them is first, all four get its case.
    assertThat(opened.stream().filter(done -> done).count()).isIn(1L, 4L);
    assertThat(casesOfTheOrder()).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aDraftSubmittedEightTimesAtOnceIsOneCaseForAll() throws Exception {
    var draft = drafts.start(orderId, Language.ID, Cases.MONDAY).id();
    shop.photos(draft, 1, Cases.MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    var body = request(2).replaceFirst("\\{", "{\"draft\": \"" + draft + "\",");
    var answers = atOnce(n -> agent.post("/cases", body));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(answer -> answer.text("/request")).distinct()).hasSize(1);
    assertThat(casesOfTheOrder()).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  private String request(int quantity) {
    return """
    {"order": "%s", "lines": [{"line": 1, "quantity": %d, "reason": "DEAD_ON_ARRIVAL"}]}
    """
        .formatted(order, quantity);
  }

  private int casesOfTheOrder() {
    return jdbc.sql("select count(*) from rma where order_id = ?")
        .param(orderId)
        .query(Integer.class)
        .single();
  }

  @FunctionalInterface
  private interface Call<T> {
    T call(int n);
  }

  private static <T> List<T> atOnce(Call<T> call) throws Exception {
    var start = new CyclicBarrier(AT_ONCE);
    var calls = new ArrayList<Callable<T>>();
    for (int i = 0; i < AT_ONCE; i++) {
      int n = i;
      calls.add(
          () -> {
            start.await();
            return call.call(n);
          });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<T>();
      for (var future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
