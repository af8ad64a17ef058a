package io.tukar.portal;

import io.tukar.rma.ShopFixture;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders as customers of a test have them: what they would type, and how they start. */
final class ShopOfOrders {

  static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);

  private final JdbcClient jdbc;
  private final ShopFixture shop;

  ShopOfOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.shop = new ShopFixture(jdbc);
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, phone, whatsapp, bank_name,
              bank_account, bank_holder)
            values ('Toko Uji', 'PT Toko Uji', 'Jl. Uji 1, Jakarta 12190', '021-555-0100',
              '+62 812-0000-0000', 'Bank Uji', '123-456-7890', 'PT Toko Uji')
            on conflict do nothing
            """)
        .update();
  }

  /** What a customer has at hand. */
  record Bought(long id, String number, String email) {}

  /** A product nobody else in the test has. */
  String product(long price, int stock) {
    var sku = "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    shop.product(sku, price, stock);
    return sku;
  }

  Bought order(ShopFixture.Line... lines) {
    return order(FRIDAY, lines);
  }

  Bought order(LocalDate received, ShopFixture.Line... lines) {
    long id = shop.order(received, lines);
    return jdbc.sql(
            """
            select o.number, c.email from sales_order o join customer c on c.id = o.customer_id
            where o.id = ?
            """)
        .param(id)
        .query((row, n) -> new Bought(id, row.getString(1), row.getString(2)))
        .single();
  }

  /** Nobody knows when it arrived. */
  void receiptUnknown(Bought order) {
    jdbc.sql("update sales_order set received_on = null, dispatched_on = ? where id = ?")
        .params(FRIDAY, order.id())
        .update();
  }
}
