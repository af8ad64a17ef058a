package io.tukar.stock.vendor;

import io.tukar.kernel.Money;
import io.tukar.stock.Delivery;
import io.tukar.stock.Place;
import org.jspecify.annotations.Nullable;

/** What a vendor's answer is for one unit, or for a number of goods without serials. */
public sealed interface VendorAnswer {

  /** As it stands in the books. */
  enum Outcome {
    REPAIRED,
    REPLACED,
    CREDITED,
    REFUSED,
    /** Neither the goods nor anything for them came. */
    LOST
  }

  /** The same goods came back and are to be tested anew. */
  record Repaired() implements VendorAnswer {}

  /**
   * Others came instead, of the same product.
   *
   * @param tag the label of the one that came for a unit; null for a number
   */
  record Replaced(Delivery.@Nullable Tag tag) implements VendorAnswer {}

  /**
   * The vendor credited them.
   *
   * @param amount for all of the quantity, in whole rupiah, more than nothing
   */
  record Credited(Money amount) implements VendorAnswer {}

  /**
   * They came back as they were.
   *
   * @param to where the shop puts them: the shelf to be tested anew, repair, or scrap
   */
  record Refused(Place to) implements VendorAnswer {

    public Refused {
      if (to != Place.SHELF && to != Place.REPAIR && to != Place.SCRAP) {
        throw new IllegalArgumentException("Nothing a vendor refused goes to " + to);
      }
    }
  }

  /** They were lost on the way or with the vendor. */
  record Lost() implements VendorAnswer {}

  /** How it stands in the books. */
  default Outcome outcome() {
    return switch (this) {
      case Repaired repaired -> Outcome.REPAIRED;
      case Replaced replaced -> Outcome.REPLACED;
      case Credited credited -> Outcome.CREDITED;
      case Refused refused -> Outcome.REFUSED;
      case Lost lost -> Outcome.LOST;
    };
  }

  /** Where the goods that were sent are from now on. */
  default Place place() {
    return switch (this) {
      case Repaired repaired -> Place.SHELF;
      case Replaced replaced -> Place.SUPPLIER;
      case Credited credited -> Place.SUPPLIER;
      case Refused(var to) -> to;
      case Lost lost -> Place.LOST;
    };
  }
}
