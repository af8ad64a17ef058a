package io.tukar.rma;

import io.tukar.kernel.Money;
import io.tukar.kernel.Track;
import io.tukar.stock.Substitute;
import org.jspecify.annotations.Nullable;

/** How a product chosen for lack of stock compares with the one that was wanted (clause P5). */
public enum Replacement {
  EQUIVALENT,
  UPGRADE,
  /** Something else, at the customer's wish. */
  OTHER;

  static Replacement of(Substitute.@Nullable Kind kind) {
    return switch (kind) {
      case null -> OTHER;
      case EQUIVALENT -> EQUIVALENT;
      case UPGRADE -> UPGRADE;
    };
  }

  /**
   * What one unit of it is charged at. Where the shop is at fault and has no stock, its equivalent
   * or better product costs no more than the one that was wanted (clauses P5, P6); a cheaper one is
   * charged as what it costs.
   *
   * @param listPrice of one unit today
   */
  Money price(RmaLine line, Money listPrice) {
    var promised = line.sameModel() ? line.unitPaid() : line.wantedPrice();
    var waived = this != OTHER && line.reason().track() == Track.SHOP_FAULT;
    return waived && listPrice.compareTo(promised) > 0 ? promised : listPrice;
  }
}
