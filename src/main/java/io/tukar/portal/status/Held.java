package io.tukar.portal.status;

import io.tukar.kernel.Actor;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.rma.CaseRef;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaLine;
import java.util.List;

/**
 * A case that was opened by its link.
 *
 * @param path of its page
 */
record Held(String path, Rma rma, Order order) {

  /** The RMA number once there is one; until then the request number. */
  String number() {
    return rma.rmaNumber() == null ? rma.requestNumber().value() : rma.rmaNumber().value();
  }

  String item(RmaLine line) {
    return order.items().stream()
        .filter(item -> item.id() == line.soldItemId())
        .findFirst()
        .map(SoldItem::name)
        .orElse(line.sku().value());
  }

  Actor customer() {
    return new Actor.Customer(rma.customerId());
  }

  /** The case as the customer saw it. */
  CaseRef seen(int version) {
    return new CaseRef(rma.id(), version);
  }

  boolean may(RmaEvent.Kind kind) {
    return kind.legalIn(rma.status());
  }

  /** The lines that can be taken out of the case while others stay. */
  List<RmaLine> withdrawable() {
    var pending = rma.lines().stream().filter(line -> line.state().pending()).toList();
    return may(RmaEvent.Kind.LINE_WITHDRAWN) && pending.size() > 1
        ? pending.stream()
            .filter(line -> rma.check(new RmaEvent.LineWithdrawn(line.lineNo())).isEmpty())
            .toList()
        : List.of();
  }

  /** The refusal of this line can be objected to: once, and not after goods have left. */
  boolean mayObjectTo(RmaLine line) {
    return line.state() == LineState.REFUSED && rma.mayObjectTo(line.lineNo());
  }

  List<RmaLine> exchanged() {
    return rma.in(LineState.EXCHANGED);
  }
}
