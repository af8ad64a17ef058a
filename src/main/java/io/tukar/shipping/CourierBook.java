package io.tukar.shipping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The couriers the shop trusts (clause P12), what they sell, and where the shop's parcels start.
 */
@Repository
public class CourierBook {

  /** A name of what a courier sells has no more characters. */
  public static final int NAME_CHARS_MAX = 60;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9 +-]{0,19}");

  private final JdbcClient jdbc;

  CourierBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this can be the code of a courier's product. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** Every courier, and whether it is offered. */
  public Map<Courier, Boolean> choices() {
    var said =
        jdbc
            .sql("select courier, offered from courier_choice")
            .query((row, n) -> Map.entry(row.getString(1), row.getBoolean(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Arrays.stream(Courier.values())
        .collect(
            Collectors.toMap(
                courier -> courier,
                courier -> said.getOrDefault(courier.name(), true),
                (one, other) -> one,
                TreeMap::new));
  }

  /** Those offered for new parcels; bringing it in person always is. */
  public List<Courier> offered() {
    return choices().entrySet().stream()
        .filter(choice -> choice.getValue() || choice.getKey() == Courier.OTHER)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Offers exactly these from now on. */
  public void offer(List<Courier> couriers) {
    for (var courier : Courier.values()) {
      jdbc.sql(
              """
              insert into courier_choice (courier, offered) values (?, ?)
              on conflict (courier) do update set offered = excluded.offered
              """)
          .params(courier.name(), couriers.contains(courier))
          .update();
    }
  }

  /** All that couriers sell, in the order of the couriers. */
  public List<CourierProduct> products() {
    return jdbc
        .sql("select courier, code, name, active from courier_product order by code")
        .query((row, n) -> product(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(CourierProduct::courier))
        .toList();
  }

  /** Adds a product or changes its name and whether it is offered. */
  public void store(CourierProduct product) {
    jdbc.sql(
            """
            insert into courier_product (courier, code, name, active) values (?, ?, ?, ?)
            on conflict (courier, code) do update set name = excluded.name, active = excluded.active
            """)
        .params(product.courier().name(), product.code(), product.name(), product.active())
        .update();
  }

  private static CourierProduct product(ResultSet row) throws SQLException {
    return new CourierProduct(
        Courier.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getBoolean(4));
  }

  /** Where the shop's parcels start; empty until the manager has said. */
  public Optional<Spot> origin() {
    return jdbc.sql("select city, postcode from shop")
        .query((row, n) -> Spot.of(row.getString(1), row.getString(2)))
        .optional();
  }

  /**
   * Says where the shop's parcels start; false before the shop itself is set up.
   *
   * @param postcode empty where it is not known
   */
  public boolean startsFrom(String city, String postcode) {
    return jdbc.sql("update shop set city = ?, postcode = nullif(?, '')")
            .params(city, postcode)
            .update()
        == 1;
  }
}
