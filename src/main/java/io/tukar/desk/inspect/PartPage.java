package io.tukar.desk.inspect;

import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Goods;
import io.tukar.rma.LineState;
import io.tukar.rma.PartExchange;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Rmas;
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

/** Kirim bagiannya saja: a missing or dead part is sent alone. */
@Controller
public class PartPage {

  private static final String TEMPLATE = "desk/inspect/part";

  private final Rmas rmas;
  private final PartExchange parts;
  private final ExchangeDesk desk;
  private final Catalogue catalogue;
  private final Clock clock;

  PartPage(Rmas rmas, PartExchange parts, ExchangeDesk desk, Catalogue catalogue, Clock clock) {
    this.rmas = rmas;
    this.parts = parts;
    this.desk = desk;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Where it is found. */
  public static String path(String number, int line) {
    return "/desk/parts/" + number + "/" + line;
  }

  /** Whether the way to it is shown with this line. */
  public static boolean offeredTo(Frame frame, Rma rma, RmaLine line) {
    return May.AUTHORIZE.allows(Badge.of(frame).role())
        && rma.status() == RmaStatus.AUTHORIZED
        && !rma.parcelSent()
        && line.state() == LineState.AUTHORIZED
        && line.goods() != Goods.SHIPPED
        && line.partOf() == null;
  }

  @Needs(May.AUTHORIZE)
  @GetMapping("/desk/parts/{number}/{line}")
  Page show(@PathVariable String number, @PathVariable int line) {
    var rma = rma(number);
    return Page.of(TEMPLATE, model(rma, line(rma, line), Form.blank()));
  }

  /** Agrees on the part; sent twice it is agreed once. */
  @Needs(May.AUTHORIZE)
  @PostMapping("/desk/parts/{number}/{line}")
  Reply agree(
      Frame frame,
      @PathVariable String number,
      @PathVariable int line,
      @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var about = line(rma, line);
    var form = Form.of(fields);
    var part = Sku.parse(form.value("part"));
    if (part.isEmpty()) {
      return refused(rma, about, form, List.of(Refusal.of("choice-missing", "part")));
    }
    if (part.equals(Optional.of(about.sku())) && about.partOf() != null) {
      return new Redirect("/desk/cases/" + number);
    }
    var answer =
        desk.exchangePart(
            CaseRef.latest(rma.id()), line, part.get(), clock.instant(), Badge.actor(frame));
    return switch (answer) {
      case Answer.Done<Rma> done -> new Redirect("/desk/cases/" + number);
      case Answer.Refused<Rma>(var reasons) -> refused(rma, about, form, reasons);
    };
  }

  private Page refused(Rma rma, RmaLine line, Form form, List<Refusal> reasons) {
    return Page.refused(TEMPLATE, model(rma, line, form.with(reasons)));
  }

  private PartModel model(Rma rma, RmaLine line, Form form) {
    var item =
        Optional.ofNullable(catalogue.products(List.of(line.sku())).get(line.sku()))
            .map(Product::name)
            .orElse(line.sku().value());
    return new PartModel(InspectPage.number(rma), line, item, parts.choices(rma, line), form);
  }

  private Rma rma(String number) {
    return rmas.idOf(number).flatMap(rmas::find).orElseThrow(PartPage::unknown);
  }

  private static RmaLine line(Rma rma, int line) {
    return rma.line(line).orElseThrow(PartPage::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
