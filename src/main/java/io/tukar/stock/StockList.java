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

  /**
   * Units of product {@code s.sku} on the shelf that cannot be shipped as they are: signed as
   * failed, or the newest test found a fault. A unit nobody has tested yet is not one of them.
   */
  private static final String FAULTY =
      """
      (select count(*)::int from unit u
       where u.sku = s.sku and u.place = 'SHELF' and u.qc_passed_at is null
         and (u.grade = 'DEFECTIVE'
              or exists (select 1 from qc_result r
                         where r.test_id = (select max(t.id) from qc_test t where t.unit_id = u.id)
                           and not r.passed)))
      """;

  /** How many more units cases hold than the shelf has to ship (clause P1). */
  private static final String SHORT = "greatest(0, s.held - s.on_hand + " + FAULTY + ")";

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
                   (select coalesce(sum(w.quantity), 0)::int from stock_waiting w
                    where w.sku = p.sku) as waiting,
                   coalesce(
            """
                + SHORT
                + """
                       , 0) as short
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
                    row.getInt("waiting"),
                    row.getInt("short")))
        .list();
  }

  /**
   * The products of which cases hold more than the shelf has to ship, by code; at most {@link
   * #ROWS_MAX}. Read off what is held, what lies there and what the tests found; stored nowhere.
   */
  public List<Shortage> shortages() {
    return jdbc.sql(
            """
            select sku, name, short from (
              select p.sku, p.name,
            """
                + SHORT
                + """
                    as short
                  from stock_level s join product p on p.sku = s.sku where s.held > 0
                ) lacking where short > 0 order by sku limit ?
                """)
        .param(ROWS_MAX)
        .query(
            (row, n) ->
                new Shortage(row.getString("sku"), row.getString("name"), row.getInt("short")))
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
