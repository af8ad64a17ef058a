package io.tukar.api;

import io.tukar.api.view.CaseView;
import io.tukar.api.view.DraftView;
import io.tukar.api.view.OrderView;
import io.tukar.api.view.PreCheckView;
import io.tukar.api.wire.Asked;
import io.tukar.api.wire.Attempts;
import io.tukar.api.wire.Posted;
import io.tukar.api.wire.ProblemType;
import io.tukar.api.wire.Reply;
import io.tukar.kernel.Contact;
import io.tukar.kernel.Language;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderSearch;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From an order to a case. */
@Controller
@RequestMapping("/api/v1")
class RequestEndpoints {

  private final OrderSearch search;
  private final OrderBook orders;
  private final Drafts drafts;
  private final ExchangeDesk desk;
  private final Attempts attempts;
  private final CaseNumbers numbers;
  private final Clock clock;

  RequestEndpoints(
      OrderSearch search,
      OrderBook orders,
      Drafts drafts,
      ExchangeDesk desk,
      Attempts attempts,
      CaseNumbers numbers,
      Clock clock) {
    this.search = search;
    this.orders = orders;
    this.drafts = drafts;
    this.desk = desk;
    this.attempts = attempts;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Needs(May.LOOK)
  @GetMapping("/orders")
  Reply find(
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String invoice,
      @RequestParam(required = false) @Nullable String serial,
      @RequestParam(required = false) @Nullable String mac,
      @RequestParam(required = false) @Nullable String contact) {
    var known =
        new OrderSearch.Known(
            Queries.value("number", number, OrderNumber::parse),
            Queries.value("invoice", invoice, OrderNumber::parse),
            Queries.value("serial", serial, SerialNumber::parse),
            Queries.value("mac", mac, MacAddress::parse),
            Queries.value("contact", contact, Contact::parse));
    if (known.number() == null
        && known.invoice() == null
        && known.serial() == null
        && known.mac() == null) {
      return Reply.problem(ProblemType.MALFORMED, "value-missing", "number");
    }
    return Reply.ok(new OrderView.Found(search.find(known).stream().map(OrderView::of).toList()));
  }

  @Needs(May.REQUEST)
  @PostMapping("/drafts")
  Reply startDraft(Posted<RequestBodies.StartDraft> post) {
    var at = clock.instant();
    var language = post.body().language();
    return attempts.once(
        post,
        at,
        () ->
            orders
                .find(post.body().order())
                .map(
                    order ->
                        Reply.created(
                            DraftView.of(
                                drafts.start(
                                    order.id(), language == null ? Language.ID : language, at),
                                order.number())))
                .orElseGet(() -> Reply.refused(Refusal.of("no-such-order", "order"))));
  }

  @Needs(May.REQUEST)
  @PostMapping("/pre-checks")
  Reply preCheck(Asked<RequestBodies.Open> asked) {
    var at = clock.instant();
    return Reply.of(
        desk.preCheck(asked.body().written(at), at), check -> Reply.ok(PreCheckView.of(check)));
  }

  @Needs(May.REQUEST)
  @PostMapping("/cases")
  Reply open(Posted<RequestBodies.Open> post) {
    var at = clock.instant();
    return attempts.once(
        post,
        at,
        () ->
            Reply.of(
                desk.open(post.body().written(at), at, post.caller().actor()),
                rma -> {
                  numbers.remember(rma);
                  return Reply.created(CaseView.of(rma));
                }));
  }
}
