package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshForEachTest;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.messaging.PortalLinks;
import io.tukar.payout.Payout.State;
import io.tukar.payout.Payouts;
import io.tukar.rma.Verification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dana keluar, as a customer, a clerk and a manager use it without JavaScript. */
@TukarTest
@FreshForEachTest
@Import(DeskShop.class)
class PayoutPagesTest {

  private static final String PAYOUTS = "/desk/money/payouts";
  private static final Map<String, String> ACCOUNT =
      Map.of("bank", "014", "number", "123-456 7890", "holder", "Budi Santoso");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private Payouts payouts;
  @Autowired private PortalLinks links;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  private Visitor finance = new Visitor(0);
  private Visitor manager = new Visitor(0);

  @BeforeEach
  void aShop() throws Exception {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, bank_account, bank_holder)
            values ('Toko', 'PT Toko Uji', 'Jakarta', '1234567890', 'PT Toko Uji')
            on conflict (id) do update set bank_account = excluded.bank_account
            """)
        .update();
    finance = signedIn(Role.FINANCE);
    manager = signedIn(Role.MANAGER);
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aCustomerSaysWhereToAndNothingTypedIsLost() throws Exception {
    var rma = shop.owed(75_000);
    var customer = new Visitor(port);
    var path = links.casePath(rma.id());
    assertThat(customer.get(path).body()).contains(path + "/rekening", "Isi rekening Anda");
    assertThat(customer.get(path + "/rekening?lang=en").body())
        .contains("we will transfer Rp75,000", "Choose a bank");
    var wrong =
        customer.post(
            path + "/rekening?lang=en", Map.of("bank", "", "number", "12ab", "holder", "B"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("value=\"12ab\"", "href=\"#f-bank\"", "href=\"#f-number\"", "href=\"#f-holder\"");
    assertThat(customer.post(path + "/rekening", ACCOUNT).statusCode()).isEqualTo(303);
    assertThat(customer.get(path + "/rekening?lang=en").body())
        .contains("the account at BCA that ends in 7890")
        .doesNotContain("1234567890", "Budi");
    assertThat(customer.get(links.casePath(shop.owing(10_000).id()) + "/rekening").statusCode())
        .as("who is owed nothing is asked nothing")
        .isEqualTo(303);
  }

  @Test
  void fromTheListToTheBanksFile() throws Exception {
    var rma = shop.owed(75_000);
    var number = DeskShop.number(rma);
    assertThat(finance.get(PAYOUTS + "?lang=en").body()).contains(number, "Enter the account");
    finance.post("/desk/cases/" + number + "/account", ACCOUNT);
    assertThat(finance.get("/desk/cases/" + number + "/account").body())
        .contains("•••• 7890")
        .doesNotContain("1234567890");
    assertThat(finance.post(PAYOUTS + "/propose?lang=en", Map.of()).body())
        .contains("Tick the payouts first");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(
              finance.post(PAYOUTS + "/propose", Map.of("pick-" + rma.id(), "true")).statusCode())
          .isEqualTo(303);
    }
    var id = payouts.page(List.of(State.PROPOSED), 1).getFirst().id();
    assertThat(finance.post(PAYOUTS + "/approve", Map.of("pick-" + id, "true")).statusCode())
        .isEqualTo(403);
    assertThat(manager.get(PAYOUTS + "?show=proposed&lang=en").body())
        .contains("name=\"pick-" + id + "\"", "Approve what is ticked");
    manager.post(PAYOUTS + "/approve", Map.of("pick-" + id, "true"));
    assertThat(finance.get(PAYOUTS + "?show=approved").body()).contains("•••• 7890");
    var exported = finance.post(PAYOUTS + "/export", Map.of("pick-" + id, "true"));
    assertThat(exported.statusCode()).isEqualTo(303);
    var batch =
        exported.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]*", "");
    assertThat(finance.get(batch + "?lang=en").body()).contains("once only", "TKR-PO-" + id);
    var file = finance.post(batch, Map.of("format", "xml"));
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(file.body()).contains("1234567890", "CENAIDJA");
    assertThat(finance.post(batch + "?lang=en", Map.of("format", "csv", "reason", "")).body())
        .contains("taken before", "Write why it is taken again");
    assertThat(finance.post(batch, Map.of("format", "csv", "reason", "XML ditolak")).body())
        .contains("TKR-PO-" + id + ",014,CENAIDJA,1234567890");
    assertThat(finance.get(batch).body()).contains("XML ditolak");
    assertThat(finance.get(PAYOUTS + "?show=sent&lang=en").body()).contains("Told to the bank");
    finance.post(PAYOUTS + "/" + id + "/failed", Map.of("reason", "Rekening tutup"));
    assertThat(finance.get(PAYOUTS + "?show=done&lang=en").body()).contains("Rekening tutup");
    assertThat(shop.now(rma).balance()).isEqualTo(rma.balance());
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anOwnerOnThePhoneApprovesByACode() throws Exception {
    shop.payouts();
    var id = payouts.page(List.of(State.PROPOSED), 1).getFirst().id();
    assertThat(finance.post(PAYOUTS + "/my-code", Map.of()).statusCode()).isEqualTo(403);
    var page = manager.post(PAYOUTS + "/my-code?lang=en", Map.of()).body();
    var code = Pattern.compile("<strong class=\"code\">([0-9]{6})<").matcher(page);
    assertThat(code.find()).isTrue();
    assertThat(finance.post(PAYOUTS + "/" + id + "/code?lang=en", Map.of("code", "12")).body())
        .contains("This code is not valid");
    assertThat(
            finance.post(PAYOUTS + "/" + id + "/code", Map.of("code", code.group(1))).statusCode())
        .isEqualTo(303);
    assertThat(payouts.find(id).orElseThrow().state()).isEqualTo(State.APPROVED);
    assertThat(manager.post(PAYOUTS + "/limit", Map.of("limit", "Rp1.000.000")).statusCode())
        .isEqualTo(303);
    assertThat(manager.get(PAYOUTS + "?show=proposed").body()).contains("value=\"1000000\"");
  }

  private Visitor signedIn(Role role) throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD);
    return visitor;
  }
}
