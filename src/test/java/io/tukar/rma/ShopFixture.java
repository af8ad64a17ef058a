package io.tukar.rma;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products, stock and orders for tests, as an import would leave them. */
public final class ShopFixture {

  private final JdbcClient jdbc;
  private static final java.util.concurrent.atomic.AtomicInteger ORDERS =
      new java.util.concurrent.atomic.AtomicInteger();

  public ShopFixture(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A product with so many units on the shelf, each with a serial and a passed check. */
  public Sku product(String sku, long price, int stock) {
    jdbc.sql(
            "insert into product (sku, name, category, list_price, serialised)"
                + " values (?, ?, 'ip-phone', ?, true)")
        .params(sku, "Telepon " + sku, price)
        .update();
    jdbc.sql("insert into stock_level (sku, on_hand) values (?, ?)").params(sku, stock).update();
    for (int i = 1; i <= stock; i++) {
      jdbc.sql(
              "with u as (insert into unit (sku, serial, place, qc_passed_at) values (:sku,"
                  + " :serial, 'SHELF', now()) returning id) insert into stock_move (sku, unit_id,"
                  + " quantity, from_place, to_place, cause, at, actor) select :sku, id, 1,"
                  + " 'SUPPLIER', 'SHELF', 'counted in', now(), 'clock' from u")
          .param("sku", sku)
          .param("serial", serial(sku, i).value())
          .update();
    }
    return new Sku(sku);
  }

  /** A product without serials, so many of it on the shelf. */
  public Sku counted(String sku, long price, int stock) {
    jdbc.sql(
            "insert into product (sku, name, category, list_price, serialised)"
                + " values (?, ?, 'accessory', ?, false)")
        .params(sku, "Aksesori " + sku, price)
        .update();
    jdbc.sql("insert into stock_level (sku, on_hand) values (?, ?)").params(sku, stock).update();
    if (stock > 0) {
      jdbc.sql(
              "insert into stock_move (sku, quantity, from_place, to_place, cause, at, actor)"
                  + " values (?, ?, 'SUPPLIER', 'SHELF', 'counted in', now(), 'clock')")
          .params(sku, stock)
          .update();
    }
    return new Sku(sku);
  }

  /** The serial of the n-th unit of a product on the shelf. */
  public static SerialNumber serial(String sku, int n) {
    return new SerialNumber(sku + "-" + (1000 + n));
  }

  /** An order of one customer with these lines, received on that day. */
  public long order(LocalDate received, Line... lines) {
    int n = ORDERS.incrementAndGet();
    var number = "ORD-" + (1000 + n);
    long customer =
        jdbc.sql("insert into customer (name, phone, email) values ('Pembeli', ?, ?) returning id")
            .params("+62812000" + (1000 + n), "pembeli" + n + "@contoh.example")
            .query(Long.class)
            .single();
    long order =
        jdbc.sql(
                "insert into sales_order (number, customer_id, ordered_at, status, dispatched_on,"
                    + " received_on, source) values (?, ?, ?, 'DELIVERED', ?, ?, 'test') returning"
                    + " id")
            .params(
                number,
                customer,
                received.minusDays(4).atStartOfDay().atOffset(ZoneOffset.UTC),
                received.minusDays(2),
                received)
            .query(Long.class)
            .single();
    int lineNo = 0;
    for (var line : lines) {
      jdbc.sql(
              "insert into sold_item (order_id, line_no, sku, name, quantity, unit_paid)"
                  + " values (?, ?, ?, ?, ?, ?)")
          .params(order, ++lineNo, line.sku(), line.sku(), line.quantity(), line.paid())
          .update();
    }
    return order;
  }

  /** The number of an order. */
  public String number(long order) {
    return jdbc.sql("select number from sales_order where id = ?")
        .param(order)
        .query(String.class)
        .single();
  }

  /** A line of an order. */
  public record Line(String sku, int quantity, long paid) {}

  /** Photos of these slots, as if they had been uploaded to the draft. */
  public void photos(java.util.UUID draft, int line, Instant at, String... slots) {
    for (var slot : slots) {
      jdbc.sql(
              "insert into photo (sha256, bytes, width, height, draft_id, line_no, slot, source,"
                  + " at, actor) values (sha256(?::bytea), 1000, 800, 600, ?, ?, ?, 'CUSTOMER', ?,"
                  + " 'customer:1')")
          .params(
              (slot + draft).getBytes(java.nio.charset.StandardCharsets.UTF_8),
              draft,
              line,
              slot,
              at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }
}
