package io.tukar.portal.status;

import java.util.Optional;

/**
 * What a customer needs to know of the shop.
 *
 * @param returnAddress where parcels go
 * @param whatsapp digits with the country code, for a click-to-chat link (clause P13)
 */
public record ShopCard(
    String name,
    Optional<String> returnAddress,
    Optional<String> phone,
    Optional<String> whatsapp,
    Optional<Bank> bank) {

  static final ShopCard UNKNOWN =
      new ShopCard("Tukar", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Where customers transfer to. */
  public record Bank(String name, String account, String holder) {}
}
