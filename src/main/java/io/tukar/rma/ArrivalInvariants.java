package io.tukar.rma;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What came in parcels, and what is looked at of it (clauses P5, P9, P11). */
@Component
class ArrivalInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "a look that is open is of goods that wait for their verdict, and no more than came",
            """
            select 'line ' || r.rma_id || '/' || r.line_no
            from unit_look l join rma_line r on r.rma_id = l.rma_id and r.line_no = l.line_no
            where l.ended_at is null
            group by r.rma_id, r.line_no
            having r.state <> 'RECEIVED' or sum(l.quantity) > r.quantity
            """),
        new Invariant(
            "of a line no more is here than was asked for while the rest is awaited",
            """
            select r.request_number || ' line ' || l.line_no
            from parcel_line p join rma_line l on l.rma_id = p.rma_id and l.line_no = p.line_no
            join rma r on r.id = l.rma_id
            where p.waits group by r.id, l.rma_id, l.line_no having sum(p.quantity) >= l.quantity
            """),
        new Invariant(
            "what came of a line came in a parcel of its case that was received",
            """
            select 'parcel ' || p.id from parcel_line l join parcel p on p.id = l.parcel_id
            where (p.state <> 'TAKEN' or p.rma_id is distinct from l.rma_id)
              and not exists (select 1 from parcel_item i where i.parcel_id = p.id
                                and i.rma_id = l.rma_id and i.line_no = l.line_no)
            """),
        new Invariant(
            "a parcel that left has nothing strange left behind",
            """
            select 'parcel ' || p.id from parcel_item i join parcel p on p.id = i.parcel_id
            where p.state = 'GONE' and i.ended_at is null
            """),
        new Invariant(
            "what a case took of a strange parcel came for its line",
            """
            select 'parcel ' || i.parcel_id || ' item ' || i.item_no from parcel_item i
            left join parcel_line l on l.parcel_id = i.parcel_id and l.rma_id = i.rma_id
              and l.line_no = i.line_no
            where i.ending = 'CLAIMED' and coalesce(l.quantity, 0) < i.quantity
            """),
        new Invariant(
            "what nobody awaited came into quarantine and left it as often as it is told",
            """
            select coalesce(i.sku, m.sku) from (
              select sku, sum(quantity) filter (where ended_at is null) as n
              from parcel_item where sku is not null group by sku
            ) i full join (
              select sku, sum(case when to_place = 'QUARANTINE' then quantity else -quantity end) as n
              from stock_move where cause = 'not awaited' group by sku
            ) m on m.sku = i.sku
            where coalesce(i.n, 0) <> coalesce(m.n, 0)
            """));
  }
}
