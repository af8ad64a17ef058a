package io.tukar.desk.goods;

import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Goods;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.Rmas;
import io.tukar.rma.StockChoice;
import io.tukar.rma.StockChoices;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pilihan: an agent chooses for a customer whose replacement is out of stock (clause P5). */
@Controller
public class ChoicePage {

  private static final String TEMPLATE = "desk/goods/choice";
  private static final int SEARCH_CHARS_MAX = 80;

  private final Rmas rmas;
  private final StockChoices choices;
  private final ExchangeDesk desk;
  private final Catalogue catalogue;
  private final Clock clock;

  ChoicePage(Rmas rmas, StockChoices choices, ExchangeDesk desk, Catalogue catalogue, Clock clock) {
    this.rmas = rmas;
    this.choices = choices;
    this.desk = desk;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Where it is found. */
  public static String path(String number, int line) {
    return "/desk/choices/" + number + "/" + line;
  }

  /** Whether the way to it is shown with this line. */
  public static boolean offeredTo(Frame frame, RmaLine line) {
    return May.CHOOSE.allows(Badge.of(frame).role()) && line.goods() == Goods.WAITING;
  }

  @Needs(May.CHOOSE)
  @GetMapping("/desk/choices/{number}/{line}")
  Reply show(
      @PathVariable String number,
      @PathVariable int line,
      @RequestParam(name = "q", defaultValue = "") String q) {
    return model(rma(number), number, line, q, Form.blank())
        .<Reply>map(model -> Page.of(TEMPLATE, model))
        .orElseGet(() -> new Redirect("/desk/cases/" + number));
  }

  /** Books the choice; a line that waits no longer leads back to its case. */
  @Needs(May.CHOOSE)
  @PostMapping("/desk/choices/{number}/{line}")
  Reply choose(
      Frame frame,
      @PathVariable String number,
      @PathVariable int line,
      @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var form = Form.of(fields);
    var q = fields.getOrDefault("q", "");
    var choice = StockChoice.parse(fields.getOrDefault("choice", ""));
    if (choice.isEmpty()) {
      return refused(rma, number, line, q, form.with(Refusal.of("choice-missing", "choice")));
    }
    var ref = CaseRef.latest(rma.id());
    return switch (desk.choose(ref, line, choice.get(), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Rma> done -> new Redirect("/desk/cases/" + number);
      case Answer.Refused<Rma>(var reasons) ->
          refused(rma(number), number, line, q, form.with(reasons));
    };
  }

  private Reply refused(Rma rma, String number, int line, String q, Form form) {
    return model(rma, number, line, q, form)
        .<Reply>map(model -> Page.refused(TEMPLATE, model))
        .orElseGet(() -> new Redirect("/desk/cases/" + number));
  }

  private Optional<ChoiceModel> model(Rma rma, String number, int line, String q, Form form) {
    var searched = q.substring(0, Math.min(q.length(), SEARCH_CHARS_MAX));
    return choices
        .of(rma, line, searched, clock.instant())
        .map(
            options ->
                new ChoiceModel(number, name(options), options, rma.version(), searched, form));
  }

  private String name(StockChoices.Options options) {
    var sku = options.line().wantedSku();
    return Optional.ofNullable(catalogue.products(List.of(sku)).get(sku))
        .map(Product::name)
        .orElse(sku.value());
  }

  private Rma rma(String number) {
    return rmas.idOf(number)
        .flatMap(rmas::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
