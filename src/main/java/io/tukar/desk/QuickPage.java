package io.tukar.desk;

import io.tukar.kernel.Answer;
import io.tukar.kernel.OrderNumber;
import io.tukar.orders.Customers;
import io.tukar.orders.FoundOrder;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderList;
import io.tukar.orders.SoldItem;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.PreCheck;
import io.tukar.rma.Rma;
import io.tukar.rma.Worklist;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Kasus cepat: staff type for a caller, or from an e-mail. Photos may come later. */
@Controller
class QuickPage {

  private static final String TEMPLATE = "desk/quick";
  private static final int TYPED_CHARS_MAX = 100;

  private final OrderBook orders;
  private final OrderList search;
  private final Customers customers;
  private final Catalogue catalogue;
  private final Worklist worklist;
  private final ExchangeDesk desk;
  private final Clock clock;

  QuickPage(
      OrderBook orders,
      OrderList search,
      Customers customers,
      Catalogue catalogue,
      Worklist worklist,
      ExchangeDesk desk,
      Clock clock) {
    this.orders = orders;
    this.search = search;
    this.customers = customers;
    this.catalogue = catalogue;
    this.worklist = worklist;
    this.desk = desk;
    this.clock = clock;
  }

  /** The only order that answers the search is taken at once. */
  @Needs(May.REQUEST)
  @GetMapping("/desk/new")
  Page find(
      Frame frame,
      @RequestParam(name = "order", defaultValue = "") String number,
      @RequestParam(name = "q", defaultValue = "") String typed) {
    Badge.of(frame);
    var order = OrderNumber.parse(number).flatMap(orders::find);
    if (order.isPresent()) {
      return Page.of(TEMPLATE, filled(order.get()));
    }
    var words = typed.strip();
    words = words.substring(0, Math.min(words.length(), TYPED_CHARS_MAX));
    var found = words.isEmpty() ? List.<FoundOrder>of() : search.search(words);
    if (found.size() == 1) {
      return Page.of(
          TEMPLATE, filled(orders.find(new OrderNumber(found.getFirst().number())).orElseThrow()));
    }
    return Page.of(
        TEMPLATE,
        new QuickModel(
            words,
            found,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Form.blank(),
            Optional.empty(),
            List.of(),
            clock.instant()));
  }

  private QuickModel filled(Order order) {
    return model(
        order, Form.of(QuickForm.blank(order, clock.instant())), Optional.empty(), List.of());
  }

  @Needs(May.REQUEST)
  @PostMapping("/desk/new")
  Reply save(Frame frame, @RequestParam Map<String, String> fields) {
    var order =
        OrderNumber.parse(fields.getOrDefault("order", ""))
            .flatMap(orders::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var typed = new Typed(fields);
    var now = clock.instant();
    var request = QuickForm.read(order, typed, now);
    var form = Form.of(fields);
    if (!typed.refusals().isEmpty()) {
      return refused(
          fields, model(order, form.with(typed.refusals()), Optional.empty(), List.of()));
    }
    if (fields.containsKey("preview")) {
      return switch (desk.preCheck(request, now)) {
        case Answer.Done<PreCheck>(var check) ->
            Page.of(
                TEMPLATE,
                model(
                    order,
                    form,
                    Optional.of(check),
                    check.lines().stream()
                        .map(line -> new CaseWords(frame).proof(line.decision()))
                        .toList()));
        case Answer.Refused<PreCheck>(var reasons) ->
            refused(
                fields,
                model(
                    order,
                    form.with(QuickForm.onForm(request, reasons)),
                    Optional.empty(),
                    List.of()));
      };
    }
    return switch (desk.open(request, now, Badge.actor(frame))) {
      case Answer.Done<Rma>(var rma) -> new Redirect("/desk/cases/" + CaseView.numberOf(rma));
      case Answer.Refused<Rma>(var reasons) ->
          refused(
              fields,
              model(
                  order,
                  form.with(QuickForm.onForm(request, reasons)),
                  Optional.empty(),
                  List.of()));
    };
  }

  /** A pre-check asked for in passing is answered with 200, so that the page can take it in. */
  private static Page refused(Map<String, String> fields, QuickModel model) {
    return fields.containsKey("preview") ? Page.of(TEMPLATE, model) : Page.refused(TEMPLATE, model);
  }

  private QuickModel model(
      Order order, Form form, Optional<PreCheck> check, List<List<io.tukar.web.ProofLine>> proofs) {
    return new QuickModel(
        order.number().value(),
        List.of(),
        Optional.of(order),
        customers.find(order.customerId()),
        worklist.ofOrder(order.id()),
        products(order),
        form,
        check,
        proofs,
        clock.instant());
  }

  /** What is of the same kind as each line's product: offered in its place. */
  private Map<Integer, List<Product>> products(Order order) {
    var offered = new HashMap<Integer, List<Product>>();
    for (SoldItem item : order.items()) {
      offered.put(item.lineNo(), catalogue.search(item.name().split("\\s", 2)[0]));
    }
    return offered;
  }
}
