package io.tukar.portal;

import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.RequestNumber;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.web.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * An order as its buyer sees it.
 *
 * @param startTo where starting a request is posted; empty where nothing is left to exchange
 * @param draft the request that is being written
 */
public record OrderView(
    OrderNumber number,
    Instant orderedAt,
    List<Item> items,
    List<Case> cases,
    Optional<OpenRequestLink> draft,
    String startTo) {

  /**
   * A line of the order.
   *
   * @param claimedBy the requests that have units of it
   */
  public record Item(String name, int quantity, int remaining, List<RequestNumber> claimedBy) {}

  /** A case of the order. */
  public record Case(String number, String href, Turn turn, String status) {}

  /** A request that waits to be finished. */
  public record OpenRequestLink(String href, Instant startedAt) {}

  static Item item(SoldItem item, List<Rma> cases) {
    return new Item(
        item.name(),
        item.quantity(),
        item.remaining(),
        cases.stream()
            .filter(rma -> rma.lines().stream().anyMatch(line -> claims(line, item)))
            .map(Rma::requestNumber)
            .toList());
  }

  static List<Case> cases(List<Rma> cases, LongFunction<String> path) {
    return cases.stream()
        .map(
            rma ->
                new Case(
                    rma.rmaNumber() == null ? rma.requestNumber().value() : rma.rmaNumber().value(),
                    path.apply(rma.id()),
                    Turns.of(rma.turn()),
                    Turns.statusKey(rma)))
        .toList();
  }

  static boolean anythingLeft(Order order) {
    return order.items().stream().anyMatch(item -> item.remaining() > 0);
  }

  private static boolean claims(RmaLine line, SoldItem item) {
    return line.soldItemId() == item.id() && line.state().claims();
  }
}
