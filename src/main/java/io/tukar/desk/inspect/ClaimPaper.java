package io.tukar.desk.inspect;

import io.tukar.evidence.Album;
import io.tukar.evidence.EvidenceStore;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.evidence.StoreUnreachable;
import io.tukar.inspection.CourierClaim;
import io.tukar.inspection.CourierClaims;
import io.tukar.kernel.Language;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.paper.Sheet;
import io.tukar.paper.Sheet.Size;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.Rmas;
import io.tukar.shipping.Address;
import io.tukar.shipping.Addresses;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Formats;
import io.tukar.web.Frame;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
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

/**
 * The file a courier is sent with a claim: what, when, by which waybill, worth what, and photos.
 */
@Controller
class ClaimPaper {

  /** A claim shows no more photos of its line. */
  private static final int PHOTOS_MAX = 12;

  private static final float PHOTO_HEIGHT_MM = 115;

  /** Couriers read Indonesian. */
  private static final Formats SAID = Formats.of(Language.ID);

  private final Rmas rmas;
  private final OrderBook orders;
  private final CourierClaims claims;
  private final Photos photos;
  private final EvidenceStore store;
  private final Addresses addresses;

  ClaimPaper(
      Rmas rmas,
      OrderBook orders,
      CourierClaims claims,
      Photos photos,
      EvidenceStore store,
      Addresses addresses) {
    this.rmas = rmas;
    this.orders = orders;
    this.claims = claims;
    this.photos = photos;
    this.store = store;
    this.addresses = addresses;
  }

  @Needs(May.CLAIM_COURIERS)
  @GetMapping("/desk/claims/{number}/{line}/claim.pdf")
  ResponseEntity<byte[]> paper(Frame frame, @PathVariable String number, @PathVariable int line)
      throws IOException {
    var rma = rmas.idOf(number).flatMap(rmas::find).orElseThrow(ClaimPaper::unknown);
    var claim = claims.of(rma.id(), line).orElseThrow(ClaimPaper::unknown);
    var order = orders.find(rma.orderId()).orElseThrow(ClaimPaper::unknown);
    var damaged = rma.line(line).orElseThrow(ClaimPaper::unknown);
    try (var sheet = Sheet.a4(number, Language.ID.code())) {
      head(sheet, frame, rma, claim);
      goods(sheet, frame, order, damaged, claim);
      pictures(sheet, frame, rma, line);
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .cacheControl(CacheControl.noStore())
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.inline()
                  .filename(number.toLowerCase(Locale.ROOT) + "-klaim.pdf")
                  .build()
                  .toString())
          .body(sheet.pdf());
    }
  }

  private void head(Sheet sheet, Frame frame, Rma rma, CourierClaim claim) {
    sheet.bold(Size.TITLE, said(frame, "inspect.paper.title", claim.courier().brand()));
    addresses.ofShop().ifPresent(shop -> from(sheet, shop));
    sheet.rule().codes(InspectPage.number(rma));
    sheet.bars(claim.waybill().value());
  }

  private static void from(Sheet sheet, Address shop) {
    sheet.text(Size.BODY, shop.name());
    shop.street().ifPresent(street -> sheet.text(Size.BODY, street));
    if (!shop.town().isEmpty()) {
      sheet.text(Size.BODY, shop.town());
    }
    shop.phone().ifPresent(phone -> sheet.text(Size.BODY, phone));
  }

  private void goods(Sheet sheet, Frame frame, Order order, RmaLine line, CourierClaim claim) {
    sheet.rule();
    var item =
        order.items().stream()
            .filter(one -> one.id() == line.soldItemId())
            .map(one -> one.name())
            .findFirst()
            .orElse(line.sku().value());
    sheet.bold(Size.LARGE, line.quantity() + " × " + item);
    var serials = orders.serialsOf(line.soldItemId());
    if (!serials.isEmpty()) {
      sheet.text(
          Size.BODY, "SN " + String.join(", ", serials.stream().map(sn -> sn.value()).toList()));
    }
    sheet.text(Size.BODY, said(frame, "inspect.paper.value", SAID.money(claim.declaredValue())));
    sheet.text(Size.BODY, said(frame, "inspect.paper.order", order.number().value()));
    var sent = order.dispatchedOn();
    if (sent != null) {
      sheet.text(Size.BODY, said(frame, "inspect.paper.sent", SAID.date(sent)));
    }
    var received = order.receivedOn();
    if (received != null) {
      sheet.text(Size.BODY, said(frame, "inspect.paper.received", SAID.date(received)));
    }
    sheet.text(Size.BODY, said(frame, "inspect.paper.filed", SAID.dateTime(claim.filedAt())));
    sheet.gap(2).text(Size.BODY, said(frame, "inspect.paper.found"));
  }

  private void pictures(Sheet sheet, Frame frame, Rma rma, int line) throws IOException {
    var shown =
        photos.list(new Album.OfCase(rma.id())).stream()
            .filter(photo -> photo.caption().lineNo() == line && photo.stored().clip() == null)
            .limit(PHOTOS_MAX)
            .toList();
    for (var photo : shown) {
      picture(sheet, frame, photo);
    }
  }

  private void picture(Sheet sheet, Frame frame, Photo photo) throws IOException {
    var slot = said(frame, "desk.slot." + photo.caption().slot());
    try (var file = store.open(photo.stored().digest(), PhotoSize.FULL)) {
      sheet.photo(
          file.readAllBytes(),
          PHOTO_HEIGHT_MM,
          said(
              frame,
              "inspect.paper.photo",
              slot,
              SAID.dateTime(photo.at()),
              photo.stored().digest().hex()));
    } catch (NoSuchFileException e) {
      sheet.text(
          Size.SMALL, said(frame, "inspect.paper.photo.gone", slot, SAID.dateTime(photo.at())));
    } catch (StoreUnreachable e) {
      // A claim without its pictures is none.
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "no photos now", e);
    }
  }

  private static String said(Frame frame, String key, Object... args) {
    return frame.texts().text(Language.ID, key, args);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
