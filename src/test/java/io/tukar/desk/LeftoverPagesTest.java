package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.messaging.PortalLinks;
import io.tukar.rma.LeftoverReminders;
import io.tukar.rma.Leftovers;
import io.tukar.rma.Rma;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Barang tertinggal: what is counted, how many days are left, and what people do with it. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class LeftoverPagesTest {

  private static final String LIST = "/desk/stock/leftovers";

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Leftovers leftovers;
  @Autowired private LeftoverReminders reminders;
  @Autowired private PortalLinks links;
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
  void aCountIsBegunByHandSeenByTheCustomerAndEndedByTheirWord() throws Exception {
    assertThat(inspector.get(LIST + "?lang=en").body()).contains("No unclaimed goods");
    var rma = shop.refused();
    assertThat(inspector.get(LIST + "?show=untold&lang=en").body())
        .contains(DeskShop.number(rma), "begin the count");

    for (int sent = 0; sent < 2; sent++) {
      assertThat(inspector.post(LIST, begin(rma)).statusCode()).isEqualTo(303);
    }
    var kept = leftovers.kept(rma.id(), 1).orElseThrow();
    assertThat(inspector.get(LIST + "?lang=en").body())
        .contains(DeskShop.number(rma), "30 days left", LIST + "/" + kept.id());
    assertThat(inspector.get(LIST + "/" + kept.id() + "?lang=en").body())
        .contains("The owner was told: kept until", "30 days left", "data-key=\"a\"");

    var customer = new Visitor(port);
    var page = links.casePath(rma.id());
    assertThat(customer.get(page + "?lang=en").body()).contains("We keep this item until");
    assertThat(customer.get(page + "?lang=id").body()).contains("Barang ini kami simpan sampai");
    assertThat(customer.get(page + "/minta/1?lang=en").body()).contains("Yes, I want it back");
    assertThat(customer.post(page + "/minta/1", Map.of("version", "" + rma.version())).statusCode())
        .isEqualTo(303);
    assertThat(leftovers.kept(rma.id(), 1)).isEmpty();
    assertThat(customer.get(page + "?lang=en").body())
        .contains("We have noted that you want this back")
        .doesNotContain("We keep this item until");
    assertThat(customer.post(page + "/minta/1", Map.of("version", "" + rma.version())).statusCode())
        .as("again")
        .isEqualTo(303);
    assertThat(inspector.get(LIST + "?show=ended&lang=en").body())
        .contains("Asked for by the owner");
    assertThat(inspector.get(LIST + "/" + kept.id() + "?lang=en").body())
        .contains("customer")
        .doesNotContain("data-key=\"a\"");
  }

  @Test
  void whatTheOwnerSaidOnThePhoneIsWrittenDownAndNothingTypedIsLost() throws Exception {
    var rma = shop.refused();
    inspector.post(LIST, begin(rma));
    var path = LIST + "/" + leftovers.kept(rma.id(), 1).orElseThrow().id();
    var refused = inspector.post(path + "/asked?lang=en", Map.of("note", "x".repeat(501)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("x".repeat(501), "href=\"#f-note\"");
    assertThat(inspector.post(path + "/asked", Map.of("note", "Diambil Sabtu")).statusCode())
        .isEqualTo(303);
    assertThat(inspector.get(path).body()).contains("Diambil Sabtu", DeskShop.name(Role.INSPECTOR));
  }

  @Test
  void pastTheLastDayItStandsAmongThoseToDecide() throws Exception {
    var rma = shop.refused();
    inspector.post(LIST, begin(rma));
    var kept = leftovers.kept(rma.id(), 1).orElseThrow();
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(23)));
    reminders.remind(clock.instant(), () -> false);
    assertThat(inspector.get(LIST + "?show=due").body()).doesNotContain(LIST + "/" + kept.id());
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(31)));
    assertThat(inspector.get(LIST + "?show=due&lang=en").body())
        .contains(LIST + "/" + kept.id(), "1 day over");
  }

  @Test
  void anInspectorProposesAndAnotherApproves() throws Exception {
    var rma = shop.refused();
    inspector.post(LIST, begin(rma));
    var path = LIST + "/" + leftovers.kept(rma.id(), 1).orElseThrow().id();
    var proposal = Map.of("way", "KEEP", "reason", "Tidak dijawab", "consent", "");
    var recycled = Map.of("way", "RECYCLE", "reason", "Tidak dijawab", "consent", "");
    assertThat(inspector.post(path + "/propose?lang=en", recycled).body())
        .contains("These goods are kept until", "Tidak dijawab");
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(23)));
    reminders.remind(clock.instant(), () -> false);
    clock.standAt(DeskShop.NOW.plus(Duration.ofDays(31)));
    assertThat(inspector.post(path + "/propose?lang=en", proposal).body())
        .contains("href=\"#f-consent\"", "Tidak dijawab");
    assertThat(inspector.post(path + "/propose?lang=en", Map.of("way", "x")).body())
        .contains("href=\"#f-way\"");
    assertThat(inspector.get(path).body()).contains("data-key=\"u\"");
    assertThat(inspector.post(path + "/propose", recycled).statusCode()).isEqualTo(303);
    assertThat(inspector.post(path + "/approve", Map.of("disposal", "1")).statusCode())
        .isEqualTo(403);
    assertThat(inspector.get(LIST + "?show=proposed").body()).contains(DeskShop.number(rma));

    var manager = new Visitor(port);
    manager.signIn(DeskShop.login(Role.MANAGER), DeskShop.PASSWORD);
    var page = manager.get(path + "?lang=en").body();
    assertThat(page).contains("Approve: the goods leave the books");
    var shown = page.split("name=\"disposal\" value=\"", -1)[1].split("\"", -1)[0];
    assertThat(manager.post(path + "/reject?lang=en", Map.of("disposal", shown)).body())
        .contains("href=\"#f-remark\"");
    assertThat(manager.post(path + "/approve", Map.of("disposal", "0")).statusCode())
        .isEqualTo(422);
    for (int sent = 0; sent < 2; sent++) {
      assertThat(manager.post(path + "/approve", Map.of("disposal", shown)).statusCode())
          .isEqualTo(303);
    }
    assertThat(manager.get(path + "?lang=en").body())
        .contains("Disposal approved", "Disposed of", DeskShop.name(Role.MANAGER));
    var customer = new Visitor(port);
    assertThat(customer.get(links.casePath(rma.id()) + "?lang=en").body())
        .contains("Not asked for; disposed of");
    assertThat(manager.get("/desk/cases/" + DeskShop.number(rma) + "?lang=en").body())
        .contains("Unclaimed goods disposed of");
  }

  @Test
  void onlyWhoMayCountsAndOnlyAManagerSaysHowLong() throws Exception {
    var rma = shop.refused();
    var finance = new Visitor(port);
    finance.signIn(DeskShop.login(Role.FINANCE), DeskShop.PASSWORD);
    assertThat(finance.post(LIST, begin(rma)).statusCode()).isEqualTo(403);
    assertThat(inspector.post(LIST + "/limit", Map.of("days", "40")).statusCode()).isEqualTo(403);
    var manager = new Visitor(port);
    manager.signIn(DeskShop.login(Role.MANAGER), DeskShop.PASSWORD);
    var answer = manager.post(LIST + "/limit?lang=en", Map.of("days", "5"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Enter 21 to 365 days", "value=\"5\"");
    assertThat(manager.post(LIST + "/limit", Map.of("days", "x")).statusCode()).isEqualTo(422);
  }

  private static Map<String, String> begin(Rma rma) {
    return Map.of(
        "case", DeskShop.number(rma), "line", "1", "version", Objects.toString(rma.version()));
  }
}
