package io.tukar.shipping;

import io.tukar.kernel.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a courier takes for one way between two places.
 *
 * @param product the code of what is bought, such as REG
 * @param origin a place as {@link Spot} spells it
 * @param destination as {@code origin}
 * @param perKg for each started kilogram
 * @param minGrams lighter parcels are charged as this
 * @param daysMin working days on the way, at best
 * @param daysMax working days on the way, at worst
 */
public record Tariff(
    Courier courier,
    String product,
    String origin,
    String destination,
    Money perKg,
    int minGrams,
    int daysMin,
    int daysMax) {

  /** No parcel is heavier: a ton, in grams. */
  public static final int GRAMS_MAX = 1_000_000;

  private static final int GRAMS_PER_KILOGRAM = 1_000;

  public Tariff {
    if (!perKg.isPositive() || minGrams < 1 || minGrams > GRAMS_MAX) {
      throw new IllegalArgumentException("A tariff without a price or a weight");
    }
    if (daysMin < 0 || daysMax < daysMin) {
      throw new IllegalArgumentException("Days from " + daysMin + " to " + daysMax);
    }
  }

  /** Whether a parcel can weigh so many grams. */
  public static boolean isWeight(int grams) {
    return grams >= 1 && grams <= GRAMS_MAX;
  }

  /** The kilograms charged for a parcel: every started one counts. */
  public int kilograms(int grams) {
    if (grams < 1 || grams > GRAMS_MAX) {
      throw new IllegalArgumentException("No parcel weighs " + grams + " grams");
    }
    return (Math.max(grams, minGrams) + GRAMS_PER_KILOGRAM - 1) / GRAMS_PER_KILOGRAM;
  }

  /** What a parcel of this weight costs. */
  public Money cost(int grams) {
    return perKg.times(kilograms(grams));
  }

  /**
   * Of these tariffs the one that names both places most exactly, the destination before the
   * origin; empty where none goes there, and then the cost is not known.
   */
  public static Optional<Tariff> between(Spot from, Spot to, Collection<Tariff> tariffs) {
    return tariffs.stream()
        .filter(one -> from.keys().contains(one.origin))
        .filter(one -> to.keys().contains(one.destination))
        .min(
            Comparator.<Tariff>comparingInt(one -> to.keys().indexOf(one.destination))
                .thenComparingInt(one -> from.keys().indexOf(one.origin)));
  }
}
