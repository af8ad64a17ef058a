package io.tukar.desk.vendor;

import io.tukar.csv.Harmless;
import io.tukar.kernel.SerialNumber;
import io.tukar.paper.Sheet;
import io.tukar.paper.Sheet.Size;
import io.tukar.shipping.Address;
import io.tukar.shipping.Addresses;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorItem;
import io.tukar.stock.vendor.VendorList;
import io.tukar.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
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

/** A vendor's batch as a file for a table program, and as the list that is packed with it. */
@Controller
class VendorFiles {

  /** A file or list shows no more pages of rows: a number may have been answered in many parts. */
  private static final int PAGES_MAX = 20;

  /** Of a fault no more is printed: the whole list must fit its sheet. */
  private static final int FAULT_PRINTED_MAX = 100;

  /** What a scanner reads as Code 128, and what fits the sheet. */
  private static final Pattern SCANNABLE = Pattern.compile("[ -~]{1,30}");

  private final VendorList list;
  private final Addresses addresses;

  VendorFiles(VendorList list, Addresses addresses) {
    this.list = list;
    this.addresses = addresses;
  }

  /** What is in the batch, a row each. */
  @GetMapping(VendorsPage.PATH + "/{id}/units.csv")
  void csv(@PathVariable long id, HttpServletResponse response) throws IOException {
    find(id);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vendor-%d.csv\"".formatted(id));
    try (var csv = new CSVPrinter(response.getWriter(), CSVFormat.RFC4180)) {
      csv.printRecord(
          "serial",
          "sku",
          "product",
          "quantity",
          "fault",
          "outcome",
          "refused_to",
          "replacement",
          "amount",
          "paper",
          "answered_at");
      for (int page = 1; page <= PAGES_MAX; page++) {
        var items = list.items(id, page);
        for (var item : items) {
          csv.printRecord(cells(item));
        }
        if (items.size() < VendorList.ROWS_MAX) {
          break;
        }
      }
    }
  }

  private static List<String> cells(VendorItem item) {
    var given = item.answer();
    var amount = given == null ? null : given.amount();
    return List.of(
        text(item.serial()),
        text(item.sku()),
        text(item.product()),
        text(item.quantity()),
        text(item.fault()),
        given == null ? "" : given.outcome().name(),
        given == null ? "" : text(given.refusedTo()),
        given == null ? "" : text(given.replacement()),
        amount == null ? "" : text(amount.minor()),
        given == null ? "" : text(given.paper()),
        given == null ? "" : given.at().toString());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : Harmless.cell(value.toString());
  }

  /** The list that is packed with the goods. */
  @GetMapping(VendorsPage.PATH + "/{id}/packing.pdf")
  ResponseEntity<byte[]> packing(Frame frame, @PathVariable long id) {
    var batch = find(id);
    var title = frame.text("vendor.paper.title", batch.vendor());
    try (var sheet = Sheet.a4(title, frame.language().code())) {
      sheet.bold(Size.TITLE, title);
      addresses.ofShop().ifPresent(shop -> from(sheet, frame, shop));
      sheet.rule();
      head(sheet, frame, batch);
      sheet.rule();
      eachItem(batch, item -> row(sheet, frame, item));
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .cacheControl(CacheControl.noStore())
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.inline().filename("vendor-" + id + ".pdf").build().toString())
          .body(sheet.pdf());
    }
  }

  private static void from(Sheet sheet, Frame frame, Address shop) {
    sheet.text(Size.BODY, frame.text("vendor.paper.from", shop.name()));
    shop.street().ifPresent(street -> sheet.text(Size.BODY, street));
    if (!shop.town().isEmpty()) {
      sheet.text(Size.BODY, shop.town());
    }
    shop.phone().ifPresent(phone -> sheet.text(Size.BODY, phone));
  }

  private static void head(Sheet sheet, Frame frame, VendorBatch batch) {
    var sending = batch.sending();
    if (sending == null) {
      sheet.text(Size.BODY, frame.text("vendor.paper.draft"));
    } else {
      var reference = sending.reference();
      sheet.bold(Size.LARGE, frame.text("vendor.reference") + ": " + reference);
      if (SCANNABLE.matcher(reference).matches()) {
        sheet.codes(reference);
      }
      var waybill = sending.waybill();
      if (waybill != null) {
        sheet.text(Size.BODY, frame.text("vendor.waybill") + ": " + waybill);
      }
      sheet.text(
          Size.BODY, frame.text("vendor.sent") + ": " + frame.formats().dateTime(sending.at()));
    }
    sheet.text(Size.BODY, frame.text("vendor.paper.goods", batch.goods()));
  }

  private void eachItem(VendorBatch batch, Consumer<VendorItem> row) {
    for (int page = 1; page <= PAGES_MAX; page++) {
      var items = list.items(batch.id(), page);
      items.forEach(row);
      if (items.size() < VendorList.ROWS_MAX) {
        return;
      }
    }
  }

  private static void row(Sheet sheet, Frame frame, VendorItem item) {
    SerialNumber serial = item.serial();
    var named = serial == null ? "" : "  ·  SN " + serial;
    sheet.text(Size.BODY, item.quantity() + " × " + item.product() + named);
    var fault = item.fault();
    if (fault != null) {
      var shown =
          fault.length() > FAULT_PRINTED_MAX ? fault.substring(0, FAULT_PRINTED_MAX) + "…" : fault;
      sheet.text(Size.SMALL, frame.text("vendor.fault") + ": " + shown.replaceAll("\\s+", " "));
    }
  }

  private VendorBatch find(long id) {
    return list.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
