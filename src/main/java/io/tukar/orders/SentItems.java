package io.tukar.orders;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much of an order has left the shop from here, and which units. */
@Repository
public class SentItems {

  /** A page of the list shows no more. */
  public static final int ROWS_MAX = 50;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  SentItems(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** A unit that leaves with a line of an order. */
  public record SentUnit(long soldItemId, Sku sku, SerialNumber serial, @Nullable MacAddress mac) {}

  /**
   * An order of which something is to be sent.
   *
   * @param missing units, those without serials included
   */
  public record Waiting(OrderNumber number, Instant orderedAt, int missing) {}

  /**
   * Orders that nobody has sent, or not all of, the oldest first.
   *
   * @param page from 1, of {@link #ROWS_MAX}
   */
  public List<Waiting> waiting(int page) {
    return jdbc.sql(
            """
            select o.number, o.ordered_at,
              (select sum(i.quantity - i.sent)::int from sold_item i where i.order_id = o.id)
            from sales_order o where o.status = 'OPEN' order by o.ordered_at, o.id limit ? offset ?
            """)
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(
            (row, n) ->
                new Waiting(
                    new OrderNumber(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getInt(3)))
        .list();
  }

  /** How many orders wait. */
  public int waiting() {
    return jdbc.sql("select count(*)::int from sales_order where status = 'OPEN'")
        .query(Integer.class)
        .single();
  }

  /** How many units of each line of the order have left, by the line's number. */
  public Map<Integer, Integer> of(long orderId) {
    return jdbc
        .sql("select line_no, sent from sold_item where order_id = ?")
        .param(orderId)
        .query((row, n) -> Map.entry(row.getInt(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * So many more of each sold item leave. The caller holds the order's lock; the database refuses
   * more than was bought. A unit that came back from another buyer is now this line's; serials that
   * a file named beforehand give way to those that were scanned.
   *
   * @param unitsBySoldItem all of them, those with a serial included
   */
  public void leave(Map<Long, Integer> unitsBySoldItem, List<SentUnit> units) {
    var writes = new Writes();
    unitsBySoldItem.forEach(
        (item, number) ->
            writes.one(
                () -> new IllegalStateException("A sold item that does not exist leaves"),
                "update sold_item set sent = sent + ? where id = ?",
                number,
                item));
    units.stream()
        .map(SentUnit::soldItemId)
        .distinct()
        .forEach(
            item ->
                writes.any("delete from sold_unit where sold_item_id = ? and not scanned", item));
    for (var unit : units) {
      var mac = unit.mac();
      writes.any(
          """
          insert into sold_unit (sold_item_id, sku, serial, mac, scanned)
          values (?, ?, ?, ?, true)
          on conflict (sku, serial) do update
          set sold_item_id = excluded.sold_item_id, mac = coalesce(excluded.mac, sold_unit.mac),
              scanned = true
          """,
          unit.soldItemId(),
          unit.sku().value(),
          unit.serial().value(),
          mac == null ? null : mac.value());
    }
    writes.send(batch);
  }

  /** Nothing more of the order is to be sent. */
  public void finished(long orderId, LocalDate day) {
    jdbc.sql(
            """
            update sales_order set status = 'SHIPPED', dispatched_on = coalesce(dispatched_on, ?)
            where id = ? and status = 'OPEN'
            """)
        .params(day, orderId)
        .update();
  }
}
