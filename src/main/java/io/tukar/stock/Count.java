package io.tukar.stock;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.List;

/**
 * What somebody found when they counted a product in a place.
 *
 * @param counted all that is there, 0 or more
 * @param seen the serials that were read, at most {@code counted}; empty for goods without serials
 * @param reason why it was counted, in words
 */
public record Count(Sku sku, Place place, int counted, List<SerialNumber> seen, String reason) {

  public Count {
    seen = List.copyOf(seen);
  }
}
