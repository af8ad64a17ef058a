package io.tukar.orders;

import static java.util.stream.Collectors.toMap;

import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Sku;
import io.tukar.orders.ImportedOrder.Reach;
import io.tukar.orders.ImportedOrder.Serial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an order import changes: a few hundred orders are written by a handful of statements, within
 * the caller's transaction, which holds their locks.
 */
final class OrderWrites {

  private final JdbcClient jdbc;

  OrderWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
          .param(Columns.longs(gone, SerialRow::itemId))
          .param(Columns.texts(gone, row -> row.serial().number().value()))
          .update();
    }
  }

  private void removeLines(List<StoredOrder.Line> lines) {
    if (!lines.isEmpty()) {
      var ids = Columns.longs(lines, StoredOrder.Line::id);
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
          .param(Columns.longs(changes, change -> change.stored().id()))
          .param(Columns.texts(changes, change -> change.told().name()))
          .param(Columns.ints(changes, change -> change.told().quantity()))
          .param(Columns.longs(changes, change -> change.told().unitPaid().minor()))
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
                      courier = t.courier, for_company = t.for_company, imported_at = ?
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]::timestamptz[], ?::text[],
                              ?::text[]::date[], ?::text[]::date[], ?::text[], ?::text[]::boolean[])
                    as t (number, invoice, customer_id, ordered_at, status, dispatched_on, received_on,
                          courier, for_company)
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
                                           ordered_at, status, dispatched_on, received_on,
                                           courier, for_company)
                  select ?, ?, t.*
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]::timestamptz[], ?::text[],
                              ?::text[]::date[], ?::text[]::date[], ?::text[],
                              ?::text[]::boolean[]) as t
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
    return sql.param(Columns.texts(merges, m -> m.head().number().value()))
        .param(Columns.texts(merges, m -> text(m.head().invoice())))
        .param(
            Columns.longs(
                merges, m -> Objects.requireNonNull(customers.get(m.head().buyer().reach()))))
        .param(Columns.texts(merges, m -> m.head().orderedAt().toString()))
        .param(Columns.texts(merges, m -> m.head().status().name()))
        .param(Columns.texts(merges, m -> text(m.head().dispatchedOn())))
        .param(Columns.texts(merges, m -> text(m.head().receivedOn())))
        .param(Columns.texts(merges, m -> m.head().asked().courier()))
        .param(Columns.texts(merges, m -> text(m.head().asked().forCompany())));
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
        .param(Columns.longs(rows, LineRow::orderId))
        .param(Columns.ints(rows, LineRow::lineNo))
        .param(Columns.texts(rows, row -> row.line().sku().value()))
        .param(Columns.texts(rows, row -> row.line().name()))
        .param(Columns.ints(rows, row -> row.line().quantity()))
        .param(Columns.longs(rows, row -> row.line().unitPaid().minor()))
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
          .param(Columns.longs(rows, SerialRow::itemId))
          .param(Columns.texts(rows, row -> row.sku().value()))
          .param(Columns.texts(rows, row -> row.serial().number().value()))
          .param(Columns.texts(rows, row -> text(row.serial().mac())))
          .update();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private record LineRow(long orderId, int lineNo, ImportedOrder.Line line) {
    String place() {
      return orderId + "/" + lineNo;
    }
  }

  private record SerialRow(long itemId, Sku sku, Serial serial) {}
}
