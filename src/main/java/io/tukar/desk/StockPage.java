package io.tukar.desk;

import io.tukar.kernel.Sku;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.stock.StockList;
import io.tukar.stock.WaitingList;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Stok: what is there, what is held, which units passed their test (clause P1). */
@Controller
class StockPage {

  private static final int TYPED_CHARS_MAX = 100;

  private final StockList stock;
  private final Catalogue catalogue;
  private final WaitingList waiting;
  private final Rmas rmas;

  StockPage(StockList stock, Catalogue catalogue, WaitingList waiting, Rmas rmas) {
    this.stock = stock;
    this.catalogue = catalogue;
    this.waiting = waiting;
    this.rmas = rmas;
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
    return Page.of("desk/stock", new StockModel(words, rows, stock.shortages(), next));
  }

  @GetMapping("/desk/stock/{sku}")
  Page product(
      Frame frame,
      @PathVariable String sku,
      @RequestParam(name = "waiting", defaultValue = "1") String page) {
    var product = find(sku);
    return Page.of(
        "desk/product",
        new ProductModel(
            product,
            stock.units(product.sku()),
            stock.elsewhere(product.sku()),
            May.TEST_UNITS.allows(Badge.of(frame).role()),
            queue(product.sku(), page)));
  }

  private ProductModel.Queue queue(Sku sku, String typed) {
    var count = waiting.count(sku);
    var last = Math.max(1, Math.ceilDiv(count, WaitingList.ROWS_MAX));
    var page = Math.clamp(number(typed), 1, last);
    var rows = waiting.of(sku, page);
    var numbers = rmas.numbersOf(rows.stream().map(WaitingList.Row::rmaId).toList());
    return new ProductModel.Queue(
        rows.stream()
            .map(
                row ->
                    new ProductModel.Waiting(
                        row.place(),
                        numbers.getOrDefault(row.rmaId(), ""),
                        row.quantity(),
                        row.priority(),
                        row.since()))
            .toList(),
        page,
        last,
        count);
  }

  private static int number(String typed) {
    return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
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
