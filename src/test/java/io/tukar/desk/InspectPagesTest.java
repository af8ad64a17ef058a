package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Role;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.Verification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The inspection bench, as an inspector's browser sends its forms. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class InspectPagesTest {

  private static final Pattern LOOK = Pattern.compile("name=\"look\" value=\"(\\d+)\"");
  private static final Pattern CHECK = Pattern.compile("name=\"check\" value=\"([A-Z]+)\"");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Verification verification;
  @Autowired private ClockForTests clock;
  private Visitor inspector = new Visitor(0);

  @BeforeEach
  void anInspector() throws Exception {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    inspector = new Visitor(port);
    inspector.signIn(DeskShop.login(Role.INSPECTOR), DeskShop.PASSWORD);
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aDeadPhoneIsScannedCheckedAndItsVerdictConfirmed() throws Exception {
    var rma = shop.received();
    var path = path(rma);
    assertThat(inspector.get(path + "?lang=en").body()).contains("Scan unit 1 of 1");
    assertThat(inspector.post(path + "/scan", Map.of("line", "1", "code", "UJI-7001")).statusCode())
        .isEqualTo(303);
    for (int n = 0; n < 4; n++) {
      assertThat(answer(path, "1")).isEqualTo(303);
    }
    var page = inspector.get(path + "?lang=en").body();
    assertThat(page).contains("Policy: authorized", "Confirm verdict");
    var verdict =
        Map.of("line", "1", "verdict", "AS_CLAIMED", "fault", "SHOP", "disposition", "REPAIR");
    assertThat(inspector.post(path + "/verdict", verdict).statusCode()).isEqualTo(303);
    assertThat(inspector.post(path + "/verdict", verdict).statusCode()).as("twice").isEqualTo(303);
    var line = shop.now(rma).lines().getFirst();
    assertThat(line.state()).isEqualTo(LineState.ACCEPTED);
    assertThat(line.verdict()).isEqualTo(Verdict.AS_CLAIMED);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndKeepsWhatWasTyped() throws Exception {
    var rma = shop.received();
    var path = path(rma);
    var blank = inspector.post(path + "/scan?lang=en", Map.of("line", "1", "code", " "));
    assertThat(blank.statusCode()).isEqualTo(422);
    var odd = inspector.post(path + "/scan?lang=en", Map.of("line", "1", "code", "?!"));
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("value=\"?!\"");
    inspector.post(path + "/scan", Map.of("line", "1", "code", "UJI-7002"));
    assertThat(answer(path, "7")).isEqualTo(422);
    assertThat(answer(path, "2")).isEqualTo(303);
    for (int n = 0; n < 3; n++) {
      answer(path, "1");
    }
    var form =
        new HashMap<>(
            Map.of(
                "line",
                "1",
                "verdict",
                "NO_FAULT_FOUND",
                "fault",
                "SHOP",
                "disposition",
                "REPAIR",
                "accept",
                "yes"));
    form.put("remark", "Pelanggan setuju");
    var unfilmed = inspector.post(path + "/verdict?lang=en", form);
    assertThat(unfilmed.statusCode()).isEqualTo(422);
    assertThat(unfilmed.body()).contains("Film or photograph the retest first", "Pelanggan setuju");
    form.put("verdict", "");
    assertThat(inspector.post(path + "/verdict?lang=en", form).body())
        .contains("href=\"#f-verdict\"");
    assertThat(shop.now(rma).lines().getFirst().state()).isEqualTo(LineState.RECEIVED);
  }

  @Test
  void theUnitWhoseChecksSayOtherwiseIsTickedToBeSetApartAndGetsItsOwnVerdict() throws Exception {
    var rma = shop.received(2);
    var path = path(rma);
    for (var serial : java.util.List.of("UJI-7020", "UJI-7021")) {
      inspector.post(path + "/scan", Map.of("line", "1", "code", serial));
      for (var said : java.util.List.of("1", "1", "1", serial.endsWith("1") ? "2" : "1")) {
        assertThat(answer(path, said)).isEqualTo(303);
      }
    }
    var page = inspector.get(path + "?lang=en").body();
    assertThat(page).contains("The checks of these units do not agree");
    var ticked = first(Pattern.compile("name=\"(split-\\d+)\" value=\"true\" checked"), page);
    var none = inspector.post(path + "/split?lang=en", Map.of("line", "1"));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Tick the units to set apart");
    var split = Map.of("line", "1", ticked, "true");
    assertThat(inspector.post(path + "/split", split).statusCode()).isEqualTo(303);
    var again = inspector.post(path + "/split", split);
    assertThat(again.statusCode()).as("the same form once more").isEqualTo(303);
    var lines = shop.now(rma).lines();
    assertThat(lines).extracting(io.tukar.rma.RmaLine::quantity).containsExactly(1, 1);
    assertThat(inspector.get(path + "?line=2&lang=en").body())
        .contains("UJI-7021", "Confirm verdict")
        .doesNotContain("UJI-7020");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aUnitScannedByMistakeIsPutDownAndAnotherTaken() throws Exception {
    var path = path(shop.received());
    inspector.post(path + "/scan", Map.of("line", "1", "code", "UJI-7003"));
    var full = inspector.post(path + "/scan?lang=en", Map.of("line", "1", "code", "UJI-7004"));
    assertThat(full.body()).contains("All 1 units of this line were scanned");
    inspector.post(path + "/put-down", Map.of("line", "1", "look", look(path)));
    assertThat(inspector.post(path + "/scan", Map.of("line", "1", "code", "UJI-7004")).statusCode())
        .isEqualTo(303);
    assertThat(inspector.get(path).body()).contains("UJI-7004").doesNotContain("UJI-7003");
  }

  @Test
  void whatBelongsInTheBoxIsTickedOffAndAnUnreadableListIsRefusedByRow() throws Exception {
    var rma = shop.received();
    var sku = rma.lines().getFirst().sku().value();
    var page = "/desk/stock/" + sku + "/contents";
    var wrong = "Adaptor | Adaptor | KODE-TIDAK-ADA\nKabel | Cable | x | y";
    var refused = inspector.post(page + "?lang=en", Map.of("parts", wrong));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Row 2 cannot be read", "KODE-TIDAK-ADA");
    var unknown = inspector.post(page + "?lang=en", Map.of("parts", "Adaptor | Adaptor | " + sku));
    assertThat(unknown.statusCode()).as("a product is no part of itself").isEqualTo(422);
    assertThat(
            inspector
                .post(page, Map.of("parts", "Gagang telepon | Handset\n\nAdaptor 5V | 5V adaptor"))
                .statusCode())
        .isEqualTo(303);
    assertThat(inspector.get(page + "?lang=en").body()).contains("Gagang telepon | Handset");

    inspector.post(path(rma) + "/scan", Map.of("line", "1", "code", "UJI-7006"));
    answer(path(rma), "1");
    var asked = inspector.get(path(rma) + "?lang=en").body();
    assertThat(asked).contains("Everything in the box?", "5V adaptor");
    var look = first(LOOK, asked);
    var missing =
        Map.of("line", "1", "look", look, "check", "COMPLETE", "missing-2", "true", "answer", "1");
    assertThat(inspector.post(path(rma) + "/check", missing).statusCode()).isEqualTo(303);
    assertThat(inspector.get(path(rma) + "?lang=en").body()).contains("No, incomplete");
  }

  @Test
  void aSecondLookShowsWhatIsSaidAgainstTheFirstAndIsSomebodyElses() throws Exception {
    var rma = shop.received();
    var path = path(rma);
    inspector.post(path + "/scan", Map.of("line", "1", "code", "UJI-7007"));
    for (int n = 0; n < 4; n++) {
      answer(path, "1");
    }
    var refusal =
        new HashMap<>(
            Map.of("line", "1", "verdict", "CUSTOMER_DAMAGE", "fault", "CUSTOMER", "accept", "no"));
    refusal.put("disposition", "SEND_BACK");
    refusal.put("remark", "Bekas jatuh");
    assertThat(inspector.post(path + "/verdict", refusal).statusCode()).isEqualTo(303);
    var agent = new Visitor(port);
    agent.signIn(DeskShop.login(Role.AGENT), DeskShop.PASSWORD);
    var contest = new HashMap<>(Map.of("line-1", "true", "how", "OBJECTION"));
    contest.put("version", "" + shop.now(rma).version());
    contest.put("reason", "Dus sudah penyok saat tiba");
    assertThat(agent.post("/desk/cases/" + DeskShop.number(rma) + "/contest", contest).statusCode())
        .isEqualTo(303);
    assertThat(inspector.get(path + "?lang=en").body())
        .contains("Second look: the customer objects", "Dus sudah penyok saat tiba");
    inspector.post(path + "/scan", Map.of("line", "1", "code", "UJI-7007"));
    for (int n = 0; n < 4; n++) {
      answer(path, "1");
    }
    assertThat(inspector.post(path + "/verdict?lang=en", refusal).body())
        .contains("somebody other than who found it");
  }

  @Test
  void onlyTheWarehouseInspects() throws Exception {
    var rma = shop.received();
    var agent = new Visitor(port);
    agent.signIn(DeskShop.login(Role.AGENT), DeskShop.PASSWORD);
    var scan = Map.of("line", "1", "code", "UJI-7005");
    assertThat(agent.get(path(rma)).statusCode()).isEqualTo(403);
    assertThat(agent.post(path(rma) + "/scan", scan).statusCode()).isEqualTo(403);
    assertThat(agent.post(path(rma) + "/verdict", scan).statusCode()).isEqualTo(403);
    assertThat(agent.post(path(rma) + "/put-down", Map.of("look", "1")).statusCode())
        .isEqualTo(403);
    assertThat(new Visitor(port).get(path(rma)).statusCode()).isEqualTo(303);
  }

  private int answer(String path, String key) throws Exception {
    var page = inspector.get(path).body();
    return inspector
        .post(
            path + "/check",
            Map.of(
                "line", "1", "look", first(LOOK, page), "check", first(CHECK, page), "answer", key))
        .statusCode();
  }

  private String look(String path) throws Exception {
    return first(LOOK, inspector.get(path).body());
  }

  private static String first(Pattern pattern, String page) {
    var found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String path(Rma rma) {
    return "/desk/inspect/" + DeskShop.number(rma);
  }
}
