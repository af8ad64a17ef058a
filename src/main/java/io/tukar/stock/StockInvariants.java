package io.tukar.stock;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What lies where is the sum of what moved. */
@Component
class StockInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "what is on hand is the sum of its moves",
            """
            select coalesce(l.sku, m.sku) from stock_level l full join (
              select sku, sum(case when to_place = 'SHELF' then quantity
                                   when from_place = 'SHELF' then -quantity else 0 end) as n
              from stock_move group by sku
            ) m on m.sku = l.sku
            where coalesce(l.on_hand, 0) <> coalesce(m.n, 0)
            """),
        new Invariant(
            "what is in any other place is the sum of its moves",
            """
            select coalesce(p.sku, m.sku) || ' ' || coalesce(p.place, m.place)
            from stock_place p full join (
              select sku, place, sum(n) as n from (
                select sku, to_place as place, quantity as n from stock_move
                union all
                select sku, from_place, -quantity from stock_move
              ) moved
              where place not in ('SHELF', 'SUPPLIER', 'CUSTOMER', 'CORRECTION')
              group by sku, place
            ) m on m.sku = p.sku and m.place = p.place
            where coalesce(p.quantity, 0) <> coalesce(m.n, 0)
            """),
        new Invariant(
            "no more units with a serial are on the shelf than are on hand",
            """
            select u.sku from unit u left join stock_level l on l.sku = u.sku
            where u.place = 'SHELF' group by u.sku, l.on_hand
            having count(*) > coalesce(l.on_hand, 0)
            """));
  }
}
