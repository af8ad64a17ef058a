package io.tukar.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.Cases;
import io.tukar.rma.ShopFixture;
import io.tukar.staff.Tokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way a request can fail is a problem with a code, a field and a sentence. */
@TukarTest
class ProblemsTest {

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  private ApiClient agent;
  private String order;

  @BeforeEach
  void openShop() {
    clock.standAt(Cases.MONDAY);
    agent = ApiClient.with(tokens, Role.AGENT, port);
    var shop = new ShopFixture(jdbc);
    var sku = shop.product(Cases.freshSku(), 900_000, 3);
    var id = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 2, 900_000));
    order = shop.number(id);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    problem(agent.header("Authorization", "").get("/cases"), 401, "token-missing", "");
    var wrong = agent.header("Authorization", "Bearer tk_wrong").get("/cases");
    problem(wrong, 401, "token-unknown", "");
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aRevokedTokenIsUnknown() {
    var text = tokens.issue("to be revoked", Role.MANAGER, Cases.MONDAY);
    var id =
        jdbc.sql("select id from api_token where name = 'to be revoked'")
            .query(Long.class)
            .single();
    assertThat(tokens.revoke(id, Cases.MONDAY)).isTrue();
    assertThat(tokens.revoke(id, Cases.MONDAY)).isFalse();
    problem(
        agent.header("Authorization", "Bearer " + text).get("/cases"), 401, "token-unknown", "");
  }

  @Test
  void aRoleDoesOnlyItsOwnSteps() {
    var inspector = ApiClient.with(tokens, Role.INSPECTOR, port);
    problem(inspector.post("/cases", open(1, "")), 403, "role-may-not", "");
    problem(agent.post("/cases/PJ-2603-00001/payments-in", "{}"), 403, "role-may-not", "");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    problem(agent.get("/cases/PJ-2603-99999"), 404, "no-such-case", "");
    problem(agent.get("/cases/nonsense/events"), 404, "no-such-case", "");
    problem(agent.post("/cases/PJ-2603-99999/cancel", "{}"), 404, "no-such-case", "");
    problem(agent.post("/drafts", "{\"order\": \"ORD-NONE\"}"), 404, "no-such-order", "order");
    problem(agent.get("/nowhere"), 404, "no-such-page", "");
    problem(
        agent.post("/drafts/not-a-uuid/photos", "{}"), 415, "media-type-not-here", "Content-Type");
  }

  @Test
  void anotherMethodIsNotAllowed() {
    problem(agent.raw("DELETE", "/cases", Map.of(), new byte[0]), 405, "method-not-here", "");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"order\": ,}| json-malformed|",
        "{\"order\": \"A\", \"order\": \"B\"}| json-malformed|",
        "{\"lines\": []}| value-missing| order",
        "{\"order\": \"ORD-1\", \"lines\": [], \"colour\": 1}| field-unknown| colour",
        "{\"order\": \"ORD-1\", \"lines\": [{\"line\": \"1\"}]}| value-unreadable| lines[0].line",
        "{\"order\": \"ORD-1\", \"lines\": [{\"line\": 1.5}]}| value-unreadable| lines[0].line",
        "{\"order\": \"ORD-1\", \"lines\": [{\"line\": 1}]}| value-missing| lines[0].quantity",
        "{\"order\": \"ORD-1\", \"lines\": [null]}| value-missing| lines[0]",
        "{\"order\": \"ORD-1\", \"lines\": null}| value-missing| lines",
        "{\"order\": \"ORD-1\", \"lines\": [{\"reason\": \"BORED\"}]}| value-unreadable| lines[0].reason",
        "{\"order\": \"ORD-1\", \"lines\": [{\"wanted\": \"a b\"}]}| value-unreadable| lines[0].wanted",
        "{\"order\": \"ORD-1\", \"draft\": \"7\", \"lines\": []}| value-unreadable| draft",
        "{\"order\": \"ORD-1\", \"language\": \"fr\", \"lines\": []}| value-unreadable| language",
        "[]| value-unreadable|",
        "null| body-missing|",
        "{\"order\": \"ORD-1\", \"lines\": []} {}| value-unreadable|",
      })
  void aBodyThatCannotBeReadSaysWhere(String body, String code, String field) {
    problem(agent.post("/pre-checks", null, body), 400, code, field == null ? "" : field);
  }

  @Test
  void aQueryThatCannotBeReadSaysWhere() {
    problem(agent.get("/cases?limit=101"), 400, "value-unreadable", "limit");
    problem(agent.get("/cases?limit=0"), 400, "value-unreadable", "limit");
    problem(agent.get("/cases?cursor=x"), 400, "value-unreadable", "cursor");
    problem(agent.get("/cases?status=LOST"), 400, "value-unreadable", "status");
    problem(agent.get("/orders"), 400, "value-missing", "number");
    problem(agent.get("/orders?serial=1&contact=x"), 400, "value-unreadable", "serial");
  }

  @Test
  void everyPostNeedsAKeyOfAtMost255Characters() {
    problem(agent.post("/cases", null, open(1, "")), 400, "key-missing", "Idempotency-Key");
    problem(agent.post("/cases", " ", open(1, "")), 400, "key-missing", "Idempotency-Key");
    problem(
        agent.post("/cases", "k".repeat(256), open(1, "")), 400, "key-missing", "Idempotency-Key");
    assertThat(agent.post("/cases", "k".repeat(255), open(1, "")).status()).isEqualTo(201);
  }

  @Test
  void aRuleRefusesAtTheField() {
    problem(
        agent.post("/cases", open(3, "")), 422, "quantity-more-than-bought", "lines[0].quantity");
    problem(agent.post("/cases", open(-1, "")), 422, "quantity-not-positive", "lines[0].quantity");
    problem(
        agent.post("/cases", open(1, ", \"wanted\": \"NO-SUCH\"")),
        422,
        "sku-unknown",
        "lines[0].wanted");
  }

  @Test
  void allReasonsAreGivenAtOnce() {
    var answer = agent.post("/cases", open(3, ", \"wanted\": \"NO-SUCH\""));
    assertThat(answer.json().at("/errors").size()).isEqualTo(2);
    assertThat(answer.text("/detail")).isEqualTo(answer.text("/errors/0/detail"));
  }

  @Test
  void whatIsInACaseAlreadyIsAConflictThatNamesTheCase() {
    var first = agent.post("/cases", open(2, ""));
    var second = agent.post("/cases", open(1, ""));
    problem(second, 409, "already-in-case", "lines[0].quantity");
    assertThat(second.text("/detail")).contains(first.text("/request"));
  }

  @Test
  void anOldVersionAndAWrongMomentAreConflicts() {
    var opened = agent.post("/cases", open(1, ""));
    var path = "/cases/" + opened.text("/request");
    problem(agent.post(path + "/cancel", "{\"version\": 99}"), 409, "stale", "");
    problem(agent.post(path + "/close", "{}"), 409, "not-now", "");
  }

  @Test
  void aDraftOfAnotherOrderIsRefused() {
    var shop = new ShopFixture(jdbc);
    var other = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(Cases.freshSku(), 1, 1));
    var number = shop.number(other);
    var draft = agent.post("/drafts", "{\"order\": \"" + number + "\"}").text("/id");
    var body = open(1, "").replaceFirst("\\{", "{\"draft\": \"" + draft + "\",");
    problem(agent.post("/cases", body), 422, "draft-of-other-order", "draft");
  }

  @Test
  void aBodyAboveOneMegabyteIsTooLarge() {
    var large = new byte[1024 * 1024 + 1];
    Arrays.fill(large, (byte) ' ');
    problem(
        agent.raw("POST", "/pre-checks", Map.of("Content-Type", "application/json"), large),
        413,
        "body-too-large",
        "");
  }

  @Test
  void anotherFormOfBodyIsNotSupported() {
    var headers = Map.of("Content-Type", "text/xml", "Idempotency-Key", "k");
    problem(
        agent.raw("POST", "/cases", headers, "<a/>".getBytes(UTF_8)),
        415,
        "media-type-not-here",
        "Content-Type");
  }

  @Test
  void whoKeepsTryingTokensIsToldToWait() {
    var guesser = agent.from("127.0.0.2").header("Authorization", "Bearer tk_guess");
    var answer = guesser.get("/cases");
    for (int i = 0; i < 100 && answer.status() == 401; i++) {
      answer = guesser.get("/cases");
    }
    problem(answer, 429, "too-many-requests", "");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(agent.from("127.0.0.2").get("/cases").status()).isEqualTo(200);
  }

  @Test
  void problemsSpeakTheLanguageTheCallerAccepts() {
    assertThat(agent.get("/nowhere").text("/detail")).startsWith("There is no such address");
    for (var accepted : new String[] {"id-ID", "fr", "de, id;q=0.3, en;q=0.1"}) {
      var answer = agent.header("Accept-Language", accepted).get("/nowhere");
      assertThat(answer.text("/detail")).as(accepted).startsWith("Alamat itu tidak ada");
      assertThat(answer.header("Content-Language")).isEqualTo("id");
    }
  }

  private String open(int quantity, String more) {
    return """
    {"order": "%s", "lines": [{"line": 1, "quantity": %d, "reason": "DEAD_ON_ARRIVAL"%s}]}
    """
        .formatted(order, quantity, more);
  }

  private static void problem(ApiClient.Answer answer, int status, String code, String field) {
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
    assertThat(answer.text("/type")).startsWith("/problems/");
    assertThat(answer.text("/title")).isNotBlank();
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/detail")).isNotBlank().doesNotContain("{0}");
  }
}
