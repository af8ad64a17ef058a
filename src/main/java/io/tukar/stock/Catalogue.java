package io.tukar.stock;

import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products, with what is free of each on the shelf. */
@Repository
public class Catalogue {

  /** A search shows no more than this many products. */
  public static final int FOUND_MAX = 20;

  private static final String COLUMNS =
      """
      select p.sku, p.name, p.category, p.list_price, p.boxed, p.wrapped, p.serialised, p.contents,
             p.active, coalesce(s.on_hand - s.held, 0) as free
      from product p left join stock_level s on s.sku = p.sku
      """;

  private final JdbcClient jdbc;

  Catalogue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The products with these codes; a code nobody knows is absent from the map. */
  public Map<Sku, Product> products(Collection<Sku> skus) {
    return jdbc
        .sql(COLUMNS + "where p.sku = any(?)")
        .param(skus.stream().map(Sku::value).distinct().toArray(String[]::new))
        .query(Catalogue::product)
        .list()
        .stream()
        .collect(Collectors.toMap(Product::sku, Function.identity()));
  }

  /** Active products whose name or code contains the words, dearest knowledge first: by name. */
  public List<Product> search(String words) {
    return jdbc.sql(
            COLUMNS
                + """
                where p.active and (p.name ilike :like escape '\\' or p.sku ilike :like escape '\\')
                order by p.name limit :most
                """)
        .param("like", "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("most", FOUND_MAX)
        .query(Catalogue::product)
        .list();
  }

  private static Product product(ResultSet row, int n) throws SQLException {
    return new Product(
        new Sku(row.getString("sku")),
        row.getString("name"),
        row.getString("category"),
        new Money(row.getLong("list_price"), Currency.IDR),
        row.getBoolean("boxed"),
        row.getBoolean("wrapped"),
        row.getBoolean("serialised"),
        row.getString("contents"),
        row.getBoolean("active"),
        row.getInt("free"));
  }
}
