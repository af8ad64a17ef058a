package io.tukar.orders;

import io.tukar.kernel.OrderNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop took it, with its lines.
 *
 * @param receivedOn the day of receipt as the courier proved it; null where nobody knows
 * @param courier who brought it, as the shop names its couriers; null where nobody noted it
 * @param forCompany bought for a firm; null where nobody noted it
 */
public record Order(
    long id,
    OrderNumber number,
    @Nullable OrderNumber invoice,
    long customerId,
    Instant orderedAt,
    OrderStatus status,
    @Nullable LocalDate dispatchedOn,
    @Nullable LocalDate receivedOn,
    @Nullable String courier,
    @Nullable Boolean forCompany,
    List<SoldItem> items) {

  public Order {
    items = List.copyOf(items);
  }

  /** The line with this number. */
  public Optional<SoldItem> item(int lineNo) {
    return items.stream().filter(item -> item.lineNo() == lineNo).findFirst();
  }

  Order with(List<SoldItem> lines) {
    return new Order(
        id,
        number,
        invoice,
        customerId,
        orderedAt,
        status,
        dispatchedOn,
        receivedOn,
        courier,
        forCompany,
        lines);
  }
}
