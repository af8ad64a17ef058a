package io.tukar.rma;

import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Param;
import io.tukar.outbox.Recipient;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds customers before their day to ship has passed, with which the case and its hold end
 * (clause P5): three working days before, and one. Whose replacement is to leave first is not asked
 * to ship before it has left. Once each for a date: the message's key says which, and the database
 * keeps keys apart.
 */
@Component
public class ShipReminders {

  /** One run writes no more letters than this; the next goes on. */
  static final int LETTERS_PER_RUN_MAX = 500;

  private static final List<Integer> WORKING_DAYS_BEFORE = List.of(1, 3);

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final TransactionTemplate transactions;
  private final Promises promises;

  ShipReminders(
      JdbcClient jdbc, JdbcTemplate batch, TransactionTemplate transactions, Promises promises) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.transactions = transactions;
    this.promises = promises;
  }

  private record Due(long rmaId, long customerId, LocalDate shipBy, boolean sentAhead) {}

  /** Writes what is due, and says how many letters that were. */
  public int remind(Instant at, BooleanSupplier stop) {
    var today = Promises.day(at);
    var from = today;
    int written = 0;
    for (var daysBefore : WORKING_DAYS_BEFORE) {
      var until = promises.customerDay(at, daysBefore);
      if (!stop.getAsBoolean()) {
        written += remind(daysBefore, from, until, at);
      }
      from = until.plusDays(1);
    }
    return written;
  }

  private int remind(int daysBefore, LocalDate from, LocalDate until, Instant at) {
    var written =
        transactions.execute(
            transaction -> {
              var due = due(daysBefore, from, until);
              var writes = new Writes();
              Outbox.add(due.stream().map(one -> letter(one, daysBefore)).toList(), at, writes);
              writes.send(batch);
              return due.size();
            });
    return written == null ? 0 : written;
  }

  /** Locked, so that a waybill given in the same moment comes before or after, not in between. */
  private List<Due> due(int daysBefore, LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select r.id, r.customer_id, r.ship_by, r.advance from rma r
            where r.status = 'AUTHORIZED' and not r.parcel_sent
              and r.ship_by between :from and :until
              and (not r.advance or exists (
                select 1 from rma_line l
                where l.rma_id = r.id and l.state = 'AUTHORIZED' and l.goods = 'SHIPPED'))
              and not exists (
                select 1 from outbox o where o.key =
                  'remind/' || r.id || '/' || r.ship_by || '/' || :days || '/customer:' || r.customer_id)
              and not exists (
                select 1 from pickup p where p.rma_id = r.id and p.state in ('ASKED', 'BOOKED', 'UNKNOWN'))
              and not exists (select 1 from parcel p where p.rma_id = r.id and p.state <> 'GONE')
            order by r.ship_by, r.id limit :most
            for no key update of r skip locked
            """)
        .param("from", from)
        .param("until", until)
        .param("days", String.valueOf(daysBefore))
        .param("most", LETTERS_PER_RUN_MAX)
        .query(
            (row, n) ->
                new Due(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, LocalDate.class),
                    row.getBoolean(4)))
        .list();
  }

  private static Outgoing letter(Due due, int daysBefore) {
    var to = new Recipient.Customer(due.customerId());
    var key =
        "remind/" + due.rmaId() + "/" + due.shipBy() + "/" + daysBefore + "/" + to.reference();
    return new Outgoing(
        key,
        to,
        due.sentAhead() ? Notice.GOODS_AWAITED : Notice.SHIP_REMINDER,
        due.rmaId(),
        Map.of(Param.SHIP_BY, due.shipBy().toString()));
  }
}
