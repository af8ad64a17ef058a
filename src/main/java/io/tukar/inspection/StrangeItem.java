package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something in a parcel that its case did not await. It lies in quarantine, in the stock book where
 * its product is known, until it ends by itself or with its parcel.
 *
 * @param no its place among what is strange in the parcel
 * @param said what was scanned or written of it
 * @param ended what became of it; null while it is here
 */
public record StrangeItem(
    int no,
    Kind kind,
    Optional<Sku> sku,
    Optional<SerialNumber> serial,
    String said,
    int quantity,
    @Nullable Ended ended) {

  /** Why it is strange. */
  public enum Kind {
    /** More of a line than was asked for. */
    MORE,
    /** A product without a serial, or one of this customer's that is in no line of the case. */
    OTHER_PRODUCT,
    /** The unit was sold to somebody else. */
    SOLD_TO_OTHER,
    /** A unit of the shop that was never sold. */
    NEVER_SOLD,
    /** Neither label nor code says what it is. */
    UNKNOWN
  }

  /** What became of it. */
  public enum Ending {
    /** It went back to who sent it. */
    SENT_BACK,
    /** A case that awaited it took it. */
    CLAIMED,
    /** Nobody wanted it. */
    DISPOSED
  }

  /**
   * How it ended.
   *
   * @param courier with {@code waybill}, how it went back; null where somebody fetched it
   * @param rmaId the case that took it, with {@code lineNo}; null for every other ending
   */
  public record Ended(
      Ending how,
      Instant at,
      String by,
      @Nullable Courier courier,
      @Nullable WaybillNumber waybill,
      @Nullable Long rmaId,
      @Nullable Integer lineNo) {}

  /** Whether it still lies in quarantine. */
  public boolean here() {
    return ended == null;
  }
}
