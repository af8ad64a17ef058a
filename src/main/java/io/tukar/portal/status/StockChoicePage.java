package io.tukar.portal.status;

import io.tukar.kernel.Refusal;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Goods;
import io.tukar.rma.StockChoice;
import io.tukar.rma.StockChoices;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pilihan: what becomes of an item whose replacement is out of stock (clause P5). */
@Controller
final class StockChoicePage {

  private static final String TEMPLATE = "portal/stock";
  private static final int SEARCH_CHARS_MAX = 80;

  private final CaseHolder cases;
  private final StockChoices choices;
  private final StatusPage status;
  private final ExchangeDesk desk;
  private final Catalogue catalogue;
  private final Clock clock;

  StockChoicePage(
      CaseHolder cases,
      StockChoices choices,
      StatusPage status,
      ExchangeDesk desk,
      Catalogue catalogue,
      Clock clock) {
    this.cases = cases;
    this.choices = choices;
    this.status = status;
    this.desk = desk;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}/pilihan/{line}")
  Reply ask(
      @PathVariable String token,
      @PathVariable int line,
      @RequestParam(name = "q", defaultValue = "") String q) {
    return cases.page(
        token,
        held ->
            model(held, line, q, Form.blank())
                .<Reply>map(model -> Page.of(TEMPLATE, model))
                .orElseGet(() -> new Redirect(held.path())));
  }

  @PostMapping("/kasus/{token}/pilihan/{line}")
  Reply choose(
      @PathVariable String token,
      @PathVariable int line,
      @RequestParam int version,
      @RequestParam Map<String, String> fields,
      Frame frame) {
    return cases.page(
        token,
        held -> {
          var q = fields.getOrDefault("q", "");
          var choice = StockChoice.parse(fields.getOrDefault("choice", ""));
          if (choice.isEmpty()) {
            var form = Form.of(fields).with(Refusal.of("choice-missing", "choice"));
            return model(held, line, q, form)
                .<Reply>map(model -> Page.refused(TEMPLATE, model))
                .orElseGet(() -> new Redirect(held.path()));
          }
          return cases.after(
              held,
              desk.choose(held.seen(version), line, choice.get(), clock.instant(), held.customer()),
              now -> now.line(line).filter(one -> one.goods() == Goods.WAITING).isEmpty(),
              (now, no) ->
                  model(now, line, q, Form.of(fields).with(no.reasons()))
                      .<Reply>map(model -> Page.refused(TEMPLATE, model))
                      .orElseGet(() -> status.refused(now, no, frame)));
        });
  }

  private Optional<StockChoiceView> model(Held held, int line, String q, Form form) {
    var searched = q.substring(0, Math.min(q.length(), SEARCH_CHARS_MAX));
    return choices
        .of(held.rma(), line, searched, clock.instant())
        .map(
            options ->
                new StockChoiceView(
                    name(options),
                    options,
                    path(held, line),
                    held.path(),
                    held.rma().version(),
                    searched,
                    form));
  }

  static String path(Held held, int line) {
    return held.path() + "/pilihan/" + line;
  }

  private String name(StockChoices.Options options) {
    var sku = options.line().wantedSku();
    return Optional.ofNullable(catalogue.products(List.of(sku)).get(sku))
        .map(Product::name)
        .orElse(sku.value());
  }
}
