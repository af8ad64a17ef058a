package io.tukar.stock.vendor;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is for a vendor and in no batch yet. */
public sealed interface Waiting {

  /**
   * A unit.
   *
   * @param product its name
   * @param supplier who once delivered it; null where that is not known
   * @param since when it was put aside; null where no move tells
   */
  record OfUnit(
      long id,
      SerialNumber serial,
      Sku sku,
      String product,
      @Nullable String supplier,
      @Nullable Instant since)
      implements Waiting {}

  /**
   * Goods whose serials nobody knows.
   *
   * @param product its name
   * @param quantity how many
   */
  record OfNumber(Sku sku, String product, int quantity) implements Waiting {}
}
