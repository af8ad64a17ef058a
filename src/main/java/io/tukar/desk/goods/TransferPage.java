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
import io.tukar.stock.Place;
import io.tukar.stock.Product;
import io.tukar.stock.StockBook;
import io.tukar.stock.Transfer;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Pindahkan barang: goods are carried from one place in the shop to another. */
@Controller
class TransferPage {

  private static final String PAGE = "desk/goods/transfer";
  private static final List<Place> FROM =
      Arrays.stream(Place.values()).filter(Place::counted).toList();
  private static final List<Place> TO = FROM.stream().filter(place -> place != Place.LOST).toList();

  private final StockBook book;
  private final Catalogue catalogue;
  private final Clock clock;

  TransferPage(StockBook book, Catalogue catalogue, Clock clock) {
    this.book = book;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Needs(May.KEEP_STOCK)
  @GetMapping("/desk/stock/{sku}/transfer")
  Page blank(
      Frame frame,
      @PathVariable String sku,
      @RequestParam(name = "carried", defaultValue = "") String carried) {
    return Page.of(
        PAGE,
        new TransferModel(
            find(sku), FROM, TO, Form.blank(), UUID.randomUUID(), carried.equals("true")));
  }

  @Needs(May.KEEP_STOCK)
  @PostMapping("/desk/stock/{sku}/transfer")
  Reply carry(Frame frame, @PathVariable String sku, @RequestParam Map<String, String> fields) {
    var product = find(sku);
    var form = Form.of(fields);
    var key = FormKey.read(form.value("key"));
    var refusals = new ArrayList<Refusal>();
    var serials =
        product.serialised()
            ? Scanned.serials(form.value("serials"), "serials", refusals)
            : List.<SerialNumber>of();
    var typed = form.value("quantity").strip();
    // Whoever scanned every unit need not count them again.
    var quantity =
        typed.isEmpty() && !serials.isEmpty() ? Optional.of(serials.size()) : CellText.count(typed);
    if (quantity.isEmpty()) {
      refusals.add(Refusal.of(typed.isEmpty() ? "value-missing" : "value-unreadable", "quantity"));
    }
    var from = place(FROM, form, "from", refusals);
    var to = place(TO, form, "to", refusals);
    if (!refusals.isEmpty()) {
      return refused(product, form.with(refusals), key);
    }
    var transfer =
        new Transfer(
            product.sku(),
            serials,
            quantity.orElseThrow(),
            from.orElseThrow(),
            to.orElseThrow(),
            form.value("reason"));
    return switch (book.transfer(transfer, key, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Long>(var paper) ->
          new Redirect("/desk/stock/" + product.sku() + "/transfer?carried=true");
      case Answer.Refused<Long>(var reasons) -> refused(product, form.with(reasons), key);
    };
  }

  private static Optional<Place> place(
      List<Place> places, Form form, String field, List<Refusal> refusals) {
    var place = places.stream().filter(one -> one.name().equals(form.value(field))).findFirst();
    if (place.isEmpty()) {
      refusals.add(Refusal.of("choice-missing", field));
    }
    return place;
  }

  private static Reply refused(Product product, Form form, UUID key) {
    return Page.refused(PAGE, new TransferModel(product, FROM, TO, form, key, false));
  }

  private Product find(String sku) {
    return Sku.parse(sku)
        .flatMap(code -> catalogue.products(List.of(code)).values().stream().findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
