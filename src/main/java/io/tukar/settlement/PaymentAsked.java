package io.tukar.settlement;

import io.tukar.kernel.Money;

/**
 * What a customer is asked to transfer.
 *
 * @param owed what the customer owes
 * @param code taken off, so that the transfer is told by its amount: 0 to 999 rupiah
 */
public record PaymentAsked(Money owed, int code) {

  /** The amount on the payment instruction. */
  public Money amount() {
    return owed.minus(letGo());
  }

  /** The code as money, which the shop gives away where just the amount asked for comes. */
  public Money letGo() {
    return new Money(code, owed.currency());
  }
}
