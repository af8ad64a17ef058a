package io.tukar.story;

import io.tukar.kernel.Role;
import io.tukar.rma.ShopFixture;
import io.tukar.staff.StaffBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop with one member of staff for each role, two models of a phone, and orders of them. */
final class StoryShop {

  static final String PASSWORD = "teh botol sore hari";
  static final long PAID = 1_250_000;
  static final long DEARER_BY = 75_000;

  private static final AtomicInteger BUYERS = new AtomicInteger(1000);

  private final JdbcClient jdbc;
  private final ShopFixture fixture;

  StoryShop(JdbcClient jdbc, StaffBook staff, Instant now) {
    this.jdbc = jdbc;
    this.fixture = new ShopFixture(jdbc);
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, phone, whatsapp, email, bank_name,
              bank_account, bank_holder)
            values ('Toko Uji', 'PT Toko Uji', 'Jl. Uji 1, Jakarta 12190', '021-555-0100',
              '+62 812-0000-0000', 'tukar@toko.test', 'Bank Uji', '123-456-7890', 'PT Toko Uji')
            on conflict do nothing
            """)
        .update();
    for (var role : Role.values()) {
      staff.create(login(role), "Staf Uji", role, PASSWORD, now);
    }
  }

  static String login(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a customer has at hand, and what the shop has for it.
   *
   * @param item the phone on the order's first line, of which three were bought
   * @param serials of the units bought
   * @param dearer a model that costs {@link #DEARER_BY} more, of which two are there
   * @param ready the serials of those two
   */
  record Bought(
      String number,
      String phone,
      String email,
      String item,
      List<String> serials,
      String dearer,
      List<String> ready) {}

  /** Three phones and a headset, received on that day. */
  Bought order(LocalDate received) {
    var bought = product("Telepon Uji 20", PAID, 2);
    var dearer = product("Telepon Uji 30", PAID + DEARER_BY, 2);
    var headset = product("Headset Uji 5", 300_000, 1);
    long order =
        fixture.order(
            received,
            new ShopFixture.Line(bought, 3, PAID),
            new ShopFixture.Line(headset, 1, 300_000));
    name(order, 1, name(bought));
    name(order, 2, name(headset));
    var serials = IntStream.rangeClosed(1, 3).mapToObj(n -> bought + "-S" + n).toList();
    serials.forEach(serial -> sold(order, bought, serial));
    int buyer = BUYERS.incrementAndGet();
    jdbc.sql(
            """
            update customer set name = 'Pembeli Uji', phone = ?, email = ?
            where id = (select customer_id from sales_order where id = ?)
            """)
        .params("+628123456" + buyer, "pembeli" + buyer + "@pembeli-uji.id", order)
        .update();
    return jdbc.sql(
            """
            select o.number, c.email from sales_order o join customer c on c.id = o.customer_id
            where o.id = ?
            """)
        .param(order)
        .query(
            (row, n) ->
                new Bought(
                    row.getString(1),
                    "0812 3456 " + buyer,
                    row.getString(2),
                    name(bought),
                    serials,
                    name(dearer),
                    List.of(
                        ShopFixture.serial(dearer, 1).value(),
                        ShopFixture.serial(dearer, 2).value())))
        .single();
  }

  private String product(String name, long price, int stock) {
    var sku = "U" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    fixture.product(sku, price, stock);
    jdbc.sql("update product set name = ? where sku = ?").params(name + " " + sku, sku).update();
    return sku;
  }

  private String name(String sku) {
    return jdbc.sql("select name from product where sku = ?")
        .param(sku)
        .query(String.class)
        .single();
  }

  private void name(long order, int line, String name) {
    jdbc.sql("update sold_item set name = ? where order_id = ? and line_no = ?")
        .params(name, order, line)
        .update();
  }

  private void sold(long order, String sku, String serial) {
    jdbc.sql(
            """
            insert into sold_unit (sold_item_id, sku, serial)
            select id, sku, ? from sold_item where order_id = ? and sku = ?
            """)
        .params(serial, order, sku)
        .update();
  }
}
