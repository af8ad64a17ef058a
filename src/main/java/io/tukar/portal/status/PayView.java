package io.tukar.portal.status;

import io.tukar.kernel.Money;
import io.tukar.settlement.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be transferred, and where to.
 *
 * @param shares what the amount is made of
 */
public record PayView(
    String path,
    String number,
    Money amount,
    List<Ledger.Share> shares,
    Optional<Instant> due,
    ShopCard shop) {

  public PayView {
    shares = List.copyOf(shares);
  }
}
