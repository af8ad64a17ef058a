package io.tukar.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.tukar.kernel.Currency;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.orders.ImportedOrder.Reach;
import io.tukar.orders.ImportedOrder.Serial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of an order import: a few hundred orders are read, locked and written by a handful of
 * statements, within the caller's transaction.
 */
final class OrderBatch {

  private final JdbcClient jdbc;

  OrderBatch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One import at a time until the transaction ends. */
  void queue() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('tukar import orders'))")
        .query((row, n) -> 0)
        .list();
  }

  /** What is known of these orders, locked as every change of a case locks them. */
  Map<OrderNumber, StoredOrder> lock(Collection<OrderNumber> numbers) {
    var heads =
        jdbc.sql(
                """
                select o.id, o.number, o.invoice, o.ordered_at, o.status, o.dispatched_on,
                       o.received_on, c.phone, c.email
                from sales_order o join customer c on c.id = o.customer_id
                where o.number = any(?) order by o.id for no key update of o
                """)
            .param(numbers.stream().map(OrderNumber::value).toArray(String[]::new))
            .query((row, n) -> Map.entry(new OrderNumber(row.getString("number")), head(row)))
            .list();
    var lines = lines(heads.stream().map(head -> head.getValue().id()).toList());
    return heads.stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                head -> {
                  var order = head.getValue();
                  return new StoredOrder(
                      order.id(),
                      order.invoice(),
                      order.reach(),
                      order.orderedAt(),
                      order.status(),
                      order.dispatchedOn(),
                      order.receivedOn(),
                      lines.getOrDefault(order.id(), List.of()));
                }));
  }

  /** Which orders carry these invoice numbers. */
  Map<OrderNumber, OrderNumber> ordersByInvoice(Collection<OrderNumber> invoices) {
    var orders = new HashMap<OrderNumber, OrderNumber>();
    if (!invoices.isEmpty()) {
      jdbc.sql("select invoice, number from sales_order where invoice = any(?)")
          .param(invoices.stream().map(OrderNumber::value).toArray(String[]::new))
          .query(
              (row, n) ->
                  orders.put(new OrderNumber(row.getString(1)), new OrderNumber(row.getString(2))))
          .list();
    }
    return orders;
  }

  /** A unit sold: no two orders can have sold it. */
  record Sold(Sku sku, SerialNumber serial) {}

  /** Which orders sold these units. */
  Map<Sold, OrderNumber> ordersByUnit(Collection<Sold> units) {
    var orders = new HashMap<Sold, OrderNumber>();
    if (!units.isEmpty()) {
      var list = List.copyOf(units);
      jdbc.sql(
              """
              select u.sku, u.serial, o.number
              from unnest(?::text[], ?::text[]) as t (sku, serial)
              join sold_unit u on u.sku = t.sku and u.serial = t.serial
              join sold_item i on i.id = u.sold_item_id join sales_order o on o.id = i.order_id
              """)
          .param(texts(list, unit -> unit.sku().value()))
          .param(texts(list, unit -> unit.serial().value()))
          .query(
              (row, n) ->
                  orders.put(
                      new Sold(new Sku(row.getString(1)), new SerialNumber(row.getString(2))),
                      new OrderNumber(row.getString(3))))
          .list();
    }
    return orders;
  }

  /** Writes what changes; nothing is written for an order that is known as it is told. */
  void write(List<OrderMerge> merges, Map<Reach, Long> customers, String source, Instant at) {
    removeSerials(merges);
    removeLines(merges.stream().flatMap(m -> m.removedLines().stream()).toList());
    changeLines(
        merges.stream()
            .flatMap(m -> m.changedLines().stream())
            .filter(OrderMerge.LineChange::detailsChanged)
            .toList());
    changeHeads(
        merges.stream().filter(m -> m.stored() != null && m.headChanged()).toList(), customers, at);
    var ids =
        insertHeads(
            merges.stream().filter(m -> m.stored() == null).toList(), customers, source, at);
    var serials = new ArrayList<SerialRow>();
    for (var merge : merges) {
      for (var change : merge.changedLines()) {
        change
            .newSerials()
            .forEach(s -> serials.add(new SerialRow(change.stored().id(), change.told().sku(), s)));
      }
    }
    serials.addAll(insertLines(merges, ids));
    insertSerials(serials);
  }

  private Map<Long, List<StoredOrder.Line>> lines(List<Long> orderIds) {
    if (orderIds.isEmpty()) {
      return Map.of();
    }
    var ids = orderIds.toArray(Long[]::new);
    var serials =
        jdbc
            .sql(
                """
                select u.sold_item_id, u.serial, u.mac
                from sold_unit u join sold_item i on i.id = u.sold_item_id
                where i.order_id = any(?)
                """)
            .param(ids)
            .query((row, n) -> Map.entry(row.getLong(1), serial(row)))
            .list()
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return jdbc
        .sql(
            """
            select i.order_id, i.id, i.line_no, i.sku, i.name, i.quantity, i.unit_paid, i.claimed,
                   i.claimed > 0
                     or exists (select 1 from rma_line l where l.sold_item_id = i.id) as in_case
            from sold_item i where i.order_id = any(?) order by i.order_id, i.line_no
            """)
        .param(ids)
        .query((row, n) -> Map.entry(row.getLong("order_id"), line(row, serials)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static StoredOrder head(ResultSet row) throws SQLException {
    var invoice = row.getString("invoice");
    return new StoredOrder(
        row.getLong("id"),
        invoice == null ? null : new OrderNumber(invoice),
        Buyers.reach(row),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        OrderStatus.valueOf(row.getString("status")),
        row.getObject("dispatched_on", LocalDate.class),
        row.getObject("received_on", LocalDate.class),
        List.of());
  }

  private static StoredOrder.Line line(ResultSet row, Map<Long, List<Serial>> serials)
      throws SQLException {
    var id = row.getLong("id");
    return new StoredOrder.Line(
        id,
        row.getInt("line_no"),
        new Sku(row.getString("sku")),
        row.getString("name"),
        row.getInt("quantity"),
        new Money(row.getLong("unit_paid"), Currency.IDR),
        row.getInt("claimed"),
        row.getBoolean("in_case"),
        serials.getOrDefault(id, List.of()));
  }

  private static Serial serial(ResultSet row) throws SQLException {
    var mac = row.getString("mac");
    return new Serial(
        new SerialNumber(row.getString("serial")), mac == null ? null : new MacAddress(mac));
  }

  private void removeSerials(List<OrderMerge> merges) {
    var gone = new ArrayList<SerialRow>();
    for (var merge : merges) {
      for (var change : merge.changedLines()) {
        change
            .goneSerials()
            .forEach(
                s ->
                    gone.add(
                        new SerialRow(
                            change.stored().id(), change.told().sku(), new Serial(s, null))));
      }
    }
    if (!gone.isEmpty()) {
      jdbc.sql(
              """
              delete from sold_unit u using unnest(?::bigint[], ?::text[]) as t (item, serial)
              where u.sold_item_id = t.item and u.serial = t.serial
              """)
          .param(longs(gone, SerialRow::itemId))
          .param(texts(gone, row -> row.serial().number().value()))
          .update();
    }
  }

  private void removeLines(List<StoredOrder.Line> lines) {
    if (!lines.isEmpty()) {
      var ids = longs(lines, StoredOrder.Line::id);
      jdbc.sql("delete from sold_unit where sold_item_id = any(?)").param(ids).update();
      jdbc.sql("delete from sold_item where id = any(?) and claimed = 0").param(ids).update();
    }
  }

  private void changeLines(List<OrderMerge.LineChange> changes) {
    if (!changes.isEmpty()) {
      jdbc.sql(
              """
              update sold_item i set name = t.name, quantity = t.quantity, unit_paid = t.unit_paid
              from unnest(?::bigint[], ?::text[], ?::int[], ?::bigint[])
                as t (id, name, quantity, unit_paid)
              where i.id = t.id
              """)
          .param(longs(changes, change -> change.stored().id()))
          .param(texts(changes, change -> change.told().name()))
          .param(ints(changes, change -> change.told().quantity()))
          .param(longs(changes, change -> change.told().unitPaid().minor()))
          .update();
    }
  }

  private void changeHeads(List<OrderMerge> merges, Map<Reach, Long> customers, Instant at) {
    if (!merges.isEmpty()) {
      headParams(
              jdbc.sql(
                      """
                  update sales_order o
                  set invoice = t.invoice, customer_id = t.customer_id, ordered_at = t.ordered_at,
                      status = t.status, dispatched_on = t.dispatched_on, received_on = t.received_on,
                      imported_at = ?
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]::timestamptz[], ?::text[],
                              ?::text[]::date[], ?::text[]::date[])
                    as t (number, invoice, customer_id, ordered_at, status, dispatched_on, received_on)
                  where o.number = t.number
                  """)
                  .param(at.atOffset(ZoneOffset.UTC)),
              merges,
              customers)
          .update();
    }
  }

  private Map<OrderNumber, Long> insertHeads(
      List<OrderMerge> merges, Map<Reach, Long> customers, String source, Instant at) {
    var ids = new HashMap<OrderNumber, Long>();
    if (!merges.isEmpty()) {
      headParams(
              jdbc.sql(
                      """
                  insert into sales_order (source, imported_at, number, invoice, customer_id,
                                           ordered_at, status, dispatched_on, received_on)
                  select ?, ?, t.*
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]::timestamptz[], ?::text[],
                              ?::text[]::date[], ?::text[]::date[]) as t
                  returning id, number
                  """)
                  .param(source)
                  .param(at.atOffset(ZoneOffset.UTC)),
              merges,
              customers)
          .query((row, n) -> ids.put(new OrderNumber(row.getString(2)), row.getLong(1)))
          .list();
    }
    return ids;
  }

  private static JdbcClient.StatementSpec headParams(
      JdbcClient.StatementSpec sql, List<OrderMerge> merges, Map<Reach, Long> customers) {
    return sql.param(texts(merges, m -> m.head().number().value()))
        .param(texts(merges, m -> text(m.head().invoice())))
        .param(longs(merges, m -> Objects.requireNonNull(customers.get(m.head().buyer().reach()))))
        .param(texts(merges, m -> m.head().orderedAt().toString()))
        .param(texts(merges, m -> m.head().status().name()))
        .param(texts(merges, m -> text(m.head().dispatchedOn())))
        .param(texts(merges, m -> text(m.head().receivedOn())));
  }

  private List<SerialRow> insertLines(List<OrderMerge> merges, Map<OrderNumber, Long> newOrders) {
    var rows = new ArrayList<LineRow>();
    for (var merge : merges) {
      var stored = merge.stored();
      var orderId =
          stored == null ? Objects.requireNonNull(newOrders.get(merge.number())) : stored.id();
      var lineNo =
          stored == null
              ? 0
              : stored.lines().stream().mapToInt(StoredOrder.Line::lineNo).max().orElse(0);
      for (var line : merge.newLines()) {
        rows.add(new LineRow(orderId, ++lineNo, line));
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    var byPlace = rows.stream().collect(toMap(LineRow::place, Function.identity()));
    var serials = new ArrayList<SerialRow>();
    jdbc.sql(
            """
            insert into sold_item (order_id, line_no, sku, name, quantity, unit_paid)
            select * from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::int[], ?::bigint[])
            returning id, order_id, line_no
            """)
        .param(longs(rows, LineRow::orderId))
        .param(ints(rows, LineRow::lineNo))
        .param(texts(rows, row -> row.line().sku().value()))
        .param(texts(rows, row -> row.line().name()))
        .param(ints(rows, row -> row.line().quantity()))
        .param(longs(rows, row -> row.line().unitPaid().minor()))
        .query((row, n) -> Map.entry(row.getLong(1), row.getLong(2) + "/" + row.getInt(3)))
        .list()
        .forEach(
            entry -> {
              var line = Objects.requireNonNull(byPlace.get(entry.getValue())).line();
              line.serials()
                  .forEach(s -> serials.add(new SerialRow(entry.getKey(), line.sku(), s)));
            });
    return serials;
  }

  private void insertSerials(List<SerialRow> rows) {
    if (!rows.isEmpty()) {
      jdbc.sql(
              """
              insert into sold_unit (sold_item_id, sku, serial, mac)
              select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
              on conflict (sku, serial) do update set mac = excluded.mac
              where sold_unit.sold_item_id = excluded.sold_item_id
              """)
          .param(longs(rows, SerialRow::itemId))
          .param(texts(rows, row -> row.sku().value()))
          .param(texts(rows, row -> row.serial().number().value()))
          .param(texts(rows, row -> text(row.serial().mac())))
          .update();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> @Nullable String[] texts(
      List<T> values, Function<T, @Nullable String> column) {
    var texts = new @Nullable String[values.size()];
    for (var i = 0; i < texts.length; i++) {
      texts[i] = column.apply(values.get(i));
    }
    return texts;
  }

  private static <T> Long[] longs(List<T> values, Function<T, Long> column) {
    return values.stream().map(column).toArray(Long[]::new);
  }

  private static <T> Integer[] ints(List<T> values, Function<T, Integer> column) {
    return values.stream().map(column).toArray(Integer[]::new);
  }

  private record LineRow(long orderId, int lineNo, ImportedOrder.Line line) {
    String place() {
      return orderId + "/" + lineNo;
    }
  }

  private record SerialRow(long itemId, Sku sku, Serial serial) {}
}
