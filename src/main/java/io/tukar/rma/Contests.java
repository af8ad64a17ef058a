package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.settlement.Ledger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A refusal that is contested: the customer objects, once, or the shop wants a second opinion. The
 * goods go back on the bench, to be judged by somebody else; what was settled is reversed.
 */
@Component
class Contests {

  private final CaseFiles files;
  private final Gatekeeper gatekeeper;
  private final Ledger ledger;
  private final Notes notes;
  private final Promises promises;

  Contests(CaseFiles files, Gatekeeper gatekeeper, Ledger ledger, Notes notes, Promises promises) {
    this.files = files;
    this.gatekeeper = gatekeeper;
    this.ledger = ledger;
    this.notes = notes;
    this.promises = promises;
  }

  Answer<Rma> contest(
      CaseRef ref, List<Integer> lineNos, Contest how, String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (reason.isBlank()) {
            return Answer.refused(Refusal.of("reason-needed", "reason"));
          }
          if (reason.length() > Note.CHARS_MAX) {
            return Answer.refused(Refusal.of("value-too-long", "reason", Note.CHARS_MAX));
          }
          var rma = journal.now();
          var due = promises.shop(at, Promises.INSPECTION);
          var wanted = lineNos.stream().map(no -> new RmaEvent.LineGoods(no, Goods.NONE)).toList();
          var mayNot = rma.check(new RmaEvent.Contested(wanted, how, 0, null, 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var goods = setAside(rma, lineNos, at);
          var note = notes.add(rma.id(), null, Note.Kind.CONTEST, reason.strip(), at, by);
          var reversal =
              rma.status() == RmaStatus.SETTLED ? ledger.takeBack(rma.id(), at, by) : null;
          journal.append(
              new RmaEvent.Contested(
                  goods,
                  how,
                  note,
                  reversal == null ? null : reversal.posting(),
                  reversal == null ? 0 : reversal.change().minor(),
                  due),
              at,
              by);
          var lookBy = Promises.day(due);
          journal.tell(Notice.SECOND_LOOK, said -> said.with(Param.INSPECT_BY, lookBy));
          return Answer.done(files.file(journal, at));
        });
  }

  /** What was sent ahead has left; for the other lines it is set aside once more. */
  private List<RmaEvent.LineGoods> setAside(Rma rma, List<Integer> lineNos, Instant at) {
    var left =
        rma.in(LineState.REFUSED).stream()
            .filter(line -> lineNos.contains(line.lineNo()) && line.goods() == Goods.SHIPPED)
            .map(RmaLine::lineNo)
            .toList();
    var others = lineNos.stream().filter(no -> !left.contains(no)).toList();
    var until = promises.customer(at, Promises.SHIPPING_WORKING_DAYS);
    return Stream.concat(
            left.stream().map(no -> new RmaEvent.LineGoods(no, Goods.SHIPPED)),
            gatekeeper.setAside(rma, others, until, at).stream())
        .sorted(Comparator.comparingInt(RmaEvent.LineGoods::lineNo))
        .toList();
  }
}
