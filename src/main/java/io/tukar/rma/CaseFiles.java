package io.tukar.rma;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.orders.OrderBook;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.rows.Writes;
import io.tukar.stock.Holds;
import io.tukar.stock.WaitingList;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes a case out to change it and puts it back. What a change lets go follows from the difference
 * between before and after, so that no side exit can forget it: a line that claims no longer gives
 * its units back, a line that holds no longer lets its stock go. All that it writes goes out
 * together.
 */
@Component
class CaseFiles {

  private final Rmas rmas;
  private final Holds holds;
  private final JdbcTemplate jdbc;

  CaseFiles(Rmas rmas, Holds holds, JdbcTemplate jdbc) {
    this.rmas = rmas;
    this.holds = holds;
    this.jdbc = jdbc;
  }

  /**
   * Locks the case and lets {@code change} work on it; refused where it is gone or has moved on.
   */
  <T> Answer<T> change(CaseRef ref, Function<Journal, Answer<T>> change) {
    var journal = rmas.lock(ref.id());
    if (journal.isEmpty()) {
      return Answer.refused(Refusal.of("no-such-case", ""));
    }
    var now = journal.get().now();
    if (ref.version() != null && ref.version() != now.version()) {
      return Answer.refused(Refusal.of("stale", "", now.requestNumber()));
    }
    return change.apply(journal.get());
  }

  /** Puts a changed case back. */
  Rma file(Journal journal, Instant at) {
    return file(journal, Holds.End.RELEASED, at);
  }

  /** As {@link #file(Journal, Instant)}; what it held ends as said. */
  Rma file(Journal journal, Holds.End holdsEnd, Instant at) {
    letGo(journal, holdsEnd, at);
    var writes = new Writes();
    OrderBook.claim(claimChange(journal.before().lines(), journal.now().lines()), writes);
    CaseWriter.save(journal, writes);
    queue(journal.before().lines(), journal.before().priority(), journal.now(), at, writes);
    tellWhoBeginsToWait(journal, journal.before().lines());
    LeftoverEnds.after(journal, at, writes);
    return sent(journal, writes, at);
  }

  /** Files a new case. */
  Rma fileNew(Journal journal, @Nullable UUID draft, Instant at) {
    var writes = new Writes();
    OrderBook.claim(claimChange(List.of(), journal.now().lines()), writes);
    CaseWriter.insert(journal, draft, writes);
    queue(List.of(), false, journal.now(), at, writes);
    tellWhoBeginsToWait(journal, List.of());
    return sent(journal, writes, at);
  }

  private Rma sent(Journal journal, Writes writes, Instant at) {
    writes.addAll(journal.writes());
    Outbox.add(journal.letters(), at, writes);
    writes.send(jdbc);
    return journal.now();
  }

  private void letGo(Journal journal, Holds.End how, Instant at) {
    var before = journal.before();
    var lines =
        journal.now().lines().stream()
            .filter(line -> line.goods() == Goods.NONE)
            .map(RmaLine::lineNo)
            .filter(no -> before.line(no).filter(was -> was.goods() == Goods.HELD).isPresent())
            .toList();
    holds.end(before.id(), lines, how, at);
  }

  /**
   * A line that waits now joins its product's list, or keeps its place; one that does not leaves.
   */
  private static void queue(
      List<RmaLine> before, boolean priority, Rma now, Instant at, Writes writes) {
    for (var line : now.lines()) {
      var was = before.stream().filter(one -> one.lineNo() == line.lineNo()).findFirst();
      if (line.goods() == Goods.WAITING) {
        if (!was.equals(Optional.of(line)) || priority != now.priority()) {
          WaitingList.join(line.wish(now), line.origin(), at, writes);
        }
      } else if (was.filter(one -> one.goods() == Goods.WAITING).isPresent()) {
        WaitingList.leave(now.id(), line.lineNo(), writes);
      }
    }
  }

  /** Who begins to wait has choices; told once for all lines of a change (clause P5). */
  private static void tellWhoBeginsToWait(Journal journal, List<RmaLine> before) {
    var waited =
        before.stream()
            .filter(line -> line.goods() == Goods.WAITING)
            .map(RmaLine::lineNo)
            .collect(Collectors.toSet());
    var begins =
        journal.now().lines().stream()
            .filter(line -> line.goods() == Goods.WAITING)
            .anyMatch(line -> !waited.contains(line.lineNo()) && !waited.contains(line.origin()));
    if (begins) {
      journal.tell(Notice.OUT_OF_STOCK);
    }
  }

  private static Map<Long, Integer> claimChange(List<RmaLine> before, List<RmaLine> after) {
    var change = new HashMap<Long, Integer>();
    for (var line : before) {
      if (line.claims()) {
        change.merge(line.soldItemId(), -line.quantity(), Integer::sum);
      }
    }
    for (var line : after) {
      if (line.claims()) {
        change.merge(line.soldItemId(), line.quantity(), Integer::sum);
      }
    }
    change.values().removeIf(units -> units == 0);
    return change;
  }
}
