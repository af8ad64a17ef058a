package io.tukar.desk.goods;

import io.tukar.csv.CellText;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Count;
import io.tukar.stock.Place;
import io.tukar.stock.Product;
import io.tukar.stock.StockBook;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Hitung stok: what somebody found on the shelf; the books follow. */
@Controller
class CountPage {

  private static final String PAGE = "desk/goods/count";

  private final StockBook book;
  private final Catalogue catalogue;
  private final Clock clock;

  CountPage(StockBook book, Catalogue catalogue, Clock clock) {
    this.book = book;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Needs(May.KEEP_STOCK)
  @GetMapping("/desk/stock/{sku}/count")
  Page blank(
      Frame frame,
      @PathVariable String sku,
      @RequestParam(name = "counted", defaultValue = "") String counted) {
    return Page.of(
        PAGE, new CountModel(find(sku), Form.blank(), UUID.randomUUID(), counted.equals("true")));
  }

  @Needs(May.KEEP_STOCK)
  @PostMapping("/desk/stock/{sku}/count")
  Reply count(Frame frame, @PathVariable String sku, @RequestParam Map<String, String> fields) {
    var product = find(sku);
    var form = Form.of(fields);
    var key = FormKey.read(form.value("key"));
    var refusals = new ArrayList<Refusal>();
    var seen =
        product.serialised()
            ? Scanned.serials(form.value("serials"), "serials", refusals)
            : List.<SerialNumber>of();
    var typed = form.value("counted").strip();
    var counted =
        typed.isEmpty() && !seen.isEmpty() ? Optional.of(seen.size()) : CellText.count(typed);
    if (counted.isEmpty()) {
      refusals.add(Refusal.of(typed.isEmpty() ? "value-missing" : "value-unreadable", "counted"));
    }
    if (!refusals.isEmpty()) {
      return Page.refused(PAGE, new CountModel(product, form.with(refusals), key, false));
    }
    var count =
        new Count(product.sku(), Place.SHELF, counted.orElseThrow(), seen, form.value("reason"));
    return switch (book.count(count, key, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Long>(var paper) ->
          new Redirect("/desk/stock/" + product.sku() + "/count?counted=true");
      case Answer.Refused<Long>(var reasons) ->
          Page.refused(PAGE, new CountModel(product, form.with(reasons), key, false));
    };
  }

  private Product find(String sku) {
    return Sku.parse(sku)
        .flatMap(code -> catalogue.products(List.of(code)).values().stream().findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
