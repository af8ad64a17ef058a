package io.tukar.stock;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import org.jspecify.annotations.Nullable;

/** A row of a stock file. */
sealed interface ImportedStock {

  Sku sku();

  /** One unit; what the file does not say of it is null. */
  record OfUnit(
      Sku sku,
      SerialNumber serial,
      @Nullable MacAddress mac,
      @Nullable String lot,
      @Nullable String bin,
      Unit.@Nullable Grade grade)
      implements ImportedStock {}

  /**
   * Some goods without serials.
   *
   * @param reference names the count: the same reference of the same product is taken once
   */
  record OfNumber(Sku sku, int quantity, String reference) implements ImportedStock {}
}
