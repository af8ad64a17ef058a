package io.tukar.desk.goods;

import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.stock.Substitute;
import io.tukar.stock.Substitutes;
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

/** Pengganti: what may stand in for a product that is out of stock (clause P5). */
@Controller
class SubstitutesPage {

  private static final String TEMPLATE = "desk/goods/substitutes";

  private final Substitutes substitutes;
  private final Catalogue catalogue;

  SubstitutesPage(Substitutes substitutes, Catalogue catalogue) {
    this.substitutes = substitutes;
    this.catalogue = catalogue;
  }

  @Needs(May.LOOK)
  @GetMapping("/desk/stock/{sku}/substitutes")
  Page show(
      Frame frame,
      @PathVariable String sku,
      @RequestParam(name = "kept", defaultValue = "false") boolean kept) {
    var product = find(sku);
    var rows = SubstituteRows.write(substitutes.of(product.sku()));
    return Page.of(TEMPLATE, model(frame, product, Form.of(Map.of("substitutes", rows)), kept));
  }

  /** Replaces the list; sent twice it is the same list. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/stock/{sku}/substitutes")
  Reply write(Frame frame, @PathVariable String sku, @RequestParam Map<String, String> fields) {
    var product = find(sku);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var read = SubstituteRows.read(form.value("substitutes"), refusals);
    if (!refusals.isEmpty()) {
      return Page.refused(TEMPLATE, model(frame, product, form.with(refusals), false));
    }
    return switch (substitutes.write(product.sku(), read)) {
      case Answer.Done<List<Substitute>> done ->
          new Redirect("/desk/stock/" + product.sku().value() + "/substitutes?kept=true");
      case Answer.Refused<List<Substitute>>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, product, form.with(reasons), false));
    };
  }

  private static SubstitutesModel model(Frame frame, Product product, Form form, boolean kept) {
    return new SubstitutesModel(
        product, form, kept, May.CHANGE_SETTINGS.allows(Badge.of(frame).role()));
  }

  private Product find(String sku) {
    return Sku.parse(sku)
        .flatMap(code -> catalogue.products(List.of(code)).values().stream().findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
