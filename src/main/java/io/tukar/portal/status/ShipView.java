package io.tukar.portal.status;

import io.tukar.policy.decision.Payer;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How to send the goods.
 *
 * @param marker what is written on the parcel: the RMA number
 * @param given the waybills given so far
 */
public record ShipView(
    String path,
    String marker,
    Optional<LocalDate> shipBy,
    ShopCard shop,
    Payer payer,
    List<Pack> packing,
    List<Choice> couriers,
    List<String> given,
    int version,
    Form form) {

  /** How an item is packed (clause P11). */
  public record Pack(String item, int quantity, String how) {}
}
