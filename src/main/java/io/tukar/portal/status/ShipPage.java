package io.tukar.portal.status;

import io.tukar.csv.CellText;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineState;
import io.tukar.rma.Parcel;
import io.tukar.rma.RmaEvent;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Carriage;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierBook;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Shipments;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Kirim: address, packing, slip, and the waybill once it is sent. */
@Controller
final class ShipPage {

  private static final String TEMPLATE = "portal/ship";

  /** No way here costs more, in rupiah. */
  private static final BigDecimal COST_MAX = new BigDecimal("100000000");

  private final CaseHolder cases;
  private final StatusPage status;
  private final ExchangeDesk desk;
  private final Decisions decisions;
  private final Shipments shipments;
  private final ShopCards shop;
  private final CourierBook couriers;
  private final Clock clock;

  ShipPage(
      CaseHolder cases,
      StatusPage status,
      ExchangeDesk desk,
      Decisions decisions,
      Shipments shipments,
      ShopCards shop,
      CourierBook couriers,
      Clock clock) {
    this.cases = cases;
    this.status = status;
    this.desk = desk;
    this.decisions = decisions;
    this.shipments = shipments;
    this.shop = shop;
    this.couriers = couriers;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}/kirim")
  Reply show(@PathVariable String token, Frame frame) {
    return cases.page(
        token,
        held ->
            held.may(RmaEvent.Kind.WAYBILL_GIVEN)
                ? Page.of(TEMPLATE, model(held, Form.blank(), frame))
                : new Redirect(held.path()));
  }

  @PostMapping("/kasus/{token}/kirim")
  Reply sent(
      @PathVariable String token,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String courier,
      @RequestParam(defaultValue = "") String waybill,
      @RequestParam(defaultValue = "") String cost,
      Frame frame) {
    return cases.page(
        token,
        held -> {
          var carrier =
              Arrays.stream(Courier.values()).filter(one -> one.name().equals(courier)).findFirst();
          var number = WaybillNumber.parse(waybill);
          var refusals = new ArrayList<Refusal>();
          if (number.isEmpty()) {
            refusals.add(
                Refusal.of(waybill.isBlank() ? "value-missing" : "value-unreadable", "waybill"));
          }
          if (carrier.isEmpty()) {
            refusals.add(Refusal.of("choice-missing", "courier"));
          }
          var paid = CellText.amount(cost).filter(ShipPage::isRupiah);
          if (paid.isEmpty() && !cost.isBlank()) {
            refusals.add(Refusal.of("value-unreadable", "cost"));
          }
          if (!refusals.isEmpty()) {
            var typed =
                Form.of(Map.of("courier", courier, "waybill", waybill, "cost", cost))
                    .with(refusals);
            return Page.refused(TEMPLATE, model(held, typed, frame));
          }
          var parcel =
              new Parcel(
                  carrier.orElseThrow(),
                  number.orElseThrow(),
                  new Carriage(
                      null,
                      null,
                      paid.map(amount -> Money.rupiah(amount.longValueExact())).orElse(null),
                      null,
                      Booking.BY_SENDER));
          if (isGiven(held, parcel)) {
            return new Redirect(held.path());
          }
          return cases.after(
              held,
              desk.waybill(held.seen(version), parcel, clock.instant(), held.customer()),
              rma -> isGiven(held, parcel),
              (now, no) -> status.refused(now, no, frame));
        });
  }

  /** The page that is printed and put into the parcel; optional, the number by marker will do. */
  @GetMapping("/kasus/{token}/slip")
  Reply slip(@PathVariable String token) {
    return cases.page(
        token,
        held ->
            held.rma().rmaNumber() == null
                ? new Redirect(held.path())
                : Page.of("portal/slip", slip(held)));
  }

  /** The same as a PDF, in the customer's language, with how to pack (clause P11). */
  @GetMapping("/kasus/{token}/slip.pdf")
  ResponseEntity<byte[]> slipAsPdf(@PathVariable String token, Frame frame) {
    var held = cases.open(token).filter(one -> one.rma().rmaNumber() != null);
    if (held.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .body(SlipPaper.pdf(slip(held.get()), model(held.get(), Form.blank(), frame), frame));
  }

  private Slip slip(Held held) {
    return new Slip(
        held.path(),
        held.number(),
        Barcode.qr(held.number()),
        Barcode.code128(held.number()),
        shop.card(),
        held.order().number().value(),
        held.rma().in(LineState.AUTHORIZED).stream()
            .map(line -> new Slip.Item(held.item(line), line.quantity()))
            .toList());
  }

  private static boolean isRupiah(BigDecimal amount) {
    return amount.compareTo(COST_MAX) <= 0 && amount.stripTrailingZeros().scale() <= 0;
  }

  private boolean isGiven(Held held, Parcel parcel) {
    return toShop(held).stream()
        .anyMatch(
            given ->
                given.courier() == parcel.courier() && given.waybill().equals(parcel.waybill()));
  }

  private List<Shipment> toShop(Held held) {
    return shipments.of(held.rma().id()).stream()
        .filter(parcel -> parcel.leg() == Leg.TO_SHOP)
        .toList();
  }

  private ShipView model(Held held, Form form, Frame frame) {
    var judged = decisions.latest(held.rma().id());
    var going = held.rma().in(LineState.AUTHORIZED);
    return new ShipView(
        held.path(),
        held.number(),
        Optional.ofNullable(held.rma().shipBy()),
        shop.card(),
        going.stream()
                .map(line -> judged.get(line.lineNo()))
                .anyMatch(kept -> kept != null && kept.decision().payerToShop() == Payer.SHOP)
            ? Payer.SHOP
            : Payer.CUSTOMER,
        going.stream()
            .map(
                line ->
                    new ShipView.Pack(
                        held.item(line), line.quantity(), packing(judged, line.lineNo(), frame)))
            .toList(),
        couriers.offered().stream()
            .map(
                one ->
                    Choice.of(
                        one.name(),
                        one == Courier.OTHER ? frame.text("portal.courier.other") : one.brand()))
            .toList(),
        toShop(held).stream()
            .map(parcel -> parcel.courier().brand() + " " + parcel.waybill().value())
            .toList(),
        held.rma().version(),
        form);
  }

  private static String packing(Map<Integer, Decisions.Kept> judged, int lineNo, Frame frame) {
    return Optional.ofNullable(judged.get(lineNo)).stream()
        .flatMap(kept -> kept.decision().findings().stream())
        .filter(finding -> finding.kind() == ClauseKind.PACKING)
        .map(Finding::explanation)
        .map(frame::words)
        .findFirst()
        .orElseGet(() -> frame.text("portal.ship.pack.asReceived"));
  }
}
