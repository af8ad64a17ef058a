package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.stock.WaitingList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of cases by itself as time passes. Each case is a transaction of its own, by the
 * same verbs people use; a case that moved on meanwhile is left alone, so running twice changes
 * nothing.
 */
@Component
public class Clockwork {

  /** One run moves no more cases than this; the next goes on. */
  static final int CASES_PER_RUN_MAX = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
  private static final Actor CLOCK = new Actor.Clock();

  private final JdbcClient jdbc;
  private final ExchangeDesk desk;
  private final WaitingList waiting;

  Clockwork(JdbcClient jdbc, ExchangeDesk desk, WaitingList waiting) {
    this.jdbc = jdbc;
    this.waiting = waiting;
    this.desk = desk;
  }

  /**
   * Ends the cases whose customer neither sent photos nor goods in time, and their holds with them,
   * and says how many. Left to a person: a reopened case, whose line was exchanged once already,
   * one of which a parcel is here, and one whose replacement may leave first.
   */
  public int expire(Instant at, BooleanSupplier stop) {
    return eachOf(
        due(
            """
            and (status = 'NEEDS_EVIDENCE' or status = 'AUTHORIZED' and not parcel_sent)
            and not priority and not advance and balance = 0
            and not exists (
              select 1 from parcel p where p.rma_id = rma.id and p.state <> 'GONE')
            """,
            at),
        ref -> desk.expire(ref, at, CLOCK),
        stop);
  }

  /**
   * Closes what was dispatched, is settled, and of which nobody said in time that it fails. While
   * the courier says that a replacement is still on its way, it waits, up to 30 days.
   */
  public int close(Instant at, BooleanSupplier stop) {
    return eachOf(
        due(
            """
            and status = 'DISPATCHED' and balance = 0 and not exists (
              select 1 from shipment s where s.rma_id = rma.id and s.leg = 'TO_CUSTOMER'
                and s.track_status not in ('DELIVERED', 'BOOKED') and s.at > :now - interval '30 days')
            """,
            at),
        ref -> desk.close(ref, at, CLOCK),
        stop);
  }

  /**
   * Sets free stock aside for the lines that wait for it: of each product the first that came,
   * cases with priority before others, one after the other as far as the stock goes. Nobody is
   * overtaken by a smaller wish. Who cannot be served is left to the next run.
   */
  public int offerStock(Instant at, BooleanSupplier stop) {
    int offered = 0;
    var left = new HashSet<WaitingList.Row>();
    while (offered < CASES_PER_RUN_MAX && !stop.getAsBoolean()) {
      var heads = waiting.served(CASES_PER_RUN_MAX).stream().filter(left::add).toList();
      if (heads.isEmpty()) {
        break;
      }
      offered +=
          eachOf(
              heads,
              head -> desk.offerStock(CaseRef.latest(head.rmaId()), head.lineNo(), at, CLOCK),
              stop);
    }
    return offered;
  }

  /** Asks those anew who agreed to wait for stock until a day that is over. */
  public int askAgain(Instant at, BooleanSupplier stop) {
    return eachOf(
        waiting.agreedBefore(Promises.day(at), CASES_PER_RUN_MAX),
        row -> desk.askAgain(CaseRef.latest(row.rmaId()), row.lineNo(), at),
        stop);
  }

  private List<CaseRef> due(String what, Instant at) {
    return jdbc.sql(
            "select id, version from rma where due_at < :now "
                + what
                + " order by due_at, id limit :most")
        .param("now", at.atOffset(ZoneOffset.UTC))
        .param("most", CASES_PER_RUN_MAX)
        .query((row, n) -> new CaseRef(row.getLong(1), row.getInt(2)))
        .list();
  }

  private static <T> int eachOf(
      List<T> cases, Function<T, Answer<Rma>> verb, BooleanSupplier stop) {
    int done = 0;
    for (var one : cases) {
      if (stop.getAsBoolean()) {
        break;
      }
      try {
        if (verb.apply(one) instanceof Answer.Done) {
          done++;
        }
      } catch (RuntimeException e) {
        // One case that fails must not keep all others waiting behind it.
        LOG.error("A timer could not move {}", one, e);
      }
    }
    return done;
  }
}
