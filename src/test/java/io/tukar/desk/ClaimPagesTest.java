package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.evidence.Album;
import io.tukar.evidence.AlbumUpload;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.TestPhotos;
import io.tukar.inspection.CourierClaim;
import io.tukar.inspection.CourierClaims;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Role;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineInspection;
import io.tukar.rma.Rma;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A claim on a courier: filed once, its file with photos, its answer written down once. */
@TukarTest
@FreshDatabase
@Import(DeskShop.class)
class ClaimPagesTest {

  private static final Actor INSPECTOR = new Actor.Staff(1, Role.INSPECTOR);

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ExchangeDesk desk;
  @Autowired private AlbumUpload uploads;
  @Autowired private CourierClaims claims;
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
  void aClaimIsFiledOnceWithAFileOfPhotosWaybillValueAndDates() throws Exception {
    var rma = damaged(Verdict.TRANSIT_DAMAGE);
    assertThat(inspector.get("/desk/cases/" + DeskShop.number(rma) + "?lang=en").body())
        .contains(path(rma));
    assertThat(inspector.get(path(rma) + "?lang=en").body()).contains("value=\"1400000\"");
    var form = new HashMap<>(Map.of("courier", "JNE", "waybill", " ", "value", "satu juta"));
    var refused = inspector.post(path(rma) + "?lang=en", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("href=\"#f-waybill\"", "href=\"#f-value\"", "satu juta");
    form.put("waybill", "JNE0011223344");
    form.put("value", "Rp1.400.000");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(inspector.post(path(rma), form).statusCode()).isEqualTo(303);
    }
    assertThat(claims.count()).isEqualTo(1);

    try (var paper = Loader.loadPDF(inspector.file(path(rma) + "/claim.pdf"))) {
      var text = new PDFTextStripper().getText(paper);
      assertThat(text).contains("JNE0011223344", "Rp1.400.000", DeskShop.number(rma), "Kerusakan");
      assertThat(text).as("a photo whose file is lost is said").contains("tidak tersedia");
      assertThat(paper.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
  }

  @Test
  void theCouriersAnswerIsWrittenDownOnceAndNeverMoreThanWasDeclared() throws Exception {
    var rma = damaged(Verdict.TRANSIT_DAMAGE);
    inspector.post(
        path(rma), Map.of("courier", "JNE", "waybill", "JNE0011223355", "value", "900000"));
    var answer = new HashMap<>(Map.of("outcome", "PAID", "amount", "900001", "reference", "MUT-1"));
    assertThat(inspector.post(path(rma) + "/answer?lang=en", answer).body())
        .contains("at most the declared value");
    answer.put("amount", "700000");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(inspector.post(path(rma) + "/answer", answer).statusCode()).isEqualTo(303);
    }
    var ending = claims.of(rma.id(), 1).map(CourierClaim::ending).orElseThrow();
    assertThat(ending.amount()).isEqualTo(Money.rupiah(700_000));

    var other = damaged(Verdict.TRANSIT_DAMAGE);
    inspector.post(
        path(other), Map.of("courier", "JNE", "waybill", "JNE0011223366", "value", "900000"));
    assertThat(inspector.post(path(other) + "/answer", answer).statusCode())
        .as("one transfer pays one claim")
        .isEqualTo(422);
    var denied = Map.of("outcome", "DENIED", "amount", "", "reference", "Surat 12");
    assertThat(inspector.post(path(other) + "/answer", denied).statusCode()).isEqualTo(303);
    assertThat(inspector.get("/desk/claims?lang=en").body()).contains("Denied", "700,000");
  }

  @Test
  void whatWasNotDamagedOnTheWayIsNotClaimed() throws Exception {
    var rma = damaged(Verdict.AS_CLAIMED);
    assertThat(inspector.get(path(rma)).statusCode()).isEqualTo(404);
    assertThat(inspector.post(path(rma), Map.of()).statusCode()).isEqualTo(404);
  }

  private Rma damaged(Verdict verdict) throws Exception {
    var rma = shop.received();
    uploads.keep(
        new Album.OfCase(rma.id()),
        new Caption(1, PhotoSlot.FAULT, PhotoSource.INSPECTOR),
        new ByteArrayInputStream(TestPhotos.jpeg(64, 48)),
        INSPECTOR,
        DeskShop.NOW);
    desk.inspect(
        CaseRef.latest(rma.id()),
        List.of(
            new LineInspection(
                1,
                new Seen(null, true, true, true, List.of()),
                verdict,
                Fault.COURIER,
                Disposition.SCRAP,
                null,
                null)),
        DeskShop.NOW,
        INSPECTOR);
    return shop.now(rma);
  }

  private static String path(Rma rma) {
    return "/desk/claims/" + DeskShop.number(rma) + "/1";
  }
}
