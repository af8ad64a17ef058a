package io.tukar.demo;

import io.tukar.kernel.Actor;
import io.tukar.kernel.OrderNumber;
import io.tukar.orders.OrderBook;
import java.io.IOException;

/** Plays each script through the verbs of the exchange desk, at the times it happened. */
final class DemoCases {

  private final OrderBook orders;
  private final DemoRooms rooms;

  DemoCases(OrderBook orders, DemoRooms rooms) {
    this.orders = orders;
    this.rooms = rooms;
  }

  /** Plays one script to where its plot ends. */
  void play(Script script, DemoOrders.Order order) throws IOException {
    var stored = orders.find(new OrderNumber(order.number())).orElseThrow();
    var walk =
        new DemoWalk(rooms, script, order, stored.id(), new Actor.Customer(stored.customerId()));
    walk.open();
    switch (script.plot()) {
      case SEAL_UNKNOWN, LICENCE_FAULT, PHOTOS_MISSING, TOO_LATE -> {}
      case AUTHORIZED, WAITING_FOR_STOCK -> walk.authorized();
      case ON_THE_WAY -> walk.underWay();
      case RECEIVED -> walk.received();
      case INSPECTED -> walk.inspected(true);
      case INSPECTED_REFUSED -> walk.inspected(false);
      case SETTLED -> walk.paid();
      case SETTLED_UNPAID, SETTLED_OWED_BACK -> walk.settled();
      case DISPATCHED -> walk.dispatched();
      case SENT_BACK -> walk.sentBack();
      case CLOSED, CLOSED_WITH_DIFFERENCE -> walk.closed();
      case CLOSED_AFTER_TWO -> walk.closedAfterTwo();
      case DECLINED_BY_AGENT -> walk.declined();
      case CANCELLED -> walk.cancelled();
      case EXPIRED -> walk.expired();
    }
  }
}
