package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.Optional;

/**
 * Something in a parcel that its case did not await. It lies in quarantine, in the stock book where
 * its product is known, until it is sent back.
 *
 * @param said what was scanned or written of it
 */
public record StrangeItem(
    int no,
    Kind kind,
    Optional<Sku> sku,
    Optional<SerialNumber> serial,
    String said,
    int quantity,
    boolean sentBack) {

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
}
