package io.tukar.orders;

import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Sku;
import io.tukar.orders.ImportedOrder.Asked;
import io.tukar.orders.ImportedOrder.Reach;
import io.tukar.orders.ImportedOrder.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shop already knows of an order that a file tells again. */
record StoredOrder(
    long id,
    @Nullable OrderNumber invoice,
    Reach reach,
    Instant orderedAt,
    OrderStatus status,
    @Nullable LocalDate dispatchedOn,
    @Nullable LocalDate receivedOn,
    Asked asked,
    List<Line> lines) {

  StoredOrder {
    lines = List.copyOf(lines);
  }

  /** True where any line is in a case: then what the case was decided on must stand. */
  boolean inCase() {
    return lines.stream().anyMatch(Line::inCase);
  }

  /**
   * One line.
   *
   * @param sent units that were scanned when they left the shop
   * @param inCase a case, open or ended, speaks of it
   */
  record Line(
      long id,
      int lineNo,
      Sku sku,
      String name,
      int quantity,
      Money unitPaid,
      int claimed,
      int sent,
      boolean inCase,
      List<Serial> serials) {

    Line {
      serials = List.copyOf(serials);
    }
  }
}
