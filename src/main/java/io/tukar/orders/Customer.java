package io.tukar.orders;

import io.tukar.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A buyer, as the order names them. Personal data: never logged.
 *
 * @param phone E.164; null where unknown
 */
public record Customer(
    long id,
    String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String city,
    Language language) {

  /** Hidden on purpose: it is personal data. */
  @Override
  public String toString() {
    return "Customer[" + id + "]";
  }
}
