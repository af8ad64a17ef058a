package io.tukar.shipping;

import java.util.Optional;

/** Where somebody is reached by a courier. Personal data: it is not logged. */
public record Address(
    String name,
    Optional<String> phone,
    Optional<String> street,
    Optional<String> city,
    Optional<String> postcode) {

  /** As a tariff knows it. */
  public Spot spot() {
    return Spot.of(city.orElse(null), postcode.orElse(null));
  }

  /** City and postcode in one line; empty where neither is known. */
  public String town() {
    return (city.orElse("") + " " + postcode.orElse("")).strip();
  }

  /** Hidden on purpose: it is personal data. */
  @Override
  public String toString() {
    return "Address";
  }
}
