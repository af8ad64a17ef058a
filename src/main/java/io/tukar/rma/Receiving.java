package io.tukar.rma;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.inspection.Arrivals;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goods come back: to quarantine until they are inspected. */
@Component
class Receiving {

  private final CaseFiles files;
  private final Gatekeeper gatekeeper;
  private final Arrivals arrivals;
  private final Promises promises;

  Receiving(CaseFiles files, Gatekeeper gatekeeper, Arrivals arrivals, Promises promises) {
    this.files = files;
    this.gatekeeper = gatekeeper;
    this.arrivals = arrivals;
    this.promises = promises;
  }

  /**
   * The parcel is here, with all that was missing of these lines.
   *
   * @param lineNos the lines in the parcel; empty for all that were awaited
   */
  Answer<Rma> receive(CaseRef ref, List<Integer> lineNos, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var arrived =
              lineNos.isEmpty()
                  ? rma.in(LineState.AUTHORIZED).stream().map(RmaLine::lineNo).toList()
                  : lineNos;
          var here = arrivals.waiting(rma.id());
          var moves = new ArrayList<Move>();
          for (var line : rma.lines()) {
            var missing = line.quantity() - here.getOrDefault(line.lineNo(), 0);
            if (arrived.contains(line.lineNo()) && missing > 0) {
              moves.add(toQuarantine(line, missing));
            }
          }
          return complete(journal, arrived, moves, at, by);
        });
  }

  /** So many of a line go to quarantine. */
  static Move toQuarantine(RmaLine line, int quantity) {
    return new Move(line.sku(), null, quantity, Place.CUSTOMER, Place.QUARANTINE, "received");
  }

  /**
   * These lines are here whole. The customer hears of receipt and of stock in one message (clause
   * P5).
   *
   * @param moves what goes to quarantine now; what came of a line earlier lies there already
   */
  Answer<Rma> complete(
      Journal journal, List<Integer> lineNos, List<Move> moves, Instant at, Actor by) {
    var inspectBy = promises.shop(at, Promises.INSPECTION);
    var refusal = journal.append(new RmaEvent.Received(lineNos, inspectBy), at, by);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    var rma = journal.now();
    lineNos.forEach(line -> Arrivals.complete(rma.id(), line, journal.writes()));
    takeWhatIsInStockNow(journal, at, by);
    Shelf.move(moves, rma.id(), at, by, journal.writes());
    var stock = stock(journal.now(), lineNos);
    var inspectOn = inspectBy.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
    journal.tell(
        Notice.RECEIVED,
        said -> said.with(Param.STOCK, stock.name()).with(Param.INSPECT_BY, inspectOn));
    return Answer.done(files.file(journal, at));
  }

  private static Goods stock(Rma rma, List<Integer> received) {
    if (rma.waitsForStock()) {
      return Goods.WAITING;
    }
    return rma.lines().stream()
            .filter(line -> received.contains(line.lineNo()))
            .allMatch(line -> line.goods() == Goods.SHIPPED)
        ? Goods.SHIPPED
        : Goods.HELD;
  }

  private void takeWhatIsInStockNow(Journal journal, Instant at, Actor by) {
    var rma = journal.now();
    var waiting =
        rma.lines().stream()
            .filter(line -> line.goods() == Goods.WAITING)
            .map(RmaLine::lineNo)
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    var until = promises.customer(at, Promises.SHIPPING_WORKING_DAYS);
    for (var line : gatekeeper.setAside(rma, waiting, until, at)) {
      if (line.goods() == Goods.HELD) {
        journal.append(new RmaEvent.StockHeld(line.lineNo()), at, by);
      }
    }
  }
}
