package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.RmaStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Things nobody awaited, as an agent or the warehouse decides over them without a script. */
@TukarTest
@Import(DeskShop.class)
class StrangeItemPagesTest {

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  private PlainBrowser agent;

  @BeforeEach
  void anAgent() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    agent = signedIn(Role.AGENT);
  }

  @AfterEach
  void letTheClockRun() {
    agent.close();
    clock.run();
  }

  @Test
  void oneThingGoesIntoTheCaseThatAwaitsItAndTheOtherBack() {
    var rma = shop.authorized();
    var number = DeskShop.number(rma);
    var sku = rma.lines().getFirst().sku().value();
    var parcel = "/desk/station/parcels/" + shop.strangeParcel(sku, "lampu hias").id();
    var page = agent.get(parcel);
    assertThat(page.text())
        .contains("Di karantina.", parcel + "/items/1", parcel + "/items/2", "Putuskan");

    assertThat(agent.get(parcel + "/items/1").text())
        .contains("Masukkan ke kasus", "Kirim kembali", "tanpa kasus", "Diambil sendiri");
    var unknown = agent.post(parcel + "/items/1/claim", "case", "RMA-0000", "line", "1");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("href=\"#f-case\"", "value=\"RMA-0000\"");
    assertThat(agent.post(parcel + "/items/1/claim", "case", number, "line", "x").text())
        .contains("href=\"#f-line\"");
    var taken = agent.post(parcel + "/items/1/claim", "case", number, "line", "");
    assertThat(taken.path()).isEqualTo(parcel);
    assertThat(taken.text()).contains("Masuk ke", number);
    assertThat(shop.now(rma).status()).isEqualTo(RmaStatus.RECEIVED);

    var unread = agent.post(parcel + "/items/2/back", "courier", "JNE", "waybill", "?");
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.text()).contains("href=\"#f-waybill\"", "value=\"?\"");
    assertThat(agent.post(parcel + "/items/2/back", "courier", "JNE", "waybill", "").text())
        .contains("href=\"#f-waybill\"");
    var back = agent.post(parcel + "/items/2/back", "courier", "JNE", "waybill", "JNE5566778");
    assertThat(back.text()).contains("Dikirim kembali via JNE, resi JNE5566778");
    assertThat(agent.get(parcel + "/items/2").text()).doesNotContain("<form action=\"" + parcel);
    assertThat(agent.get("/desk/station/parcels").text()).doesNotContain(parcel);
  }

  @Test
  void aParcelOfNobodyIsCountedByHandAndShownUntilWhenItIsKept() {
    var parcel = shop.strangeParcel("kabel");
    var path = "/desk/station/parcels/" + parcel.id();
    assertThat(agent.get(path).text()).contains("Mulai hitung masa simpan");

    var begun = agent.post("/desk/stock/leftovers", "parcel", "" + parcel.id());
    assertThat(begun.path()).matches("/desk/stock/leftovers/\\d+");
    assertThat(begun.text()).contains("Paket " + parcel.id());
    assertThat(agent.get(path).text())
        .contains("Disimpan sampai", begun.path())
        .doesNotContain("Mulai hitung masa simpan");
    assertThat(agent.post(path + "/let-go").text()).contains("Sudah keluar");
    var again = agent.post("/desk/stock/leftovers", "parcel", "" + parcel.id());
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("tidak ada lagi yang di karantina");
  }

  @Test
  void whoHandlesNoParcelsDecidesNothing() {
    var path = "/desk/station/parcels/" + shop.strangeParcel("kabel").id() + "/items/1";
    try (var finance = signedIn(Role.FINANCE)) {
      assertThat(finance.get(path).status()).isEqualTo(403);
      assertThat(finance.post(path + "/back", "courier", "", "waybill", "").status())
          .isEqualTo(403);
      assertThat(finance.post(path + "/claim", "case", "x").status()).isEqualTo(403);
    }
    assertThat(agent.get("/desk/station/parcels/999999/items/1").status()).isEqualTo(404);
    assertThat(agent.get(path + "9").status()).isEqualTo(404);
  }

  private PlainBrowser signedIn(Role role) {
    var browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post("/desk/sign-in", "login", DeskShop.login(role), "password", DeskShop.PASSWORD);
    return browser;
  }
}
