package io.tukar.portal.status;

import io.tukar.kernel.Answer;
import io.tukar.messaging.PortalLinks;
import io.tukar.orders.OrderBook;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens cases by their links for the pages. */
@Component
class CaseHolder {

  private final PortalLinks links;
  private final Rmas rmas;
  private final OrderBook orders;

  CaseHolder(PortalLinks links, Rmas rmas, OrderBook orders) {
    this.links = links;
    this.rmas = rmas;
    this.orders = orders;
  }

  Optional<Held> open(String token) {
    return links.caseOf(token).flatMap(this::open);
  }

  private Optional<Held> open(long id) {
    return rmas.find(id)
        .flatMap(
            rma ->
                orders.find(rma.orderId()).map(order -> new Held(links.casePath(id), rma, order)));
  }

  /** The page for who holds the link; nobody else learns whether there is such a case. */
  Reply page(String token, Function<Held, Reply> page) {
    return open(token).map(page).orElseGet(() -> Page.error(HttpStatus.NOT_FOUND));
  }

  /**
   * Where a verb leads: to the case, also where the same was asked before and is done; else to the
   * page that says why not.
   *
   * @param already whether the case is as the verb would make it
   */
  Reply after(
      Held held,
      Answer<Rma> answer,
      Predicate<Rma> already,
      BiFunction<Held, Answer.Refused<Rma>, Reply> refused) {
    return switch (answer) {
      case Answer.Done<Rma> done -> new Redirect(held.path());
      case Answer.Refused<Rma> no -> {
        var now = open(held.rma().id()).orElse(held);
        yield already.test(now.rma()) ? new Redirect(held.path()) : refused.apply(now, no);
      }
    };
  }
}
