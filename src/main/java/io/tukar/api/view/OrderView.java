package io.tukar.api.view;

import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Sku;
import io.tukar.orders.Order;
import io.tukar.orders.OrderStatus;
import io.tukar.orders.SoldItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with what can still be asked for. */
public record OrderView(
    long id,
    OrderNumber number,
    @Nullable OrderNumber invoice,
    Instant orderedAt,
    OrderStatus status,
    @Nullable LocalDate dispatchedOn,
    @Nullable LocalDate receivedOn,
    List<Line> lines) {

  /**
   * One of its lines.
   *
   * @param remaining units that are in no case
   */
  public record Line(int line, Sku sku, String name, int quantity, Money unitPaid, int remaining) {

    static Line of(SoldItem item) {
      return new Line(
          item.lineNo(),
          item.sku(),
          item.name(),
          item.quantity(),
          item.unitPaid(),
          item.remaining());
    }
  }

  public static OrderView of(Order order) {
    return new OrderView(
        order.id(),
        order.number(),
        order.invoice(),
        order.orderedAt(),
        order.status(),
        order.dispatchedOn(),
        order.receivedOn(),
        order.items().stream().map(Line::of).toList());
  }

  /** The orders that were found. */
  public record Found(List<OrderView> orders) {}
}
