package io.tukar.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.CountedStatements;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.Cases;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import io.tukar.staff.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One exchange through the API, each step by the role whose step it is. */
@TukarTest
class ApiStoryTest {

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  @Autowired private Verification verification;
  private ShopFixture shop;

  private ApiClient agent;
  private JsonSchema described;

  @BeforeEach
  void openShop() {
    agent = ApiClient.with(tokens, Role.AGENT, port);
    described = new JsonSchema(agent.get("/openapi.json").json());
    shop = new ShopFixture(jdbc);
    clock.standAt(Cases.MONDAY);
  }

  @Test
  void aDeadPhoneIsExchangedForADearerOneFromOrderToClosed() {
    var inspector = ApiClient.with(tokens, Role.INSPECTOR, port);
    var finance = ApiClient.with(tokens, Role.FINANCE, port);
    var old = Cases.freshSku();
    var dearer = Cases.freshSku();
    shop.product(old, 1_000_000, 0);
    shop.product(dearer, 1_250_000, 1);
    var id = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(old, 1, 1_000_000));
    var order = shop.number(id);

    var found = agent.get("/orders?number=" + order);
    assertThat(found.status()).isEqualTo(200);
    fits("Orders", found);
    assertThat(found.json().at("/orders/0/lines/0/remaining").asInt()).isEqualTo(1);

    var request =
        """
        {"order": "%s", "language": "en", "lines": [{"line": 1, "quantity": 1,
          "reason": "DEAD_ON_ARRIVAL", "symptom": "NO_POWER", "wanted": "%s", "complete": true}]}
        """
            .formatted(order, dearer);
    var checked = agent.post("/pre-checks", null, request);
    assertThat(checked.status()).isEqualTo(200);
    fits("PreCheck", checked);
    assertThat(checked.text("/outcome")).isEqualTo("NEEDS_EVIDENCE");
    assertThat(checked.json().at("/difference").asLong()).isEqualTo(250_000);
    assertThat(checked.text("/lines/0/decision/deadline/date")).matches("2026-03-\\d\\d");
    assertThat(checked.text("/lines/0/decision/deadline/arithmetic/id")).isNotBlank();
    assertThat(checked.json().at("/lines/0/decision/missingPhotos").size()).isEqualTo(4);

