package io.tukar.policy.replay;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deals out all cases, a stretch at a time, to whoever asks next. */
final class Stretches {

  private final int width;
  private final long last;
  private final AtomicLong next;

  Stretches(PastLines.Span cases, int width) {
    this.width = width;
    this.last = cases.last();
    this.next = new AtomicLong(cases.first());
  }

  /** All cases of which anything was decided. */
  static Stretches ofAll(JdbcClient jdbc, int width) {
    return new Stretches(
        jdbc.sql("select coalesce(min(rma_id), 0), coalesce(max(rma_id), -1) from decision")
            .query((row, n) -> new PastLines.Span(row.getLong(1), row.getLong(2)))
            .single(),
        width);
  }

  /** The next cases; empty where all are dealt out. */
  Optional<PastLines.Span> next() {
    var first = next.getAndAdd(width);
    return first > last
        ? Optional.empty()
        : Optional.of(new PastLines.Span(first, Math.min(last, first + width - 1)));
  }
}
