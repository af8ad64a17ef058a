package io.tukar.rma;

import io.tukar.kernel.Money;

/** Whose turn a case is: what a status tag says by word, icon and colour. */
public enum Turn {
  CUSTOMER,
  SHOP,
  COURIER,
  DONE,
  REFUSED;

  /**
   * Whose turn it is in this status.
   *
   * @param parcelSent the customer gave a waybill since the last authorization
   * @param balance what the customer owes
   */
  static Turn of(RmaStatus status, boolean parcelSent, Money balance) {
    return switch (status) {
      case REQUESTED, RECEIVED, INSPECTED -> SHOP;
      case NEEDS_EVIDENCE -> CUSTOMER;
      case AUTHORIZED -> parcelSent ? COURIER : CUSTOMER;
      case SETTLED -> balance.isPositive() ? CUSTOMER : SHOP;
      case DISPATCHED -> COURIER;
      case CLOSED -> DONE;
      case DECLINED, CANCELLED, EXPIRED -> REFUSED;
    };
  }
}
