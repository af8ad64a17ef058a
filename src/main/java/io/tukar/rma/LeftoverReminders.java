package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Param;
import io.tukar.outbox.Recipient;
import io.tukar.rows.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to count refused goods whose way back nobody paid in time, and parcels nobody awaits, and
 * reminds their owners until when they are kept (clauses P3, P4): at the beginning, and {@value
 * #FIRST_DAYS_BEFORE} and {@value #LAST_DAYS_BEFORE} calendar days before the last day. Once each,
 * whichever node does it: the database keeps notices apart. A last reminder that goes out late
 * moves the last day, so that the owner has the days it promises.
 */
@Component
public class LeftoverReminders {

  /** The last reminder goes out no later than this before the last day, in calendar days. */
  public static final int LAST_DAYS_BEFORE = 7;

  static final int FIRST_DAYS_BEFORE = 14;

  /** One run begins no more counts and writes no more letters than this; the next goes on. */
  static final int LETTERS_PER_RUN_MAX = 500;

  /** A parcel that lies in quarantine is somebody's work before it is nobody's goods. */
  static final int QUIET_DAYS = 7;

  /** The letter at the beginning. */
  static final String BEGUN = "begun";

  private static final List<Integer> DAYS_BEFORE = List.of(LAST_DAYS_BEFORE, FIRST_DAYS_BEFORE);

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final TransactionTemplate transactions;
  private final Leftovers leftovers;

  LeftoverReminders(
      JdbcClient jdbc, JdbcTemplate batch, TransactionTemplate transactions, Leftovers leftovers) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.transactions = transactions;
    this.leftovers = leftovers;
  }

  /** Goods of which somebody is told; their owner is not known of every parcel. */
  private record Due(
      long id,
      @Nullable Long parcelId,
      @Nullable Long rmaId,
      @Nullable Long customerId,
      LocalDate keepUntil) {}

  /** Does what is due, and says of how many goods somebody was told. */
  public int remind(Instant now, BooleanSupplier stop) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    int told = stop.getAsBoolean() ? 0 : once(() -> begun(at)) + once(() -> parcelsBegun(at));
    for (var days : DAYS_BEFORE) {
      if (!stop.getAsBoolean()) {
        told += once(() -> reminded(days, at));
      }
    }
    return told;
  }

  private int once(Supplier<Integer> work) {
    var done = transactions.execute(transaction -> work.get());
    return done == null ? 0 : done;
  }

  /** Locked, so that a payment booked in the same moment comes before or after, not in between. */
  private int begun(Instant at) {
    var due =
        jdbc.sql(
                """
                with due as (
                  select r.id, l.line_no from rma r join rma_line l on l.rma_id = r.id
                  where r.status = 'SETTLED' and r.balance > 0 and r.due_at <= :at
                    and l.state = 'REFUSED' and l.verdict is not null
                    and not exists (select 1 from leftover f
                                    where f.rma_id = l.rma_id and f.line_no = l.line_no)
                  order by r.due_at, r.id, l.line_no limit :most
                  for no key update of r skip locked
                ), begun as (
                  insert into leftover (rma_id, line_no, since, since_by, keep_until)
                  select due.id, due.line_no, :at, :by, :until from due
                  on conflict do nothing
                  returning id, rma_id, keep_until
                )
                select begun.id, null::bigint, begun.rma_id, r.customer_id, begun.keep_until
                from begun join rma r on r.id = begun.rma_id order by begun.id
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", new Actor.Clock().reference())
            .param("until", keepUntil(at))
            .param("most", LETTERS_PER_RUN_MAX)
            .query(LeftoverReminders::due)
            .list();
    leftovers.toldFirst(due.stream().map(Due::id).toList());
    send(due, BEGUN, at);
    return due.size();
  }

  /**
   * Parcels of which something lies in quarantine and nobody did anything for {@value #QUIET_DAYS}
   * days; their owner is told where a case knows them.
   */
  private int parcelsBegun(Instant at) {
    var due =
        jdbc.sql(
                """
                with due as (
                  select p.id from parcel p
                  where p.id in (select id from parcel where state = 'QUARANTINE'
                                 union select parcel_id from parcel_item where ended_at is null)
                    and p.at <= :quiet
                    and not exists (select 1 from leftover f
                                    where f.parcel_id = p.id
                                      and (f.ending is distinct from 'MATCHED'
                                           or f.ended_at > :quiet))
                  order by p.id limit :most
                  for no key update of p skip locked
                ), begun as (
                  insert into leftover (parcel_id, since, since_by, keep_until)
                  select due.id, :at, :by, :until from due
                  on conflict do nothing
                  returning id, parcel_id, keep_until
                )
                select begun.id, begun.parcel_id, r.id, r.customer_id, begun.keep_until
                from begun join parcel p on p.id = begun.parcel_id left join rma r on r.id = p.rma_id
                order by begun.id
                """)
            .param("quiet", at.minus(QUIET_DAYS, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", new Actor.Clock().reference())
            .param("until", keepUntil(at))
            .param("most", LETTERS_PER_RUN_MAX)
            .query(LeftoverReminders::due)
            .list();
    var known = due.stream().filter(one -> one.rmaId != null).toList();
    leftovers.toldFirst(known.stream().map(Due::id).toList());
    send(known, BEGUN, at);
    return due.size();
  }

  private int reminded(int daysBefore, Instant at) {
    var due =
        jdbc.sql(
                """
                with due as (
                  select f.id, greatest(f.keep_until, :today + :least) as keep_until
                  from leftover f
                  where f.ended_at is null and f.keep_until - :days <= :today
                    and (f.rma_id is not null
                         or (select p.rma_id from parcel p where p.id = f.parcel_id) is not null)
                    and not exists (select 1 from leftover_notice n
                                    where n.leftover_id = f.id and n.days_before <= :days)
                  order by f.keep_until, f.id limit :most
                  for no key update of f skip locked
                ), told as (
                  insert into leftover_notice (leftover_id, days_before, at, keep_until)
                  select id, :days, :at, keep_until from due
                  on conflict do nothing
                  returning leftover_id, keep_until
                ), kept as (
                  update leftover f set keep_until = told.keep_until from told
                  where f.id = told.leftover_id
                  returning f.id, f.rma_id, f.parcel_id, f.keep_until
                )
                select kept.id, kept.parcel_id, r.id, r.customer_id, kept.keep_until
                from kept left join parcel p on p.id = kept.parcel_id
                join rma r on r.id = coalesce(kept.rma_id, p.rma_id) order by kept.id
                """)
            .param("today", Promises.day(at))
            .param("days", daysBefore)
            .param("least", LAST_DAYS_BEFORE)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("most", LETTERS_PER_RUN_MAX)
            .query(LeftoverReminders::due)
            .list();
    send(due, "" + daysBefore, at);
    return due.size();
  }

  /** The last day of goods whose owner is told today. */
  LocalDate keepUntil(Instant at) {
    return Promises.day(at).plusDays(leftovers.storageDays());
  }

  /** One letter for all the goods of a case that are kept until the same day. */
  private void send(List<Due> due, String when, Instant at) {
    var writes = new Writes();
    Outbox.add(due.stream().map(one -> letter(one, when)).toList(), at, writes);
    writes.send(batch);
  }

  private static Outgoing letter(Due due, String when) {
    var first = when.equals(BEGUN);
    long rmaId = Objects.requireNonNull(due.rmaId);
    long customerId = Objects.requireNonNull(due.customerId);
    return due.parcelId == null
        ? letter(
            rmaId,
            customerId,
            due.keepUntil,
            first ? Notice.GOODS_LEFT : Notice.GOODS_LEFT_REMINDER,
            when)
        : ParcelLetters.left(
            due.parcelId,
            rmaId,
            customerId,
            due.keepUntil,
            first ? Notice.PARCEL_LEFT : Notice.PARCEL_LEFT_REMINDER,
            when);
  }

  static Outgoing letter(
      long rmaId, long customerId, LocalDate keepUntil, Notice notice, String when) {
    var to = new Recipient.Customer(customerId);
    return new Outgoing(
        "left/" + rmaId + "/" + keepUntil + "/" + when + "/" + to.reference(),
        to,
        notice,
        rmaId,
        Map.of(Param.KEEP_UNTIL, keepUntil.toString()));
  }

  private static Due due(ResultSet row, int n) throws SQLException {
    return new Due(
        row.getLong(1),
        row.getObject(2, Long.class),
        row.getObject(3, Long.class),
        row.getObject(4, Long.class),
        row.getObject(5, LocalDate.class));
  }
}
