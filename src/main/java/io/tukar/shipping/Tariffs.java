package io.tukar.shipping;

import io.tukar.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what couriers take. */
@Repository
public class Tariffs {

  /** A page of the table shows no more. */
  public static final int ROWS_MAX = 50;

  private static final String COLUMNS =
      "courier, product, origin, destination, per_kg, min_grams, days_min, days_max";

  private final JdbcClient jdbc;

  Tariffs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What this parcel costs. */
  public Quote quote(Courier courier, String product, Spot from, Spot to, int grams) {
    if (from.isUnknown() || to.isUnknown()) {
      return new Quote.Unknown();
    }
    var candidates =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + """
                       from tariff where courier = :courier and product = :product
                         and origin in (:from) and destination in (:to)
                      """)
            .param("courier", courier.name())
            .param("product", product)
            .param("from", from.keys())
            .param("to", to.keys())
            .query(Tariffs::tariff)
            .list();
    return Tariff.between(from, to, candidates)
        .<Quote>map(found -> new Quote.Known(found, grams, found.cost(grams)))
        .orElseGet(Quote.Unknown::new);
  }

  /** The cheapest way between two places by the products on offer. */
  public Quote cheapest(Spot from, Spot to, int grams) {
    if (from.isUnknown() || to.isUnknown()) {
      return new Quote.Unknown();
    }
    var candidates =
        jdbc.sql(
                """
                select t.courier, t.product, t.origin, t.destination, t.per_kg, t.min_grams,
                       t.days_min, t.days_max
                from tariff t join courier_product p on p.courier = t.courier and p.code = t.product
                left join courier_choice c on c.courier = t.courier
                where p.active and coalesce(c.offered, true)
                  and t.origin in (:from) and t.destination in (:to)
                order by t.courier, t.product
                """)
            .param("from", from.keys())
            .param("to", to.keys())
            .query(Tariffs::tariff)
            .list();
    return candidates.stream()
        .collect(Collectors.groupingBy(one -> one.courier() + " " + one.product()))
        .values()
        .stream()
        .map(ways -> Tariff.between(from, to, ways))
        .flatMap(Optional::stream)
        .map(found -> new Quote.Known(found, grams, found.cost(grams)))
        .min(
            Comparator.comparing(Quote.Known::cost)
                .thenComparing(known -> known.tariff().courier()))
        .<Quote>map(known -> known)
        .orElseGet(Quote.Unknown::new);
  }

  /** How many there are to or from a place; of all places where nothing was typed. */
  public int count(String typed) {
    return jdbc.sql("select count(*) from tariff" + where(typed))
        .params(wanted(typed))
        .query(Integer.class)
        .single();
  }

  /** A page of the table, from 1. */
  public List<Tariff> page(String typed, int page) {
    var params = new ArrayList<Object>(wanted(typed));
    params.add(ROWS_MAX);
    params.add((Math.max(1, page) - 1) * (long) ROWS_MAX);
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from tariff"
                + where(typed)
                + " order by courier, product, origin, destination limit ? offset ?")
        .params(params)
        .query(Tariffs::tariff)
        .list();
  }

  private static String where(String typed) {
    return typed.isBlank()
        ? ""
        : " where origin like ? escape '\\' or destination like ? escape '\\'";
  }

  private static List<Object> wanted(String typed) {
    if (typed.isBlank()) {
      return List.of();
    }
    var like = Spot.key(typed).orElse(typed.strip()).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return List.of(like, like);
  }

  static Tariff tariff(ResultSet row, int n) throws SQLException {
    return new Tariff(
        Courier.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Money.rupiah(row.getLong(5)),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8));
  }
}
