package io.tukar.rma;

import io.tukar.calendar.ShopCalendar;
import io.tukar.kernel.Answer;
import io.tukar.rows.AllOrNothing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the open cases through a change of the days off. Each is a transaction of its own; one that
 * moved on meanwhile is left for the next run, so running twice changes nothing.
 */
@Component
class RecountRun {

  /** By then every program counts by the new days, and what was begun by the old has ended. */
  static final Duration OLD_DAYS_MAX = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(RecountRun.class);

  private final ShopCalendar calendar;
  private final OpenCases openCases;
  private final Recounting recounting;
  private final AllOrNothing verbs;
  private final JdbcClient jdbc;

  RecountRun(
      ShopCalendar calendar,
      OpenCases openCases,
      Recounting recounting,
      AllOrNothing verbs,
      JdbcClient jdbc) {
    this.calendar = calendar;
    this.openCases = openCases;
    this.recounting = recounting;
    this.verbs = verbs;
    this.jdbc = jdbc;
  }

  /** How many cases were moved, and whether none is left that should be. */
  record Outcome(int cases, boolean complete) {}

  /** Moves at most this many cases. */
  Outcome run(Instant at, int most, BooleanSupplier stop) {
    var now = at.truncatedTo(ChronoUnit.MICROS);
    int moved = 0;
    var complete = true;
    var batch = new OpenCases.Batch(List.of(), 0, false);
    while (!batch.end()) {
      batch = openCases.behind(batch.last(), calendar.current(), now);
      for (var touched : batch.cases()) {
        if (moved >= most || stop.getAsBoolean()) {
          return new Outcome(moved, false);
        }
        if (recounted(touched.rma(), now)) {
          moved++;
        } else {
          complete = false;
        }
      }
    }
    return new Outcome(moved, complete);
  }

  /**
   * Finishes what a change of the days off began, and says how many cases it moved. Where nothing
   * changed it costs one small query.
   */
  int finish(Instant at, BooleanSupplier stop) {
    var known = calendar.known();
    var done = jdbc.sql("select calendar from recounted").query(String.class).single();
    if (done.equals(known.name())) {
      return 0;
    }
    var outcome = run(at, Integer.MAX_VALUE, stop);
    var settled = known.changedAt().filter(changed -> changed.plus(OLD_DAYS_MAX).isAfter(at));
    if (outcome.complete() && settled.isEmpty()) {
      jdbc.sql("update recounted set calendar = ?").param(known.name()).update();
    }
    return outcome.cases();
  }

  private boolean recounted(Rma rma, Instant at) {
    try {
      return verbs.run(() -> recounting.recount(new CaseRef(rma.id(), rma.version()), at))
          instanceof Answer.Done;
    } catch (RuntimeException e) {
      // One case that fails must not keep all others waiting behind it.
      LOG.error("Case {} could not be counted anew", rma.id(), e);
      return false;
    }
  }
}
