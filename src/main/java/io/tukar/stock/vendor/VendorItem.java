package io.tukar.stock.vendor;

import io.tukar.kernel.Money;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.stock.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a batch, or a number of goods without serials.
 *
 * @param product its name
 * @param serial of a unit; null for a number
 * @param fault what is wrong with it, of at most {@value #FAULT_CHARS_MAX} characters
 * @param answer what came of it; null while that is awaited
 */
public record VendorItem(
    long id,
    long batchId,
    Sku sku,
    String product,
    @Nullable Long unitId,
    @Nullable SerialNumber serial,
    int quantity,
    @Nullable String fault,
    @Nullable Given answer) {

  public static final int FAULT_CHARS_MAX = 500;
  public static final int QUANTITY_MAX = 1_000_000;

  /** The number of a vendor's paper is no longer. */
  public static final int PAPER_CHARS_MAX = 60;

  /** No credit is larger: 10^12 rupiah. */
  public static final long RUPIAH_MAX = 1_000_000_000_000L;

  /**
   * The answer that was booked.
   *
   * @param refusedTo where it was put; null unless it was refused
   * @param replacedBy the unit that came for a unit
   * @param replacement its serial
   * @param amount what was credited for all of the quantity
   * @param paper number of the vendor's paper
   * @param by reference of who booked it
   */
  public record Given(
      VendorAnswer.Outcome outcome,
      @Nullable Place refusedTo,
      @Nullable Long replacedBy,
      @Nullable SerialNumber replacement,
      @Nullable Money amount,
      @Nullable String paper,
      Instant at,
      String by) {}
}
