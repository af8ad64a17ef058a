package io.tukar.stock;

import io.tukar.kernel.Sku;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the shop has of each product, for people to read. */
@Repository
public class StockList {

  /** A page of the list shows no more than this. */
  public static final int ROWS_MAX = 100;

  /** Of one product no more units are shown than this. */
  public static final int UNITS_MAX = 500;

  private final JdbcClient jdbc;

  StockList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next products by code, of those whose name or code contains the words.
   *
   * @param after the last code of the page before; empty for the first page
   */
  public List<StockRow> page(String words, String after) {
    return jdbc.sql(
            """
            with page as (
              select p.sku, p.name, p.serialised from product p
              where p.sku > :after
                and (p.name ilike :like escape '\\' or p.sku ilike :like escape '\\')
              order by p.sku limit :most
            )
            select p.sku, p.name, p.serialised, coalesce(s.on_hand, 0) as on_hand,
                   coalesce(s.held, 0) as held,
                   (select count(*)::int from unit u
                    where u.sku = p.sku and u.place = 'SHELF' and u.qc_passed_at is not null) as checked,
                   (select coalesce(sum(l.quantity), 0)::int from rma_line l
                    where l.wanted_sku = p.sku and l.goods = 'WAITING') as waiting
            from page p left join stock_level s on s.sku = p.sku order by p.sku
            """)
        .param("after", after)
        .param("like", "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("most", ROWS_MAX)
        .query(
            (row, n) ->
                new StockRow(
                    row.getString("sku"),
                    row.getString("name"),
                    row.getInt("on_hand"),
                    row.getInt("held"),
                    row.getInt("checked"),
                    row.getBoolean("serialised"),
                    row.getInt("waiting")))
        .list();
  }

  /** The units of a product that are in the shop, those on the shelf first. */
  public List<Unit> units(Sku sku) {
    return jdbc.sql(
            "select "
                + Unit.COLUMNS
                + """
                 from unit u
                where u.sku = ? and u.place not in ('SUPPLIER', 'CUSTOMER')
                order by u.place <> 'SHELF', u.place, u.id limit ?
                """)
        .param(sku.value())
        .param(UNITS_MAX)
        .query(Unit::of)
        .list();
  }

  /** How many of a product are in which place, apart from the shelf. */
  public Map<Place, Integer> elsewhere(Sku sku) {
    var places = new EnumMap<Place, Integer>(Place.class);
    jdbc.sql("select place, quantity from stock_place where sku = ? and quantity > 0")
        .param(sku.value())
        .query((row, n) -> Map.entry(Place.valueOf(row.getString(1)), row.getInt(2)))
        .list()
        .forEach(there -> places.put(there.getKey(), there.getValue()));
    return places;
  }
}
