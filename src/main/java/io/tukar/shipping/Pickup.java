package io.tukar.shipping;

import java.time.Instant;
import java.util.Optional;

/**
 * A parcel the shop lets a courier fetch, asked for through a gateway.
 *
 * @param reason why it was refused or is not clear, in the gateway's words
 */
public record Pickup(
    long id,
    long rmaId,
    Courier courier,
    String product,
    int weightGrams,
    State state,
    Optional<String> orderRef,
    Optional<Long> shipment,
    Optional<String> reason,
    int tries,
    Instant askedAt) {

  /** How far it is. */
  public enum State {
    /** The gateway will be asked. */
    ASKED,
    BOOKED,
    REFUSED,
    /** The gateway was asked and did not answer clearly: a person must look there. */
    UNKNOWN
  }

  /** Our number of it at the gateway. */
  public String key() {
    return "tukar-pickup-" + id;
  }
}
