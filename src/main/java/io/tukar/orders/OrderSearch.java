package io.tukar.orders;

import io.tukar.kernel.Contact;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.SerialNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders for staff and shop software, who need not prove a contact. */
@Repository
public class OrderSearch {

  public static final int ORDERS_FOUND_MAX = 20;

  private final JdbcClient jdbc;
  private final OrderBook orders;

  OrderSearch(JdbcClient jdbc, OrderBook orders) {
    this.jdbc = jdbc;
    this.orders = orders;
  }

  /** What is known of the order; at least one of the first four. */
  public record Known(
      @Nullable OrderNumber number,
      @Nullable OrderNumber invoice,
      @Nullable SerialNumber serial,
      @Nullable MacAddress mac,
      @Nullable Contact contact) {}

  /** The orders that all of it fits, the latest first; at most {@link #ORDERS_FOUND_MAX}. */
  public List<Order> find(Known known) {
    if (known.number() == null
        && known.invoice() == null
        && known.serial() == null
        && known.mac() == null) {
      throw new IllegalArgumentException("Nothing is known of the order");
    }
    return ids(known).stream().flatMap(id -> orders.find(id).stream()).toList();
  }

  private List<Long> ids(Known known) {
    var sql = new StringBuilder("select o.id from sales_order o where true");
    if (known.number() != null) {
      sql.append(" and o.number = :number");
    }
    if (known.invoice() != null) {
      sql.append(" and o.invoice = :invoice");
    }
    if (known.serial() != null || known.mac() != null) {
      sql.append(" and o.id in (select i.order_id from sold_unit u join sold_item i")
          .append(" on i.id = u.sold_item_id where true")
          .append(known.serial() == null ? "" : " and u.serial = :serial")
          .append(known.mac() == null ? "" : " and u.mac = :mac")
          .append(")");
    }
    switch (known.contact()) {
      case Contact.ByPhone phone ->
          sql.append(" and o.customer_id in (select id from customer where phone = :contact)");
      case Contact.ByEmail email ->
          sql.append(" and o.customer_id in (select id from customer where email = :contact)");
      case null -> sql.append("");
    }
    return jdbc.sql(sql + " order by o.ordered_at desc, o.id desc limit " + ORDERS_FOUND_MAX)
        .param("number", known.number() == null ? null : known.number().value())
        .param("invoice", known.invoice() == null ? null : known.invoice().value())
        .param("serial", known.serial() == null ? null : known.serial().value())
        .param("mac", known.mac() == null ? null : known.mac().value())
        .param("contact", contact(known.contact()))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private static @Nullable String contact(@Nullable Contact contact) {
    return switch (contact) {
      case Contact.ByPhone(var phone) -> phone.value();
      case Contact.ByEmail(var email) -> email.value();
      case null -> null;
    };
  }
}
