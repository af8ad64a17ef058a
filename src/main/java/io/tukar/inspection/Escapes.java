package io.tukar.inspection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often a unit passed its test and was dead on arrival all the same (clauses P1, P3): the
 * inspector confirmed what the customer said, and it was the shop's fault. A unit counts by the
 * test it left on, as often as it left.
 */
@Repository
public class Escapes {

  /** One page of a report. */
  public static final int ROWS_MAX = 50;

  /** What the units are counted by. */
  public enum By {
    PRODUCT("d.sku", "(select p.name from product p where p.sku = min(d.sku))"),
    LOT("coalesce(nullif(d.lot, ''), '-')", "min(d.sku)"),
    TESTER("d.signed_by", "min(d.signed_by)");

    private final String key;
    private final String label;

    By(String key, String label) {
      this.key = key;
      this.label = label;
    }
  }

  /**
   * One row: a product, a lot or a tester.
   *
   * @param key the SKU, the lot ({@code -} where none was written down), or the tester's reference
   * @param label of a product its name, of a lot a SKU of it
   * @param shipped units that left on a passed test
   * @param escaped of these, dead on arrival
   */
  public record Row(String key, String label, int shipped, int escaped) {

    /** Escapes of 10,000 units, rounded to the nearest. */
    public int perTenThousand() {
      return shipped == 0 ? 0 : Math.toIntExact(Math.round(escaped * 10_000.0 / shipped));
    }
  }

  private static final String DEPARTED =
      """
      with left_shop as (
        select m.id, m.unit_id, m.at, u.sku, u.lot, t.signed_by,
               lead(m.at) over (partition by m.unit_id order by m.id) as again
        from stock_move m join unit u on u.id = m.unit_id
        join lateral (
          select t.signed_by from qc_test t
          where t.unit_id = m.unit_id and t.outcome = 'PASSED' and t.ended_at <= m.at
          order by t.ended_at desc limit 1
        ) t on true
        where m.to_place = 'CUSTOMER' and m.cause in ('dispatched', 'sold')
      ), d as (
        select s.*, exists (
          select 1 from unit_look k
          join rma_line l on l.rma_id = k.rma_id and l.line_no = k.line_no
          where k.unit_id = s.unit_id and k.ended_at > s.at
            and (s.again is null or k.ended_at <= s.again)
            and l.reason = 'DEAD_ON_ARRIVAL' and l.verdict = 'AS_CLAIMED' and l.fault = 'SHOP'
        ) as escaped
        from left_shop s where s.at >= :from and s.at < :to
      )
      """;

  private final JdbcClient jdbc;

  Escapes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The worst first, by their number of escapes.
   *
   * @param from the first day the units left, in this zone
   * @param to the last day
   * @param page from 1, of {@link #ROWS_MAX} rows
   */
  public List<Row> page(By by, LocalDate from, LocalDate to, ZoneId zone, int page) {
    return jdbc.sql(
            DEPARTED
                + "select "
                + by.key
                + " as key, "
                + by.label
                + """
                 as label, count(*)::int, count(*) filter (where d.escaped)::int as escaped
                from d group by 1
                order by escaped desc, count(*) desc, 1 limit :most offset :skip
                """)
        .param("from", start(from, zone))
        .param("to", start(to.plusDays(1), zone))
        .param("most", ROWS_MAX)
        .param("skip", (page - 1) * ROWS_MAX)
        .query(
            (row, n) -> new Row(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /** How many rows there are. */
  public int count(By by, LocalDate from, LocalDate to, ZoneId zone) {
    return jdbc.sql(DEPARTED + "select count(distinct " + by.key + ")::int from d")
        .param("from", start(from, zone))
        .param("to", start(to.plusDays(1), zone))
        .query(Integer.class)
        .single();
  }

  /** All units of these days together; its key and label are empty. */
  public Row all(LocalDate from, LocalDate to, ZoneId zone) {
    return jdbc.sql(
            DEPARTED
                + "select '', '', count(*)::int, count(*) filter (where d.escaped)::int from d")
        .param("from", start(from, zone))
        .param("to", start(to.plusDays(1), zone))
        .query(
            (row, n) -> new Row(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
        .single();
  }

  private static OffsetDateTime start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }
}
