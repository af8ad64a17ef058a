package io.tukar.rma;

import io.tukar.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the legs of an exchange cost, as far as it is to be settled; null where it is not.
 *
 * @param toShop what the customer paid the courier
 * @param toCustomer what the shop pays the courier
 */
public record ShippingCosts(@Nullable Money toShop, @Nullable Money toCustomer) {

  public static final ShippingCosts NONE = new ShippingCosts(null, null);
}
