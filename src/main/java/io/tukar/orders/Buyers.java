package io.tukar.orders;

import io.tukar.kernel.EmailAddress;
import io.tukar.kernel.Phone;
import io.tukar.orders.ImportedOrder.Buyer;
import io.tukar.orders.ImportedOrder.Head;
import io.tukar.orders.ImportedOrder.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customers of imported orders, known by phone and e-mail; the latest order's details win. */
final class Buyers {

  private final JdbcClient jdbc;

  Buyers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes every buyer a customer and gives the customers' ids. */
  Map<Reach, Long> land(Collection<Head> orders) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    var known = known(orders.stream().map(order -> order.buyer().reach()).distinct().toList());
    var wanted = new LinkedHashMap<Reach, Latest>();
    for (var order : orders) {
      var reach = order.buyer().reach();
      var before = wanted.containsKey(reach) ? wanted.get(reach) : latest(known.get(reach));
      wanted.put(reach, before == null ? Latest.of(order) : before.and(order));
    }
    update(
        wanted.values().stream()
            .map(Latest::buyer)
            .filter(buyer -> changes(known.get(buyer.reach()), buyer))
            .toList(),
        known);
    var ids = new HashMap<Reach, Long>();
    known.forEach((reach, customer) -> ids.put(reach, customer.id()));
    ids.putAll(
        insert(
            wanted.values().stream()
                .map(Latest::buyer)
                .filter(buyer -> !known.containsKey(buyer.reach()))
                .toList()));
    return ids;
  }

  private static @Nullable Latest latest(@Nullable Known known) {
    return known == null ? null : new Latest(known.buyer(), known.latestOrder());
  }

  private static boolean changes(@Nullable Known known, Buyer buyer) {
    return known != null && !known.buyer().equals(buyer);
  }

  private Map<Reach, Known> known(List<Reach> reaches) {
    return jdbc
        .sql(
            """
            with told as (
              select phone, email from unnest(?::text[], ?::text[]) as t (phone, email)
            ), found as (
              select c.* from customer c where c.phone in (select phone from told)
              union all
              select c.* from customer c
              where c.phone is null and c.email in (select email from told where phone is null)
            )
            select f.id, f.phone, f.email, f.name, f.address, f.city, f.postcode,
                   (select max(o.ordered_at) from sales_order o where o.customer_id = f.id) as latest
            from found f
            """)
        .param(texts(reaches, Buyers::phone))
        .param(texts(reaches, Buyers::email))
        .query((row, n) -> known(row))
        .list()
        .stream()
        .collect(Collectors.toMap(known -> known.buyer().reach(), Function.identity()));
  }

  private Map<Reach, Long> insert(List<Buyer> buyers) {
    if (buyers.isEmpty()) {
      return Map.of();
    }
    var ids = new HashMap<Reach, Long>();
    jdbc.sql(
            """
            insert into customer (phone, email, name, address, city, postcode)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (phone, email) do update set name = customer.name
            returning id, phone, email
            """)
        .param(texts(buyers, buyer -> phone(buyer.reach())))
        .param(texts(buyers, buyer -> email(buyer.reach())))
        .param(texts(buyers, Buyer::name))
        .param(texts(buyers, Buyer::address))
        .param(texts(buyers, Buyer::city))
        .param(texts(buyers, Buyer::postcode))
        .query((row, n) -> ids.put(reach(row), row.getLong("id")))
        .list();
    return ids;
  }

  private void update(List<Buyer> buyers, Map<Reach, Known> known) {
    if (buyers.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update customer c
            set name = t.name, address = t.address, city = t.city, postcode = t.postcode
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
              as t (id, name, address, city, postcode)
            where c.id = t.id
            """)
        .param(
            buyers.stream()
                .map(buyer -> Objects.requireNonNull(known.get(buyer.reach())).id())
                .toArray(Long[]::new))
        .param(texts(buyers, Buyer::name))
        .param(texts(buyers, Buyer::address))
        .param(texts(buyers, Buyer::city))
        .param(texts(buyers, Buyer::postcode))
        .update();
  }

  private static Known known(ResultSet row) throws SQLException {
    var latest = row.getObject("latest", OffsetDateTime.class);
    return new Known(
        row.getLong("id"),
        new Buyer(
            reach(row),
            row.getString("name"),
            text(row, "address"),
            text(row, "city"),
            text(row, "postcode")),
        latest == null ? Instant.MIN : latest.toInstant());
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  static Reach reach(ResultSet row) throws SQLException {
    var phone = row.getString("phone");
    var email = row.getString("email");
    return new Reach(
        phone == null ? null : new Phone(phone), email == null ? null : new EmailAddress(email));
  }

  private static @Nullable String phone(Reach reach) {
    return reach.phone() == null ? null : reach.phone().value();
  }

  private static @Nullable String email(Reach reach) {
    return reach.email() == null ? null : reach.email().value();
  }

  private static <T> @Nullable String[] texts(
      List<T> values, Function<T, @Nullable String> column) {
    var texts = new @Nullable String[values.size()];
    for (var i = 0; i < texts.length; i++) {
      texts[i] = column.apply(values.get(i));
    }
    return texts;
  }

  private record Known(long id, Buyer buyer, Instant latestOrder) {}

  /** A buyer as the latest order so far tells; what a later order leaves empty stays. */
  private record Latest(Buyer buyer, Instant orderedAt) {

    static Latest of(Head order) {
      return new Latest(order.buyer(), order.orderedAt());
    }

    Latest and(Head order) {
      if (order.orderedAt().isBefore(orderedAt)) {
        return this;
      }
      var later = order.buyer();
      return new Latest(
          new Buyer(
              later.reach(),
              later.name(),
              filled(later.address(), buyer.address()),
              filled(later.city(), buyer.city()),
              filled(later.postcode(), buyer.postcode())),
          order.orderedAt());
    }

    private static String filled(String later, String before) {
      return later.isEmpty() ? before : later;
    }
  }
}
