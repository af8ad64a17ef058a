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
import io.tukar.orders.ImportedOrder.Asked;
import io.tukar.orders.ImportedOrder.Serial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an order import finds: a few hundred orders are read and locked by a handful of statements,
 * within the caller's transaction.
 */
final class StoredOrders {

  private final JdbcClient jdbc;

  StoredOrders(JdbcClient jdbc) {
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
                       o.received_on, o.courier, o.for_company, c.phone, c.email
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
                      order.asked(),
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

  /**
   * Which orders sold these units. One that was scanned as it left came back before that, if
   * another order sold it too: the scan says whose it is now.
   */
  Map<Sold, OrderNumber> ordersByUnit(Collection<Sold> units) {
    var orders = new HashMap<Sold, OrderNumber>();
    if (!units.isEmpty()) {
      var list = List.copyOf(units);
      jdbc.sql(
              """
              select u.sku, u.serial, o.number
              from unnest(?::text[], ?::text[]) as t (sku, serial)
              join sold_unit u on u.sku = t.sku and u.serial = t.serial and not u.scanned
              join sold_item i on i.id = u.sold_item_id join sales_order o on o.id = i.order_id
              """)
          .param(Columns.texts(list, unit -> unit.sku().value()))
          .param(Columns.texts(list, unit -> unit.serial().value()))
          .query(
              (row, n) ->
                  orders.put(
                      new Sold(new Sku(row.getString(1)), new SerialNumber(row.getString(2))),
                      new OrderNumber(row.getString(3))))
          .list();
    }
    return orders;
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
            select i.order_id, i.id, i.line_no, i.sku, i.name, i.quantity, i.unit_paid, i.claimed, i.sent,
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
        new Asked(row.getString("courier"), row.getObject("for_company", Boolean.class)),
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
        row.getInt("sent"),
        row.getBoolean("in_case"),
        serials.getOrDefault(id, List.of()));
  }

  private static Serial serial(ResultSet row) throws SQLException {
    var mac = row.getString("mac");
    return new Serial(
        new SerialNumber(row.getString("serial")), mac == null ? null : new MacAddress(mac));
  }
}
