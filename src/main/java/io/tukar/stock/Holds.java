package io.tukar.stock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Units set aside for a line of a case. A hold is taken whole or not at all, and is resolved once:
 * shipped, released or expired. Stock is locked by SKU, in the order of the codes.
 */
@Repository
public class Holds {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Holds(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** How a hold ended. */
  public enum End {
    RELEASED,
    EXPIRED
  }

  /**
   * Takes the units for the line; false, and nothing taken, where fewer are free, or where somebody
   * waits for them who comes first. Whoever is turned away holds the product's lock until the end
   * of the transaction, so that the next already sees them waiting.
   */
  public boolean take(Wish wish, Instant at, Instant until) {
    var known =
        jdbc.sql("select 1 from stock_level where sku = ? for no key update")
            .param(wish.sku().value())
            .query(Integer.class)
            .optional();
    return known.isPresent() && 1 == taken(wish, at, until);
  }

  private int taken(Wish wish, Instant at, Instant until) {
    return jdbc.sql(
            """
            with me as (
              select coalesce(
                (select since from stock_waiting
                 where rma_id = :rma and line_no = :line and sku = :sku), :at) as since
            ), shelf as (
              update stock_level set held = held + :quantity
              where sku = :sku and on_hand - held >= :quantity
                and not exists (
                  select 1 from stock_waiting w, me
                  where w.sku = :sku
                    and (not w.priority, w.since, w.rma_id, w.line_no)
                        < (not :priority, me.since, :rma, :line))
              returning sku
            ), taken as (
              insert into hold (rma_id, line_no, sku, state, taken_at, expires_at)
              select :rma, :line, sku, 'HELD', :at, :until
              from shelf, unnest(:units::int[])
            )
            select count(*) from shelf
            """)
        .param("quantity", wish.quantity())
        // An array, whose length the database need not know to plan this once for ever.
        .param("units", new Integer[wish.quantity()])
        .param("sku", wish.sku().value())
        .param("rma", wish.rmaId())
        .param("line", wish.lineNo())
        .param("priority", wish.priority())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** Lets go of all that the case holds for these lines. */
  public void end(long rmaId, List<Integer> lineNos, End how, Instant at) {
    if (lineNos.isEmpty()) {
      return;
    }
    var freed = new TreeMap<String, Integer>();
    jdbc.sql(
            """
            update hold set state = :state, resolved_at = :at
            where rma_id = :rma and line_no = any(:lines) and state = 'HELD'
            returning sku
            """)
        .param("state", how.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("rma", rmaId)
        .param("lines", lineNos.toArray(Integer[]::new))
        .query(String.class)
        .list()
        .forEach(sku -> freed.merge(sku, 1, Integer::sum));
    batch.batchUpdate(
        "update stock_level set held = held - ? where sku = ?",
        freed.entrySet().stream().map(e -> new Object[] {e.getValue(), e.getKey()}).toList());
  }

  /** So many of the line's holds are another line's of the same case from now on. */
  public void divide(long rmaId, int lineNo, int into, int quantity) {
    jdbc.sql(
            """
            update hold set line_no = :into where id in (
              select id from hold where rma_id = :rma and line_no = :line and state = 'HELD'
              order by id desc limit :quantity)
            """)
        .param("into", into)
        .param("rma", rmaId)
        .param("line", lineNo)
        .param("quantity", quantity)
        .update();
  }

  /** Units held for each line of the case. */
  public Map<Integer, Integer> heldByLine(long rmaId) {
    var held = new TreeMap<Integer, Integer>();
    jdbc.sql("select line_no from hold where rma_id = ? and state = 'HELD'")
        .param(rmaId)
        .query(Integer.class)
        .list()
        .forEach(line -> held.merge(line, 1, Integer::sum));
    return held;
  }

  /** No open hold of the case ends before this. */
  public void extendTo(long rmaId, Instant until) {
    jdbc.sql(
            """
            update hold set expires_at = :until
            where rma_id = :rma and state = 'HELD' and expires_at < :until
            """)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("rma", rmaId)
        .update();
  }

  /** Moves the end of all open holds of a case, as when a parcel is on its way. */
  public void extend(long rmaId, Instant until) {
    jdbc.sql("update hold set expires_at = ? where rma_id = ? and state = 'HELD'")
        .param(until.atOffset(ZoneOffset.UTC))
        .param(rmaId)
        .update();
  }
}
