package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who may do what at the desk, on its pages and behind them; and what an old form does. */
@TukarTest
@Import(DeskShop.class)
class DeskRolesTest {

  private static final Pattern STEP =
      Pattern.compile(
          "(?:\\?act=|/desk/(?=inspect/RMA)|/station/(?=receive))([a-z-]+)[^\" ]*\" data-key");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

  @BeforeEach
  void open() throws Exception {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    for (var role : Role.values()) {
      var visitor = new Visitor(port);
      assertThat(visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD).statusCode())
          .isEqualTo(303);
      visitors.put(role, visitor);
    }
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORIZE,    AGENT",
    "ASK_EVIDENCE, AGENT",
    "DECLINE,      AGENT",
    "WAYBILL,      AGENT",
    "PICKUP,       AGENT",
    "RECEIVE,      INSPECTOR",
    "INSPECT,      INSPECTOR",
    "SETTLE,       FINANCE",
    "PAID_IN,      FINANCE",
    "PAID_OUT,     FINANCE",
    "DISPATCH,     INSPECTOR",
    "SEND_BACK,    INSPECTOR",
    "OFFER_STOCK,  INSPECTOR",
    "CLOSE,        AGENT",
    "LOST,         AGENT",
    "CONTEST,      AGENT",
    "REOPEN,       AGENT",
    "WITHDRAW,     AGENT",
    "CANCEL,       AGENT",
    "REST,         AGENT",
    "ADVANCE,      MANAGER",
    "GIVE_UP,      MANAGER",
  })
  void aPostIsShutToEveryRoleThatMayNot(CaseAction action, Role may) throws Exception {
    var rma = shop.toReview();
    for (var role : Role.values()) {
      var answer = post(role, rma, action, Map.of("version", "999"));
      var elsewhere = action.station(DeskShop.number(rma)).isPresent();
      assertThat(answer.statusCode())
          .as("%s as %s", action, role)
          .isEqualTo(role != may && role != Role.MANAGER ? 403 : elsewhere ? 303 : 422);
    }
    assertThat(shop.now(rma)).isEqualTo(rma);
  }

  @ParameterizedTest
  @EnumSource(CaseAction.class)
  void everyActionIsInTheTableAbove(CaseAction action) {
    assertThat(Stream.of(Role.values()).filter(action::allowedTo))
        .as("one role and the manager, or the manager alone")
        .hasSizeBetween(1, 2)
        .contains(Role.MANAGER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to review  | AGENT     | authorize decline cancel",
        "to review  | INSPECTOR | ''",
        "to review  | FINANCE   | ''",
        "authorized | AGENT     | waybill pickup cancel",
        "authorized | INSPECTOR | receive",
        "authorized | MANAGER   | waybill pickup receive advance cancel",
        "allowed    | INSPECTOR | receive dispatch",
        "ahead      | INSPECTOR | receive",
        "ahead      | AGENT     | waybill pickup lost",
        "ahead      | MANAGER   | waybill pickup receive give-up lost",
        "received   | AGENT     | ''",
        "received   | INSPECTOR | inspect",
        "inspected  | INSPECTOR | ''",
        "inspected  | FINANCE   | settle",
        "settled    | INSPECTOR | dispatch",
        "settled    | FINANCE   | ''",
        "owing      | FINANCE   | paid-in",
        "owing      | INSPECTOR | ''",
        "owed       | FINANCE   | paid-out",
        "owed       | INSPECTOR | dispatch",
        "settled    | MANAGER   | dispatch",
      })
  void aPageShowsTheStepsThatAreLegalNowForWhoLooks(String where, Role role, String steps)
      throws Exception {
    var rma = caseThatIs(where);

    var page = visitor(role).get("/desk/cases/" + DeskShop.number(rma)).body();

    assertThat(STEP.matcher(page).results().map(hit -> hit.group(1)).toList())
        .isEqualTo(steps.isEmpty() ? List.of() : List.of(steps.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "/desk, 200, 200, 200",
    "/desk/search?q=x, 200, 200, 200",
    "/desk/stock, 200, 200, 200",
    "/desk/stock/leftovers, 200, 200, 200",
    "/desk/stock/leftovers?show=untold, 200, 200, 200",
    "/desk/stock/leftovers/999999, 404, 404, 404",
    "/desk/money, 200, 200, 200",
    "/desk/money/payouts, 403, 403, 200",
    "/desk/money/payouts?show=proposed, 403, 403, 200",
    "/desk/money/payouts/batches/999999, 403, 403, 404",
    "/desk/cases/RMA-2603-99999/account, 404, 403, 404",
    "/desk/money/statements, 403, 403, 200",
    "/desk/money/statements/999999, 403, 403, 404",
    "/desk/money/receipts, 403, 403, 200",
    "/desk/money/receipts?show=missing, 403, 403, 200",
    "/desk/money/receipts/999999, 403, 403, 404",
    "/desk/couriers, 200, 200, 200",
    "/desk/station, 200, 200, 200",
    "/desk/new, 200, 403, 403",
    "/desk/cases/RMA-2603-99999, 404, 404, 404",
    "/desk/cases/nonsense, 404, 404, 404",
    "/desk/stock/NO-SUCH, 404, 404, 404",
    "/desk/stock/NO-SUCH/count, 403, 404, 403",
    "/desk/stock/NO-SUCH/contents, 403, 404, 403",
    "/desk/stock/plans, 200, 200, 200",
    "/desk/stock/plans/new, 403, 403, 403",
    "/desk/stock/plans/ip-phone, 200, 200, 200",
    "/desk/stock/plans/ip-phone/edit, 403, 403, 403",
    "/desk/stock/plans/no-such, 404, 404, 404",
    "/desk/stock/vendor, 200, 200, 200",
    "/desk/stock/vendor/999999, 404, 404, 404",
    "/desk/stock/vendor/999999/items/1, 404, 404, 404",
    "/desk/stock/vendor/999999/units.csv, 404, 404, 404",
    "/desk/stock/vendor/999999/packing.pdf, 404, 404, 404",
    "/desk/claims, 200, 200, 200",
    "/desk/claims/RMA-2603-99999/1, 404, 404, 404",
    "/desk/quality, 403, 200, 403",
    "/desk/quality.csv, 403, 200, 403",
    "/desk/choices/RMA-2603-99999/1, 404, 403, 403",
    "/desk/stock/NO-SUCH/substitutes, 404, 404, 404",
    "/desk/parts/RMA-2603-99999/1, 404, 403, 403",
    "/desk/stock/NO-SUCH/transfer, 403, 404, 403",
    "/desk/deliveries/new, 403, 200, 403",
    "/desk/station/qc, 403, 200, 403",
    "/desk/station/qc/999999, 403, 404, 403",
    "/desk/station/receive, 403, 200, 403",
    "/desk/station/pack, 403, 200, 403",
    "/desk/station/parcels, 200, 200, 200",
    "/desk/station/parcels/999999, 404, 404, 404",
    "/desk/station/parcels/999999/items/1, 404, 404, 403",
    "/desk/units/999999, 404, 404, 404",
    "/desk/inspect/RMA-2603-99999, 403, 404, 403",
  })
  void aPageOpensToTheRolesThatNeedIt(String path, int agent, int inspector, int finance)
      throws Exception {
    assertThat(visitor(Role.AGENT).get(path).statusCode()).isEqualTo(agent);
    assertThat(visitor(Role.INSPECTOR).get(path).statusCode()).isEqualTo(inspector);
    assertThat(visitor(Role.FINANCE).get(path).statusCode()).isEqualTo(finance);
    assertThat(new Visitor(port).get(path).statusCode()).as("nobody").isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"AGENT, TO_REVIEW", "INSPECTOR, TO_INSPECT", "FINANCE, TO_PAY", "MANAGER, OVERDUE"})
  void aDayBeginsWithTheQueueOfTheRole(Role role, String queue) throws Exception {
    assertThat(visitor(role).get("/desk").body())
        .contains("href=\"/desk?queue=" + queue + "\" aria-current=\"page\"");
  }

  @Test
  void anAgentReceivesWhatCameWhenTheRestNeverComes() throws Exception {
    var rma = shop.cameInPart();
    var page = "/desk/cases/" + DeskShop.number(rma);
    assertThat(visitor(Role.AGENT).get(page + "?act=rest").body()).contains("The rest stays");

    var answer =
        post(
            Role.AGENT,
            rma,
            CaseAction.REST,
            Map.of("version", Integer.toString(rma.version()), "line-1", "true"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.RECEIVED);
  }

  @Test
  void onlyTheWarehouseTestsUnits() throws Exception {
    var rma = shop.settled();
    var serial = rma.lines().getFirst().wantedSku().value() + "-1001";
    var path = "/desk/station/qc";

    assertThat(send(Role.AGENT, path, Map.of("code", serial)).statusCode()).isEqualTo(403);
    assertThat(send(Role.FINANCE, path, Map.of("code", serial)).statusCode()).isEqualTo(403);
    assertThat(send(Role.INSPECTOR, path, Map.of("code", "x")).statusCode()).isEqualTo(422);
    assertThat(send(Role.INSPECTOR, path, Map.of("code", serial)).statusCode()).isEqualTo(303);
  }

  @Test
  void anOldFormChangesNothingAndKeepsWhatWasTyped() throws Exception {
    var rma = shop.toReview();
    var old = Integer.toString(rma.version());
    shop.movesOn(rma);

    var answer =
        post(
            Role.AGENT,
            rma,
            CaseAction.DECLINE,
            Map.of("version", old, "reason", "Bukan dari <toko> kami"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "was changed by somebody else",
            "Bukan dari &lt;toko&gt; kami",
            "What you typed is kept");
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.REQUESTED);
    var version = VERSION.matcher(answer.body());
    assertThat(version.find()).isTrue();
    assertThat(
            post(
                    Role.AGENT,
                    rma,
                    CaseAction.DECLINE,
                    Map.of("version", version.group(1), "reason", "Bukan dari toko kami"))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void nobodyIsAskedForPhotosWhereNoneIsMissing() throws Exception {
    var rma = shop.toReview();

    var answer =
        post(
            Role.AGENT,
            rma,
            CaseAction.ASK_EVIDENCE,
            Map.of("version", Integer.toString(rma.version())));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("No photo is missing");
    assertThat(shop.now(rma)).isEqualTo(rma);
  }

  @Test
  void whatWasTypedIntoAFormThatNoLongerFitsIsShownToBeCopied() throws Exception {
    var rma = shop.authorized();
    var old = Integer.toString(rma.version());
    shop.received(rma);

    var answer =
        post(
            Role.AGENT,
            rma,
            CaseAction.WAYBILL,
            Map.of("version", old, "courier", "JNE", "waybill", "JNE00998877"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("no longer applies", "JNE00998877");
  }

  @Test
  void aTransferIsBookedOnceAndItsAmountIsReadWithDots() throws Exception {
    var rma = shop.owing(250_000);
    var form =
        Map.of(
            "version", Integer.toString(rma.version()),
            "amount", "Rp250.000",
            "reference", "BCA-DESK-1");

    assertThat(post(Role.FINANCE, rma, CaseAction.PAID_IN, form).statusCode()).isEqualTo(303);
    assertThat(post(Role.FINANCE, rma, CaseAction.PAID_IN, form).statusCode()).isEqualTo(422);

    assertThat(shop.now(rma).balance().isZero()).isTrue();
    assertThat(visitor(Role.FINANCE).get("/desk/cases/" + DeskShop.number(rma)).body())
        .contains("BCA-DESK-1");
  }

  @Test
  void theSettlementIsShownBeforeItIsPosted() throws Exception {
    var rma = shop.inspected();

    var preview =
        post(
            Role.FINANCE,
            rma,
            CaseAction.SETTLE,
            Map.of(
                "version", Integer.toString(rma.version()), "toShop", "18.000", "preview", "true"));

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("P7", "Rp18,000", "Shop transfers");
    assertThat(shop.now(rma)).isEqualTo(rma);
  }

  @Test
  void aNoteIsKeptForTheOthers() throws Exception {
    var rma = shop.toReview();
    var path = "/desk/cases/" + DeskShop.number(rma) + "/notes";

    assertThat(send(Role.INSPECTOR, path, Map.of("note", " ")).statusCode()).isEqualTo(422);
    assertThat(send(Role.INSPECTOR, path, Map.of("note", "Dus penyok")).statusCode())
        .isEqualTo(303);

    assertThat(visitor(Role.AGENT).get("/desk/cases/" + DeskShop.number(rma)).body())
        .contains("Dus penyok", DeskShop.name(Role.INSPECTOR));
  }

  @Test
  void theNextCaseIsTheFirstOfTheQueueButNotTheOneJustSeen() throws Exception {
    shop.toReview();
    var agent = visitor(Role.AGENT);
    var first = agent.get("/desk/next?queue=TO_REVIEW").headers().firstValue("Location").orElse("");

    var next =
        agent
            .get("/desk/next?queue=TO_REVIEW&after=" + first.substring(first.lastIndexOf('/') + 1))
            .headers()
            .firstValue("Location")
            .orElse("");

    assertThat(first).startsWith("/desk/cases/PJ-");
    assertThat(next).isNotEqualTo(first);
    assertThat(agent.get("/desk/next?queue=WAITING_FOR_STOCK").headers().firstValue("Location"))
        .contains("/desk?queue=WAITING_FOR_STOCK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to review  | Nothing set aside yet: not decided",
        "authorized | Set aside until ",
        "received   | <span>Set aside</span>",
      })
  void theGoodsTileSaysWhatIsSetAside(String where, String words) throws Exception {
    var rma = caseThatIs(where);

    var page = visitor(Role.AGENT).get("/desk/cases/" + DeskShop.number(rma)).body();

    var tile = page.substring(page.indexOf(">Goods</p>") - 60);
    assertThat(tile.substring(0, tile.indexOf("</li>")))
        .contains(words)
        .doesNotContain("turn-done");
  }

  private Rma caseThatIs(String where) {
    return switch (where) {
      case "to review" -> shop.toReview();
      case "authorized" -> shop.authorized();
      case "allowed" -> shop.allowedAhead();
      case "ahead" -> shop.sentAhead();
      case "received" -> shop.received();
      case "inspected" -> shop.inspected();
      case "settled" -> shop.settled();
      case "owing" -> shop.owing(149_623);
      case "owed" -> shop.owed(75_000);
      default -> throw new AssertionError(where);
    };
  }

  private Visitor visitor(Role role) {
    return Objects.requireNonNull(visitors.get(role));
  }

  private HttpResponse<String> post(
      Role role, Rma rma, CaseAction action, Map<String, String> fields) throws Exception {
    var path = "/desk/cases/" + DeskShop.number(shop.now(rma)) + "/" + action.slug();
    return send(role, path, new HashMap<>(fields));
  }

  private HttpResponse<String> send(Role role, String path, Map<String, String> fields)
      throws Exception {
    return visitor(role).post(path, fields);
  }
}
