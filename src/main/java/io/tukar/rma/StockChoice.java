package io.tukar.rma;

import io.tukar.kernel.Sku;
import java.util.Optional;

/** What is chosen for a line that waits for stock (clause P5). */
public sealed interface StockChoice {

  /** To wait, until a day that is named. */
  record Wait() implements StockChoice {}

  /** This product instead. */
  record Take(Sku sku) implements StockChoice {}

  /** The goods back that were sent. */
  record Back() implements StockChoice {}

  /** As forms and the API write it: {@code wait}, {@code back}, or {@code take:} and a SKU. */
  static Optional<StockChoice> parse(String typed) {
    return switch (typed) {
      case "wait" -> Optional.of(new Wait());
      case "back" -> Optional.of(new Back());
      default ->
          typed.startsWith("take:")
              ? Sku.parse(typed.substring("take:".length())).map(Take::new)
              : Optional.empty();
    };
  }
}
