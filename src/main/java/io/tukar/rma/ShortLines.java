package io.tukar.rma;

import io.tukar.inspection.Arrivals;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.stock.Holds;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A line of which some came and the rest will not: what came is received as a line of its own size,
 * and the rest is the customer's to keep.
 */
@Component
class ShortLines {

  private final CaseFiles files;
  private final Splits splits;
  private final Receiving receiving;
  private final Arrivals arrivals;
  private final Holds holds;

  ShortLines(CaseFiles files, Splits splits, Receiving receiving, Arrivals arrivals, Holds holds) {
    this.files = files;
    this.splits = splits;
    this.receiving = receiving;
    this.arrivals = arrivals;
    this.holds = holds;
  }

  /** Awaits the rest of a line no longer; where its replacement left first it stays awaited. */
  Answer<Rma> restNeverComes(CaseRef ref, int lineNo, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var here = arrivals.waiting(rma.id()).getOrDefault(lineNo, 0);
          var line = rma.line(lineNo).filter(one -> one.state() == LineState.AUTHORIZED);
          if (line.isEmpty() || here == 0) {
            return Answer.refused(Refusal.of("nothing-here-of-line", "lines", lineNo));
          }
          var into = rma.nextLineNo();
          var mayNot = splits.apart(journal, lineNo, line.get().quantity() - here, at, by);
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          if (line.get().goods() != Goods.SHIPPED) {
            var kept = journal.append(new RmaEvent.LineWithdrawn(into), at, by);
            if (kept.isPresent()) {
              return Answer.refused(kept.get());
            }
            holds.end(rma.id(), List.of(into), Holds.End.RELEASED, at);
          }
          return receiving.complete(journal, List.of(lineNo), List.of(), at, by);
        });
  }
}
