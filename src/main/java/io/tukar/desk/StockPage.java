package io.tukar.desk;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.stock.Shelf;
import io.tukar.stock.StockList;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Stok: what is there, what is held, which units passed their test (clause P1). */
@Controller
class StockPage {

  private static final String PRODUCT = "desk/product";
  private static final int TYPED_CHARS_MAX = 100;

  private final StockList stock;
  private final Catalogue catalogue;
  private final Shelf shelf;
  private final Clock clock;

  StockPage(StockList stock, Catalogue catalogue, Shelf shelf, Clock clock) {
    this.stock = stock;
    this.catalogue = catalogue;
    this.shelf = shelf;
    this.clock = clock;
  }

  @GetMapping("/desk/stock")
  Page list(
      Frame frame,
      @RequestParam(name = "q", defaultValue = "") String typed,
      @RequestParam(name = "after", defaultValue = "") String after) {
    Badge.of(frame);
    var words = typed.substring(0, Math.min(typed.length(), TYPED_CHARS_MAX));
    var rows = stock.page(words, after);
    var next =
        rows.size() < StockList.ROWS_MAX
            ? ""
            : "/desk/stock?q=" + encoded(words) + "&after=" + encoded(rows.getLast().sku());
    return Page.of("desk/stock", new StockModel(words, rows, next));
  }

  @GetMapping("/desk/stock/{sku}")
  Page product(
      Frame frame,
      @PathVariable String sku,
      @RequestParam(name = "passed", defaultValue = "") String passed) {
    return Page.of(PRODUCT, model(frame, find(sku), Form.blank(), passed));
  }

  /** Records that a unit passed its test. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/stock/{sku}/passed")
  Reply passed(Frame frame, @PathVariable String sku, @RequestParam Map<String, String> fields) {
    var product = find(sku);
    var typed = new Typed(fields);
    var serial = SerialNumber.parse(typed.text("serial"));
    var mac = MacAddress.parse(typed.text("mac"));
    if (serial.isEmpty()) {
      typed.refuse("value-unreadable", "serial");
    }
    if (mac.isEmpty() && !typed.text("mac").isEmpty()) {
      typed.refuse("value-unreadable", "mac");
    }
    if (serial.isPresent() && typed.refusals().isEmpty()) {
      if (shelf.passQc(
          product.sku(), serial.get(), mac.orElse(null), clock.instant(), Badge.actor(frame))) {
        return new Redirect(
            "/desk/stock/" + encoded(sku) + "?passed=" + encoded(serial.get().value()));
      }
      typed.refuse("unit-not-on-shelf", "serial", serial.get());
    }
    return Page.refused(PRODUCT, model(frame, product, Form.of(fields).with(typed.refusals()), ""));
  }

  private ProductModel model(Frame frame, Product product, Form form, String passed) {
    return new ProductModel(
        product,
        stock.units(product.sku()),
        May.TEST_UNITS.allows(Badge.of(frame).role()),
        form,
        SerialNumber.parse(passed).map(SerialNumber::value).orElse(""));
  }

  private Product find(String sku) {
    return Sku.parse(sku)
        .flatMap(code -> catalogue.products(List.of(code)).values().stream().findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
