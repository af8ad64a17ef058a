package io.tukar.desk.inspect;

import io.tukar.desk.Badge;
import io.tukar.desk.Typed;
import io.tukar.inspection.Contents;
import io.tukar.inspection.Part;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Kelengkapan: what belongs in a product's box, which inspection ticks off. */
@Controller
class ContentsPage {

  private static final String TEMPLATE = "desk/inspect/contents";

  private final Contents contents;
  private final Catalogue catalogue;

  ContentsPage(Contents contents, Catalogue catalogue) {
    this.contents = contents;
    this.catalogue = catalogue;
  }

  @Needs(May.KEEP_STOCK)
  @GetMapping("/desk/stock/{sku}/contents")
  Page show(
      Frame frame,
      @PathVariable String sku,
      @RequestParam(name = "kept", defaultValue = "false") boolean kept) {
    var product = find(sku);
    var typed = Map.of("parts", PartRows.write(contents.of(product.sku())));
    return Page.of(TEMPLATE, model(frame, product, Form.of(typed), kept));
  }

  /** Replaces the list; sent twice it is the same list. */
  @Needs(May.KEEP_STOCK)
  @PostMapping("/desk/stock/{sku}/contents")
  Reply write(Frame frame, @PathVariable String sku, @RequestParam Map<String, String> fields) {
    var product = find(sku);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var parts = PartRows.read(form.value("parts"), refusals);
    if (!refusals.isEmpty()) {
      return Page.refused(TEMPLATE, model(frame, product, form.with(refusals), false));
    }
    return switch (contents.write(product.sku(), parts)) {
      case Answer.Done<List<Part>> done ->
          new Redirect("/desk/stock/" + product.sku().value() + "/contents?kept=true");
      case Answer.Refused<List<Part>>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, product, form.with(reasons), false));
    };
  }

  /** Says what a part may be worth that need not come back; of all products. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/stock/{sku}/contents/limit")
  Reply limit(Frame frame, @PathVariable String sku, @RequestParam Map<String, String> fields) {
    var product = find(sku);
    var kept = PartRows.write(contents.of(product.sku()));
    var form = Form.of(Map.of("limit", fields.getOrDefault("limit", ""), "parts", kept));
    var typed = new Typed(fields);
    var limit = typed.amount("limit");
    if (!typed.refusals().isEmpty()) {
      return Page.refused(TEMPLATE, model(frame, product, form.with(typed.refusals()), false));
    }
    return switch (contents.limitReturns(limit)) {
      case Answer.Done<Money> done ->
          new Redirect("/desk/stock/" + product.sku().value() + "/contents?kept=true");
      case Answer.Refused<Money>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, product, form.with(reasons), false));
    };
  }

  private ContentsModel model(Frame frame, Product product, Form form, boolean kept) {
    return new ContentsModel(
        product,
        form,
        kept,
        contents.returnLimit(),
        May.CHANGE_SETTINGS.allows(Badge.of(frame).role()));
  }

  private Product find(String sku) {
    return Sku.parse(sku)
        .flatMap(code -> catalogue.products(List.of(code)).values().stream().findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
