package io.tukar.packing;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What left in the parcels of orders. */
@Component
class SaleInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "what was sent of a sold item left in its parcels",
            """
            select 'sold item ' || i.id from sold_item i left join (
              select sold_item_id, sum(quantity) as n from sale_parcel_line group by sold_item_id
            ) l on l.sold_item_id = i.id
            where i.sent <> coalesce(l.n, 0)
            """),
        new Invariant(
            "what left in the parcels of orders left the shelf once",
            """
            select 'document ' || coalesce(l.document_id, m.document_id) from (
              select p.document_id, i.sku, sum(p.quantity) as n
              from sale_parcel_line p join sold_item i on i.id = p.sold_item_id group by 1, 2
            ) l full join (
              select document_id, sku, sum(quantity) as n from stock_move where cause = 'sold'
              group by 1, 2
            ) m on m.document_id = l.document_id and m.sku = l.sku
            where coalesce(l.n, 0) <> coalesce(m.n, 0)
            """),
        new Invariant(
            "a unit that was sold left on a test it passed since it last came back",
            """
            select 'unit ' || m.unit_id from stock_move m
            join unit u on u.id = m.unit_id
            where m.cause = 'sold' and exists (select 1 from qc_test x where x.unit_id = u.id)
              and not exists (
                select 1 from qc_test t
                where t.unit_id = m.unit_id and t.outcome = 'PASSED' and t.ended_at <= m.at
                  and not exists (
                    select 1 from stock_move b
                    where b.unit_id = m.unit_id and b.from_place = 'CUSTOMER' and b.id < m.id
                      and b.at > t.ended_at))
            """));
  }
}
