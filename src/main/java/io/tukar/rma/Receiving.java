package io.tukar.rma;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goods come back: to quarantine until they are inspected. */
@Component
class Receiving {

  private final CaseFiles files;
  private final Gatekeeper gatekeeper;
  private final Promises promises;

  Receiving(CaseFiles files, Gatekeeper gatekeeper, Promises promises) {
    this.files = files;
    this.gatekeeper = gatekeeper;
    this.promises = promises;
  }

  /**
   * The parcel is here. The customer hears of receipt and of stock in one message (clause P5).
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
          var inspectBy = promises.shop(at, Promises.INSPECTION);
          var refusal = journal.append(new RmaEvent.Received(arrived, inspectBy), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          takeWhatIsInStockNow(journal, at, by);
          Shelf.move(
              rma.lines().stream()
                  .filter(line -> arrived.contains(line.lineNo()))
                  .map(
                      line ->
                          new Move(
                              line.sku(),
                              null,
                              line.quantity(),
                              Place.CUSTOMER,
                              Place.QUARANTINE,
                              "received"))
                  .toList(),
              rma.id(),
              at,
              by,
              journal.writes());
          var stock = journal.now().waitsForStock() ? Goods.WAITING : Goods.HELD;
          var inspectOn = inspectBy.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
          journal.tell(
              Notice.RECEIVED,
              said -> said.with(Param.STOCK, stock.name()).with(Param.INSPECT_BY, inspectOn));
          return Answer.done(files.file(journal, at));
        });
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
