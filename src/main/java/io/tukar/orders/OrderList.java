package io.tukar.orders;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Phone;
import io.tukar.kernel.SerialNumber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders as lines of a list, for staff, who need not prove a contact. */
@Repository
public class OrderList {

  /** An answer shows no more than this. */
  public static final int FOUND_MAX = 20;

  private static final int NAME_CHARS_MIN = 2;

  private final JdbcClient jdbc;

  OrderList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The orders that answer what was typed: a number, an invoice, a serial, a MAC, a phone number,
   * an e-mail address or a part of a name; the latest first.
   */
  public List<FoundOrder> search(String typed) {
    var words = typed.strip();
    return jdbc.sql(
            """
            with hit as (
              select id from sales_order where number = :order or invoice = :order
              union
              select i.order_id from sold_unit u join sold_item i on i.id = u.sold_item_id
              where u.serial = :serial or u.mac = :mac
              union
              select o.id from sales_order o join customer c on c.id = o.customer_id
              where c.phone = :phone or lower(c.email) = :email or c.name ilike :like escape '\\'
            ), page as (
              select o.id, o.number, o.ordered_at, c.name
              from hit join sales_order o using (id) join customer c on c.id = o.customer_id
              order by o.ordered_at desc, o.id desc limit :most
            )
            select p.number, p.name, p.ordered_at, string_agg(i.name, ', ' order by i.line_no) as items,
                   sum(i.quantity - i.claimed)::int as remaining
            from page p join sold_item i on i.order_id = p.id
            group by p.id, p.number, p.name, p.ordered_at order by p.ordered_at desc, p.id desc
            """)
        .param("order", OrderNumber.parse(words).map(OrderNumber::value).orElse(""))
        .param("serial", SerialNumber.parse(words).map(SerialNumber::value).orElse(""))
        .param("mac", MacAddress.parse(words).map(MacAddress::value).orElse(""))
        .param("phone", Phone.parse(words).map(Phone::value).orElse(""))
        .param("email", words.toLowerCase(Locale.ROOT))
        .param(
            "like",
            words.length() < NAME_CHARS_MIN
                ? ""
                : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("most", FOUND_MAX)
        .query(
            (row, n) ->
                new FoundOrder(
                    row.getString("number"),
                    row.getString("name"),
                    row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                    row.getString("items"),
                    row.getInt("remaining")))
        .list();
  }
}
