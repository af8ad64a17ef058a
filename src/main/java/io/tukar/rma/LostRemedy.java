package io.tukar.rma;

import io.tukar.shipping.Leg;

/** What follows when a parcel is lost. */
public enum LostRemedy {
  /** A replacement was lost: the line is to be dispatched once more. */
  SEND_AGAIN,
  /** The customer's goods were lost, and a manager lets the replacement go all the same. */
  REPLACE,
  /** The customer's goods were lost, and their lines end; the customer keeps the proof. */
  END;

  /** Whether it answers a loss on this leg. */
  public boolean fits(Leg leg) {
    return switch (this) {
      case SEND_AGAIN -> leg == Leg.TO_CUSTOMER;
      case REPLACE, END -> leg == Leg.TO_SHOP;
    };
  }
}
