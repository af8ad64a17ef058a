package io.tukar.portal;

import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.web.Turn;
import java.util.Locale;

/** Whose turn a case is, and the message that says where it stands. */
public final class Turns {

  private Turns() {}

  /** For the tag. */
  public static Turn of(io.tukar.rma.Turn turn) {
    return switch (turn) {
      case CUSTOMER -> Turn.CUSTOMER;
      case SHOP -> Turn.SHOP;
      case COURIER -> Turn.COURIER;
      case DONE -> Turn.DONE;
      case REFUSED -> Turn.REFUSED;
    };
  }

  /** The key of the sentence for a case in this state. */
  public static String statusKey(Rma rma) {
    var key = "portal.status." + rma.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (rma.toSendAhead() || (rma.status() == RmaStatus.DISPATCHED && rma.advance())) {
      return key + "-ahead";
    }
    if (rma.status() == RmaStatus.AUTHORIZED && rma.balance().isPositive()) {
      return key + "-deposit";
    }
    if (rma.status() == RmaStatus.AUTHORIZED && rma.parcelSent()) {
      return key + "-sent";
    }
    if (rma.status() == RmaStatus.AUTHORIZED && !rma.awaitedInReturn().isEmpty()) {
      return key + "-awaited";
    }
    if (rma.status() == RmaStatus.SETTLED && rma.balance().isPositive()) {
      return key + "-to-pay";
    }
    return key;
  }
}