    var draft = agent.post("/drafts", "{\"order\": \"" + order + "\"}");
    assertThat(draft.status()).isEqualTo(201);
    fits("Draft", draft);
    var draftId = draft.text("/id");
    shop.photos(UUID.fromString(draftId), 1, Cases.MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    var opened =
        agent.post("/cases", request.replaceFirst("\\{", "{\"draft\": \"" + draftId + "\","));
    assertThat(opened.status()).isEqualTo(201);
    fits("Case", opened);
    assertThat(opened.text("/status")).isEqualTo("AUTHORIZED");
    assertThat(opened.text("/lines/0/goods")).isEqualTo("HELD");
    var path = "/cases/" + opened.text("/request");

    assertThat(
            agent
                .post(path + "/waybill", "{\"courier\": \"JNE\", \"waybill\": \"jne 0012345\"}")
                .text("/turn"))
        .isEqualTo("COURIER");
    assertThat(inspector.post(path + "/receive", "").text("/status")).isEqualTo("RECEIVED");
    var inspected =
        inspector.post(
            path + "/inspect",
            """
            {"lines": [{"line": 1, "verdict": "AS_CLAIMED", "fault": "SHOP",
              "disposition": "VENDOR_RMA", "complete": true, "faultFound": true}]}
            """);
    assertThat(inspected.text("/status")).isEqualTo("INSPECTED");
    var preview = finance.get(path + "/settlement-preview?shippingToShop=20000");
    fits("Settlement", preview);
    assertThat(preview.json().at("/customerOwes").asLong()).isEqualTo(230_000);
    var settled = finance.post(path + "/settle", "{\"shippingToShop\": 20000}");
    assertThat(settled.json().at("/balance").asLong()).isEqualTo(230_000);
    assertThat(settled.text("/turn")).isEqualTo("CUSTOMER");
    var paid =
        finance.post(path + "/payments-in", "{\"amount\": 230000, \"reference\": \"BCA-1\"}");
    assertThat(paid.json().at("/balance").asLong()).isZero();
    var sent =
        inspector.post(
            path + "/dispatch",
            """
            {"courier": "SICEPAT", "waybill": "SC00998877", "version": %d,
              "lines": [{"line": 1, "serials": ["%s"]}]}
            """
                .formatted(paid.json().at("/version").asInt(), ShopFixture.serial(dearer, 1)));
    assertThat(sent.text("/status")).isEqualTo("DISPATCHED");
    var closed = agent.post(path + "/close", "{}");
    fits("Case", closed);
    assertThat(closed.text("/status")).isEqualTo("CLOSED");

    assertThat(agent.get("/cases/" + closed.text("/rma")).json()).isEqualTo(closed.json());
    var events = agent.get(path + "/events");
    fits("Events", events);
    assertThat(events.json().at("/events").size()).isEqualTo(closed.json().at("/version").asInt());
    assertThat(events.text("/events/0/kind")).isEqualTo("OPENED");
    var decisions = agent.get(path + "/decisions");
    fits("Decisions", decisions);
    assertThat(decisions.text("/decisions/0/stage")).isEqualTo("REQUEST");
    assertThat(decisions.text("/decisions/1/stage")).isEqualTo("INSPECTION");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aReplacementThatLeftFirstIsChargedOnceTheGoodsNeverCame() {
    var manager = ApiClient.with(tokens, Role.MANAGER, port);
    var sku = Cases.freshSku();
    shop.product(sku, 900_000, 1);
    var order =
        shop.number(shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 900_000)));
    var draft = agent.post("/drafts", "{\"order\": \"" + order + "\"}").text("/id");
    shop.photos(UUID.fromString(draft), 1, Cases.MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    var opened =
        agent.post(
            "/cases",
            """
            {"order": "%s", "draft": "%s", "lines": [{"line": 1, "quantity": 1,
              "reason": "DEAD_ON_ARRIVAL", "symptom": "NO_POWER", "complete": true}]}
            """
                .formatted(order, draft));
    var path = "/cases/" + opened.text("/request");

    var advance = "{\"reason\": \"Kantor berhenti\"}";
    assertThat(agent.post(path + "/allow-advance", advance).status()).isEqualTo(403);
    var allowed = manager.post(path + "/allow-advance", advance);
    assertThat(allowed.text("/turn")).as(allowed.json().toString()).isEqualTo("SHOP");
    var sent =
        manager.post(
            path + "/dispatch",
            """
            {"courier": "JNE", "waybill": "JNE0054321", "lines": [{"line": 1, "serials": ["%s"]}]}
            """
                .formatted(ShopFixture.serial(sku, 1)));
    assertThat(sent.text("/lines/0/goods")).isEqualTo("SHIPPED");
    assertThat(agent.post(path + "/rest-never-comes", "{\"line\": 1}").text("/errors/0/code"))
        .isEqualTo("nothing-here-of-line");

    var giveUp = "{\"lines\": [1], \"how\": \"CHARGED\", \"reason\": \"Tidak menjawab\"}";
    assertThat(manager.post(path + "/give-up", giveUp).text("/errors/0/code"))
        .isEqualTo("goods-not-due");
    clock.standAt(Cases.MONDAY.plus(Duration.ofDays(60)));
    var charged = manager.post(path + "/give-up", giveUp);
    fits("Case", charged);
    assertThat(charged.json().at("/balance").asLong()).isEqualTo(900_000);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aWholeExchangeTakesAtMostSixtyStatements() {
    var manager = ApiClient.with(tokens, Role.MANAGER, port);
    var sku = Cases.freshSku();
    shop.product(sku, 900_000, 1);
    var order =
        shop.number(shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 900_000)));
    var draft = manager.post("/drafts", "{\"order\": \"" + order + "\"}").text("/id");
    shop.photos(UUID.fromString(draft), 1, Cases.MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    var before = CountedStatements.soFar();

    var opened =
        manager.post(
            "/cases",
            """
            {"order": "%s", "draft": "%s", "lines": [{"line": 1, "quantity": 1,
              "reason": "DEAD_ON_ARRIVAL", "symptom": "NO_POWER", "complete": true}]}
            """
                .formatted(order, draft));
    var path = "/cases/" + opened.text("/request");
    manager.post(path + "/receive", "{}");
    manager.post(
        path + "/inspect",
        """
        {"lines": [{"line": 1, "verdict": "AS_CLAIMED", "fault": "SHOP",
          "disposition": "VENDOR_RMA", "complete": true, "faultFound": true}]}
        """);
    manager.post(path + "/settle", "{}");
    manager.post(
        path + "/dispatch",
        """
        {"courier": "JNE", "waybill": "JNE0012345", "lines": [{"line": 1, "serials": ["%s"]}]}
        """
            .formatted(ShopFixture.serial(sku, 1)));
    var closed = manager.post(path + "/close", "{}");

    assertThat(closed.text("/status")).isEqualTo("CLOSED");
    assertThat(CountedStatements.soFar() - before).isBetween(1L, 60L);
  }

  @Test
  void casesAreListedTheLatestFirstAPageAtATime() {
    var sku = Cases.freshSku();
    shop.product(sku, 500_000, 0);
    var opened = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var order = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku, 1, 500_000));
      opened.addFirst(
          agent
              .post(
                  "/cases",
                  """
                  {"order": "%s", "lines": [{"line": 1, "quantity": 1, "reason": "MALFUNCTION"}]}
                  """
                      .formatted(shop.number(order)))
              .text("/request"));
    }
    var listed = new ArrayList<String>();
    var path = "/cases?status=NEEDS_EVIDENCE&limit=2";
    var page = agent.get(path);
    for (int pages = 1; ; pages++) {
      fits("Cases", page);
      page.json().at("/cases").forEach(one -> listed.add(one.path("request").asString()));
      if (!page.json().has("next")) {
        break;
      }
      assertThat(pages).isLessThan(10);
      page = agent.get(path + "&cursor=" + page.text("/next"));
    }
    assertThat(listed).startsWith(opened.toArray(new String[0])).doesNotHaveDuplicates();
  }

  @Test
  void aProblemIsWhatIsDescribed() {
    fits("Problem", agent.get("/cases/PJ-2603-99999"));
  }

  private void fits(String schema, ApiClient.Answer answer) {
    assertThat(described.violations(answer.json(), schema)).isEmpty();
  }
}
