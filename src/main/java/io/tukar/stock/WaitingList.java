package io.tukar.stock;

import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who waits for a product: first come, first served, those with priority before the others (clause
 * P5). A smaller wish never overtakes a larger one.
 */
@Repository
public class WaitingList {

  /** One page of a product's list. */
  public static final int ROWS_MAX = 50;

  private final JdbcClient jdbc;

  WaitingList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A line that waits.
   *
   * @param place in the product's list, from 1; 0 where it was not asked for
   */
  public record Row(
      long rmaId, int lineNo, int quantity, boolean priority, Instant since, int place) {}

  /**
   * Where a line stands in its product's list.
   *
   * @param place from 1, which is served next
   * @param waiting how many lines wait for that product
   */
  public record Place(int place, int waiting) {}

  /**
   * Puts a line on its product's list, or keeps it where it is: a place is lost only by wanting
   * another product.
   *
   * @param origin the line it was split off; its place is shared. The line's own number otherwise.
   */
  public static void join(Wish wish, int origin, Instant at, Writes writes) {
    writes.any(
        """
        insert into stock_waiting as w (rma_id, line_no, sku, quantity, priority, since)
        values (?, ?, ?, ?, ?, coalesce(
          (select o.since from stock_waiting o where o.rma_id = ? and o.line_no = ? and o.sku = ?), ?))
        on conflict (rma_id, line_no) do update
        set sku = excluded.sku, quantity = excluded.quantity, priority = excluded.priority,
            since = case when w.sku = excluded.sku then w.since else excluded.since end
        """,
        wish.rmaId(),
        wish.lineNo(),
        wish.sku().value(),
        wish.quantity(),
        wish.priority(),
        wish.rmaId(),
        origin,
        wish.sku().value(),
        at.atOffset(ZoneOffset.UTC));
  }

  /** Whether the day this line's customer agreed to is over. */
  public boolean agreedBefore(long rmaId, int lineNo, LocalDate day) {
    return jdbc.sql(
            """
            select 1 from stock_waiting where rma_id = ? and line_no = ? and agreed_until < ?
            """)
        .params(rmaId, lineNo, day)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The lines whose customer agreed to wait until a day before this one, and is to be asked. */
  public List<Row> agreedBefore(LocalDate day, int most) {
    return jdbc.sql(
            """
            select rma_id, line_no, quantity, priority, since, 0 as place
            from stock_waiting where agreed_until < ? order by agreed_until, rma_id limit ?
            """)
        .params(day, most)
        .query(WaitingList::row)
        .list();
  }

  /** Whoever waits agreed to it until that day; null where they are to say so anew. */
  public static void agree(long rmaId, int lineNo, @Nullable LocalDate until, Writes writes) {
    writes.any(
        "update stock_waiting set agreed_until = ? where rma_id = ? and line_no = ?",
        until,
        rmaId,
        lineNo);
  }

  /** Takes a line off its list: it is served, or wants nothing any more. */
  public static void leave(long rmaId, int lineNo, Writes writes) {
    writes.any("delete from stock_waiting where rma_id = ? and line_no = ?", rmaId, lineNo);
  }

  /** The first of each product's list for whom there is enough on the shelf. */
  public List<Row> served(int most) {
    return jdbc.sql(
            """
            select w.rma_id, w.line_no, w.quantity, w.priority, w.since, 1 as place from (
              select distinct on (sku) * from stock_waiting
              order by sku, (not priority), since, rma_id, line_no
            ) w join stock_level s on s.sku = w.sku
            where s.on_hand - s.held >= w.quantity
            order by w.rma_id limit ?
            """)
        .param(most)
        .query(WaitingList::row)
        .list();
  }

  /**
   * A page of a product's list, in order.
   *
   * @param page from 1, of {@link #ROWS_MAX} rows
   */
  public List<Row> of(Sku sku, int page) {
    return jdbc.sql(
            """
            select rma_id, line_no, quantity, priority, since,
                   row_number() over (order by (not priority), since, rma_id, line_no)::int as place
            from stock_waiting where sku = ?
            order by (not priority), since, rma_id, line_no limit ? offset ?
            """)
        .params(sku.value(), ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(WaitingList::row)
        .list();
  }

  /** How many lines wait for a product. */
  public int count(Sku sku) {
    return jdbc.sql("select count(*)::int from stock_waiting where sku = ?")
        .param(sku.value())
        .query(Integer.class)
        .single();
  }

  /** Where the waiting lines of a case stand, by line. */
  public Map<Integer, Place> placesOf(long rmaId) {
    var places = new HashMap<Integer, Place>();
    jdbc.sql(
            """
            select line_no, place, waiting from (
              select rma_id, line_no,
                     row_number() over (partition by sku
                       order by (not priority), since, rma_id, line_no)::int as place,
                     count(*) over (partition by sku)::int as waiting
              from stock_waiting
              where sku in (select sku from stock_waiting where rma_id = :rma)
            ) w where rma_id = :rma
            """)
        .param("rma", rmaId)
        .query(
            row -> {
              places.put(row.getInt(1), new Place(row.getInt(2), row.getInt(3)));
            });
    return places;
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getInt(2),
        row.getInt(3),
        row.getBoolean(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getInt(6));
  }
}
