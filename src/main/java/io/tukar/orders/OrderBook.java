package io.tukar.orders;

import io.tukar.kernel.Contact;
import io.tukar.kernel.Currency;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders of the shop: found by what a customer has at hand, locked before a case changes. */
@Repository
public class OrderBook {

  private static final String COLUMNS =
      """
      select o.id, o.number, o.invoice, o.customer_id, o.ordered_at, o.status, o.dispatched_on,
             o.received_on, o.courier, o.for_company, i.id as item_id, i.line_no, i.sku, i.name, i.quantity, i.unit_paid,
             i.claimed
      from sales_order o join sold_item i on i.order_id = o.id
      """;

  private final JdbcClient jdbc;

  OrderBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The order that carries this number, invoice, serial or MAC and was bought under this contact. A
   * wrong number and a wrong contact give the same emptiness.
   */
  public Optional<Order> find(String typed, Contact contact) {
    var ids =
        switch (contact) {
          case Contact.ByPhone(var phone) -> candidates(typed, "c.phone", phone.value());
          case Contact.ByEmail(var email) -> candidates(typed, "c.email", email.value());
        };
    return ids.stream().findFirst().flatMap(this::find);
  }

  private List<Long> candidates(String typed, String contactColumn, String contact) {
    return jdbc.sql(
            """
            with hit as (
              select id from sales_order where number = :number or invoice = :number
              union
              select i.order_id from sold_unit u join sold_item i on i.id = u.sold_item_id
              where u.serial = :serial or u.mac = :mac
            )
            select o.id from hit join sales_order o using (id) join customer c on c.id = o.customer_id
            where %s = :contact
            order by o.ordered_at desc limit 1
            """
                .formatted(contactColumn))
        .param("number", OrderNumber.parse(typed).map(OrderNumber::value).orElse(""))
        .param("serial", SerialNumber.parse(typed).map(SerialNumber::value).orElse(""))
        .param("mac", MacAddress.parse(typed).map(MacAddress::value).orElse(""))
        .param("contact", contact)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  public Optional<Order> find(long orderId) {
    return one(
        jdbc.sql(COLUMNS + "where o.id = ? order by i.line_no").param(orderId).query(this::rows));
  }

  /** For staff and shop software, who need not prove a contact. */
  public Optional<Order> find(OrderNumber number) {
    return one(
        jdbc.sql(COLUMNS + "where o.number = ? order by i.line_no")
            .param(number.value())
            .query(this::rows));
  }

  /** The first lock of every change to a case: nobody else changes what is claimed of the order. */
  public Optional<Order> lock(long orderId) {
    return one(
        jdbc.sql(COLUMNS + "where o.id = ? order by i.line_no for no key update of o, i")
            .param(orderId)
            .query(this::rows));
  }

  /** As {@link #lock(long)}, by the number shop software knows. */
  public Optional<Order> lock(OrderNumber number) {
    return one(
        jdbc.sql(COLUMNS + "where o.number = ? order by i.line_no for no key update of o, i")
            .param(number.value())
            .query(this::rows));
  }

  /** The serial numbers sold with a line. */
  public List<SerialNumber> serialsOf(long soldItemId) {
    return jdbc.sql("select serial from sold_unit where sold_item_id = ? order by serial")
        .param(soldItemId)
        .query((row, n) -> new SerialNumber(row.getString(1)))
        .list();
  }

  /** Whether this unit was sold with another line than this. */
  public boolean soldElsewhere(long soldItemId, Sku sku, SerialNumber serial) {
    return jdbc.sql(
            "select exists (select 1 from sold_unit"
                + " where sku = ? and serial = ? and sold_item_id <> ?)")
        .params(sku.value(), serial.value(), soldItemId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Adds to what is claimed of each sold item; negative gives back. The caller holds the order's
   * lock; the database refuses more than was bought.
   */
  public static void claim(Map<Long, Integer> unitsBySoldItem, Writes writes) {
    unitsBySoldItem.forEach(
        (item, units) ->
            writes.one(
                () -> new IllegalStateException("A claim on a sold item that does not exist"),
                "update sold_item set claimed = claimed + ? where id = ?",
                units,
                item));
  }

  private static Optional<Order> one(JdbcClient.MappedQuerySpec<Row> query) {
    Order order = null;
    var items = new ArrayList<SoldItem>();
    for (var row : query.list()) {
      order = row.order();
      items.add(row.item());
    }
    return Optional.ofNullable(order).map(found -> found.with(items));
  }

  private Row rows(ResultSet row, int n) throws SQLException {
    return new Row(order(row), item(row));
  }

  private static Order order(ResultSet row) throws SQLException {
    var invoice = row.getString("invoice");
    return new Order(
        row.getLong("id"),
        new OrderNumber(row.getString("number")),
        invoice == null ? null : new OrderNumber(invoice),
        row.getLong("customer_id"),
        instant(row, "ordered_at"),
        OrderStatus.valueOf(row.getString("status")),
        date(row, "dispatched_on"),
        date(row, "received_on"),
        row.getString("courier"),
        row.getObject("for_company", Boolean.class),
        List.of());
  }

  private static SoldItem item(ResultSet row) throws SQLException {
    return new SoldItem(
        row.getLong("item_id"),
        row.getInt("line_no"),
        new Sku(row.getString("sku")),
        row.getString("name"),
        row.getInt("quantity"),
        new Money(row.getLong("unit_paid"), Currency.IDR),
        row.getInt("claimed"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private record Row(Order order, SoldItem item) {}
}
