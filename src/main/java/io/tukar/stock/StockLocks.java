package io.tukar.stock;

import io.tukar.kernel.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locks what lies where, so that what was read is still so when it is changed. */
@Repository
class StockLocks {

  private final JdbcClient jdbc;

  StockLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many of a product are in a place.
   *
   * @param held of them set aside for cases; only on the shelf
   */
  record Level(int quantity, int held) {}

  /** Before any level: whoever ships or tests a unit locks the unit first, then its level. */
  void lockUnits(Sku sku) {
    jdbc.sql(
            """
            select id from unit where sku = ? and place <> 'CUSTOMER' order by id
            for no key update
            """)
        .param(sku.value())
        .query(Long.class)
        .list();
  }

  /** The product's shelf is locked, whatever the place: its row comes first in every change. */
  Level lock(Sku sku, Place place) {
    jdbc.sql("insert into stock_level (sku) values (?) on conflict (sku) do nothing")
        .param(sku.value())
        .update();
    var shelf =
        jdbc.sql("select on_hand, held from stock_level where sku = ? for no key update")
            .param(sku.value())
            .query((row, n) -> new Level(row.getInt(1), row.getInt(2)))
            .single();
    return place == Place.SHELF
        ? shelf
        : jdbc.sql("select quantity from stock_place where sku = ? and place = ? for no key update")
            .params(sku.value(), place.name())
            .query((row, n) -> new Level(row.getInt(1), 0))
            .optional()
            .orElse(new Level(0, 0));
  }
}
