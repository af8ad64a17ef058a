package io.tukar.portal.status;

import io.tukar.settlement.Ledger;
import io.tukar.settlement.PaymentAsked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be transferred, and where to.
 *
 * @param shares what the customer owes is made of
 */
public record PayView(
    String path,
    String number,
    PaymentAsked asked,
    List<Ledger.Share> shares,
    Optional<Instant> due,
    ShopCard shop) {

  public PayView {
    shares = List.copyOf(shares);
  }
}
