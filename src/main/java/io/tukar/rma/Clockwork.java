package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
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

  Clockwork(JdbcClient jdbc, ExchangeDesk desk) {
    this.jdbc = jdbc;
    this.desk = desk;
  }

  /**
   * Ends the cases whose customer neither sent photos nor goods in time, and says how many. A
   * reopened case is left to a person: its line was exchanged once already.
   */
  public int expire(Instant at, BooleanSupplier stop) {
    return eachOf(
        due(
            """
            and (status = 'NEEDS_EVIDENCE' or status = 'AUTHORIZED' and not parcel_sent)
            and not priority
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
   * cases with priority before others. Nobody is overtaken by a smaller wish.
   */
  public int offerStock(Instant at, BooleanSupplier stop) {
    int offered = 0;
    while (offered < CASES_PER_RUN_MAX) {
      var heads = firstInLine();
      int now =
          eachOf(
              heads.subList(0, Math.min(heads.size(), CASES_PER_RUN_MAX - offered)),
              head -> desk.offerStock(head.ref(), head.lineNo(), at, CLOCK),
              stop);
      if (now == 0) {
        break;
      }
      offered += now;
    }
    return offered;
  }

  private record Waiting(CaseRef ref, int lineNo) {}

  private List<Waiting> firstInLine() {
    return jdbc.sql(
            """
            select w.id, w.version, w.line_no from (
              select distinct on (l.wanted_sku) r.id, r.version, l.line_no, l.wanted_sku, l.quantity
              from rma_line l join rma r on r.id = l.rma_id
              where l.goods = 'WAITING'
              order by l.wanted_sku, not r.priority, r.opened_at, r.id, l.line_no
            ) w join stock_level s on s.sku = w.wanted_sku
            where s.on_hand - s.held >= w.quantity
            order by w.id
            """)
        .query((row, n) -> new Waiting(new CaseRef(row.getLong(1), row.getInt(2)), row.getInt(3)))
        .list();
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
