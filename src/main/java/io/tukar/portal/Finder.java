package io.tukar.portal;

import io.tukar.kernel.Contact;
import io.tukar.kernel.Refusal;
import io.tukar.orders.OrderBook;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.throttle.Throttle;
import io.tukar.throttle.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds what a customer has at hand. A wrong number and a wrong contact get the same answer, and
 * the next try waits longer.
 */
@Component
class Finder {

  private static final int TYPED_CHARS_MAX = 200;
  private static final String PURPOSE = "find";

  private final OrderBook orders;
  private final Rmas rmas;
  private final Throttle throttle;

  Finder(OrderBook orders, Rmas rmas, Throttle throttle) {
    this.orders = orders;
    this.rmas = rmas;
    this.throttle = throttle;
  }

  /** What came of a search. */
  sealed interface Found {

    record AnOrder(long orderId) implements Found {}

    record ACase(long rmaId) implements Found {}

    record Nothing(List<Refusal> reasons) implements Found {}

    /** Refused unread, whatever was typed. */
    record TooSoon(Duration left) implements Found {}
  }

  Found find(String typed, String contactTyped, String address, Instant at) {
    var refusals = new ArrayList<Refusal>();
    if (typed.isBlank() || typed.length() > TYPED_CHARS_MAX) {
      refusals.add(Refusal.of("number-missing", "number"));
    }
    var contact =
        contactTyped.length() > TYPED_CHARS_MAX
            ? Optional.<Contact>empty()
            : Contact.parse(contactTyped);
    if (contact.isEmpty()) {
      refusals.add(Refusal.of("contact-unreadable", "contact"));
    }
    if (!refusals.isEmpty()) {
      return new Found.Nothing(refusals);
    }
    var number = Tried.of(PURPOSE, typed.toUpperCase(Locale.ROOT).replaceAll("\\s+", ""));
    var from = Tried.from(PURPOSE, address);
    var wait = throttle.wait(at, number, from);
    if (wait.isPresent()) {
      return new Found.TooSoon(wait.get());
    }
    var found = look(typed, contact.orElseThrow());
    if (found.isEmpty()) {
      throttle.failed(at, number, from);
      return new Found.Nothing(List.of(Refusal.of("not-found", "number")));
    }
    throttle.passed(number);
    return found.get();
  }

  private Optional<Found> look(String typed, Contact contact) {
    var rma = rmas.idOf(typed).flatMap(rmas::find);
    if (rma.isPresent()) {
      return of(rma.get(), contact);
    }
    return orders.find(typed, contact).map(order -> new Found.AnOrder(order.id()));
  }

  private Optional<Found> of(Rma rma, Contact contact) {
    return orders
        .find(rma.orderId())
        .flatMap(order -> orders.find(order.number().value(), contact))
        .filter(order -> order.id() == rma.orderId())
        .map(order -> new Found.ACase(rma.id()));
  }
}
