package io.tukar.shipping;

import io.tukar.kernel.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel is carried and at what cost, as far as it was said; null where not.
 *
 * @param product the code of what was bought from the courier, such as REG
 * @param weightGrams from 1 to a ton
 * @param cost what the courier was paid, as on the receipt
 * @param declaredValue what the parcel is said to be worth, for a claim
 */
public record Carriage(
    @Nullable String product,
    @Nullable Integer weightGrams,
    @Nullable Money cost,
    @Nullable Money declaredValue,
    Booking booking) {

  /** Only who carries it is known. */
  public static final Carriage UNSAID = new Carriage(null, null, null, null, Booking.BY_SENDER);

  public Carriage {
    if (product != null && !CourierBook.isCode(product)) {
      throw new IllegalArgumentException("Not a courier's product");
    }
    if (weightGrams != null && (weightGrams < 1 || weightGrams > Tariff.GRAMS_MAX)) {
      throw new IllegalArgumentException("No parcel weighs " + weightGrams + " grams");
    }
    if ((cost != null && cost.isNegative())
        || (declaredValue != null && declaredValue.isNegative())) {
      throw new IllegalArgumentException("An amount below zero");
    }
  }

  /** What the courier was paid, where it was said. */
  public Optional<Money> paid() {
    return Optional.ofNullable(cost);
  }
}
