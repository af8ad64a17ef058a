package io.tukar.desk;

import io.tukar.kernel.SerialNumber;
import io.tukar.paper.Sheet;
import io.tukar.paper.Sheet.Size;
import io.tukar.rma.LineState;
import io.tukar.rma.RmaEvent;
import io.tukar.shipping.Address;
import io.tukar.shipping.Addresses;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Shipment;
import io.tukar.stock.ShippedUnits;
import io.tukar.web.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The papers of a parcel that leaves the shop: a label, and a slip in the customer's language. */
@Controller
class CasePapers {

  private final CaseFolder folder;
  private final Addresses addresses;
  private final ShippedUnits units;

  CasePapers(CaseFolder folder, Addresses addresses, ShippedUnits units) {
    this.folder = folder;
    this.addresses = addresses;
    this.units = units;
  }

  /** A6, for the outside of the parcel. */
  @GetMapping("/desk/cases/{number}/parcels/{shipment}/label.pdf")
  ResponseEntity<byte[]> label(
      Frame frame, @PathVariable String number, @PathVariable long shipment) {
    Badge.of(frame);
    var view = view(frame, number);
    var parcel = parcel(view, shipment);
    var to = addresses.ofCustomer(view.rma().id()).orElseThrow();
    try (var sheet = Sheet.a6(view.number(), language(view))) {
      sheet.bold(Size.LARGE, carrier(parcel)).bars(parcel.waybill().value()).rule();
      sheet.text(Size.SMALL, said(frame, view, "paper.to"));
      address(sheet, to, Size.LARGE);
      sheet.rule().text(Size.SMALL, said(frame, view, "paper.from"));
      addresses.ofShop().ifPresent(from -> address(sheet, from, Size.BODY));
      var grams = parcel.carriage().weightGrams();
      if (grams != null) {
        sheet.text(Size.BODY, said(frame, view, "paper.weight", grams));
      }
      var value = parcel.carriage().declaredValue();
      if (value != null) {
        sheet.text(Size.BODY, said(frame, view, "paper.value", frame.money(value)));
      }
      return pdf(sheet.rule().codes(view.number()).pdf(), view.number() + "-label");
    }
  }

  /** A5, for the inside. */
  @GetMapping("/desk/cases/{number}/parcels/{shipment}/packing.pdf")
  ResponseEntity<byte[]> packing(
      Frame frame, @PathVariable String number, @PathVariable long shipment) {
    Badge.of(frame);
    var view = view(frame, number);
    var parcel = parcel(view, shipment);
    try (var sheet = Sheet.a5(view.number(), language(view))) {
      sheet.bold(Size.TITLE, said(frame, view, "paper.packing")).codes(view.number());
      sheet.text(Size.BODY, said(frame, view, "paper.order", view.order().number().value()));
      sheet.text(Size.BODY, carrier(parcel) + " " + parcel.waybill().value()).rule();
      sheet.bold(Size.LARGE, said(frame, view, "paper.content"));
      var serials = units.of(view.rma().id());
      for (var lineNo : lines(view, shipment)) {
        view.line(lineNo).ifPresent(line -> item(sheet, line, serials));
      }
      sheet.rule();
      addresses.ofCustomer(view.rma().id()).ifPresent(to -> address(sheet, to, Size.BODY));
      sheet.rule().text(Size.BODY, said(frame, view, "paper.film"));
      addresses
          .ofShop()
          .ifPresent(shop -> sheet.text(Size.BODY, shop.name() + " " + shop.phone().orElse("")));
      return pdf(sheet.pdf(), view.number() + "-packing");
    }
  }

  private static void item(
      Sheet sheet, CaseView.Line line, Map<Integer, List<SerialNumber>> serials) {
    var back = line.line().state() == LineState.SENT_BACK;
    sheet.text(
        Size.BODY, line.line().quantity() + " × " + (back ? line.name() : line.wantedName()));
    var sent = serials.getOrDefault(line.line().lineNo(), List.of());
    if (!back && !sent.isEmpty()) {
      sheet.text(
          Size.SMALL,
          "SN " + sent.stream().map(SerialNumber::value).collect(Collectors.joining(", ")));
    }
  }

  private static void address(Sheet sheet, Address address, Size name) {
    sheet.bold(name, address.name());
    address.phone().ifPresent(phone -> sheet.text(Size.BODY, phone));
    address.street().ifPresent(street -> sheet.text(Size.BODY, street));
    if (!address.town().isEmpty()) {
      sheet.text(Size.BODY, address.town());
    }
  }

  private static String carrier(Shipment parcel) {
    var product = Optional.ofNullable(parcel.carriage().product());
    return parcel.courier().brand() + product.map(code -> " " + code).orElse("");
  }

  /** The lines that left in this parcel. */
  private static List<Integer> lines(CaseView view, long shipment) {
    return view.history().stream()
        .map(happened -> happened.event())
        .flatMap(
            event ->
                switch (event) {
                  case RmaEvent.Dispatched sent when sent.shipment() == shipment ->
                      sent.lines().stream();
                  case RmaEvent.SentBack sent when sent.shipment() == shipment ->
                      sent.lines().stream();
                  default -> Stream.<Integer>empty();
                })
        .toList();
  }

  private CaseView view(Frame frame, String number) {
    return folder
        .open(number, frame.language())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Shipment parcel(CaseView view, long shipment) {
    return view.shipments().stream()
        .filter(one -> one.id() == shipment && one.leg() != Leg.TO_SHOP)
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String language(CaseView view) {
    return view.rma().language().code();
  }

  private static String said(Frame frame, CaseView view, String key, Object... args) {
    return frame.texts().text(view.rma().language(), key, args);
  }

  private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(name.toLowerCase(Locale.ROOT) + ".pdf")
                .build()
                .toString())
        .body(content);
  }
}
