package io.tukar.portal;

import io.tukar.messaging.PortalLinks;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderStatus;
import io.tukar.portal.draft.DraftDesk;
import io.tukar.rma.Draft;
import io.tukar.rma.Drafts;
import io.tukar.rma.Rmas;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An order that was found, or opened by its link: its cases, and the start of a request. */
@Controller
final class OrderPage {

  private final OrderBook orders;
  private final Rmas rmas;
  private final Drafts drafts;
  private final DraftDesk desk;
  private final PortalLinks links;
  private final Clock clock;

  OrderPage(
      OrderBook orders, Rmas rmas, Drafts drafts, DraftDesk desk, PortalLinks links, Clock clock) {
    this.orders = orders;
    this.rmas = rmas;
    this.drafts = drafts;
    this.desk = desk;
    this.links = links;
    this.clock = clock;
  }

  @GetMapping("/pesanan/{token}")
  Reply show(@PathVariable String token) {
    return order(token)
        .<Reply>map(order -> Page.of("portal/order", view(order)))
        .orElseGet(() -> Page.error(HttpStatus.NOT_FOUND));
  }

  /** Starting counts as first contact (clause P9). Repeated, it gives the request begun before. */
  @PostMapping("/pesanan/{token}/mulai")
  Reply begin(@PathVariable String token, Frame frame) {
    var order = order(token);
    if (order.isEmpty()) {
      return Page.error(HttpStatus.NOT_FOUND);
    }
    return new Redirect("/pengajuan/" + desk.begin(order.get(), frame.language()).id());
  }

  private Optional<Order> order(String token) {
    return links.orderOf(token).flatMap(orders::find);
  }

  private Optional<Draft> open(Order order, Instant at) {
    return drafts.openOf(order.id(), at);
  }

  private OrderView view(Order order) {
    var cases = rmas.ofOrder(order.id());
    var canStart = OrderView.anythingLeft(order) && order.status() != OrderStatus.CANCELLED;
    return new OrderView(
        order.number(),
        order.orderedAt(),
        order.items().stream().map(item -> OrderView.item(item, cases)).toList(),
        OrderView.cases(cases, links::casePath),
        open(order, clock.instant())
            .map(
                draft ->
                    new OrderView.OpenRequestLink("/pengajuan/" + draft.id(), draft.startedAt())),
        canStart ? links.orderPath(order.id()) + "/mulai" : "");
  }
}
