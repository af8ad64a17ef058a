package io.tukar.rma;

import io.tukar.kernel.OrderNumber;
import io.tukar.orders.Order;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request whose words are still to be read against its order: the order is read once, under its
 * lock.
 *
 * @param draft the draft it names; null where it names none
 */
public record WrittenRequest(OrderNumber order, @Nullable UUID draft, Reading reading) {

  /** Makes the request of the words, the order they are about and the draft they name. */
  public interface Reading {
    OpenRequest of(Order order, Optional<Draft> draft);
  }
}
