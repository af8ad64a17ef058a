package io.tukar.rma;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a case owes, holds and waits for. */
@Component
class CaseInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "a case's balance is the sum of its ledger entries",
            """
            select r.request_number from rma r
            left join ledger_posting p on p.rma_id = r.id
            left join ledger_entry e on e.posting_id = p.id and e.account = 'CUSTOMER'
            group by r.id having r.balance <> coalesce(sum(e.amount), 0)
            """),
        new Invariant(
            "a closed case owes nothing and is owed nothing",
            "select request_number from rma where status = 'CLOSED' and balance <> 0"),
        new Invariant(
            "what is held is the number of open holds",
            """
            select coalesce(l.sku, h.sku) from stock_level l full join (
              select sku, count(*) as n from hold where state = 'HELD' group by sku
            ) h on h.sku = l.sku
            where coalesce(l.held, 0) <> coalesce(h.n, 0)
            """),
        new Invariant(
            "a line that is held has a hold for each unit, and no other line has any",
            """
            select r.request_number || ' line ' || l.line_no
            from rma_line l join rma r on r.id = l.rma_id left join hold h
              on h.rma_id = l.rma_id and h.line_no = l.line_no and h.state = 'HELD'
            group by r.id, l.rma_id, l.line_no
            having count(h.id) <> case when l.goods = 'HELD' then l.quantity else 0 end
            """),
        new Invariant(
            "who waits for stock is on the list of the product, with as many units, and nobody"
                + " else",
            """
            select coalesce(l.rma_id, w.rma_id) || ' line ' || coalesce(l.line_no, w.line_no)
            from (select l.*, r.priority from rma_line l join rma r on r.id = l.rma_id
                  where l.goods = 'WAITING') l
            full join stock_waiting w on w.rma_id = l.rma_id and w.line_no = l.line_no
            where w.rma_id is null or l.rma_id is null or w.sku <> l.wanted_sku
              or w.quantity <> l.quantity or w.priority <> l.priority
            """),
        new Invariant(
            "while goods are awaited no hold ends before its case does",
            """
            select 'hold ' || h.id from hold h join rma r on r.id = h.rma_id
            where h.state = 'HELD' and r.status = 'AUTHORIZED' and not r.parcel_sent
              and h.expires_at < r.due_at
            """),
        new Invariant(
            "a replacement that left while its goods are awaited was allowed to",
            """
            select r.request_number || ' line ' || l.line_no
            from rma_line l join rma r on r.id = l.rma_id
            where l.goods = 'SHIPPED' and l.state <> 'EXCHANGED'
              and r.status not in ('CLOSED', 'DISPATCHED') and not r.advance
            """),
        new Invariant(
            "a charge for goods that never came is of a case that gave them up",
            """
            select 'posting ' || p.id from ledger_posting p
            where p.kind = 'UNRETURNED' and not exists (
              select 1 from rma_event e where e.rma_id = p.rma_id and e.kind = 'GIVEN_UP'
                and (convert_from(e.body, 'UTF8')::json ->> 'posting')::bigint = p.id)
            """),
        new Invariant(
            "every hold belongs to a line",
            """
            select 'hold ' || h.id from hold h left join rma_line l
              on l.rma_id = h.rma_id and l.line_no = h.line_no
            where l.rma_id is null
            """),
        new Invariant(
            "a shipped hold left the shelf once, and no other hold did",
            """
            select 'case ' || coalesce(h.rma_id, m.rma_id) from (
              select rma_id, count(*) as n from hold where state = 'SHIPPED' group by rma_id
            ) h full join (
              select rma_id, sum(quantity) as n from stock_move where cause = 'dispatched'
              group by rma_id
            ) m on m.rma_id = h.rma_id
            where coalesce(h.n, 0) <> coalesce(m.n, 0)
            """),
        new Invariant(
            "what is claimed of a sold item is what its cases claim",
            """
            select 'sold item ' || i.id from sold_item i left join (
              select sold_item_id, sum(quantity) as n from rma_line
              where state not in ('DECLINED', 'WITHDRAWN', 'SENT_BACK', 'RELEASED')
                and part_of is null
              group by sold_item_id
            ) l on l.sold_item_id = i.id
            where i.claimed <> coalesce(l.n, 0)
            """),
        new Invariant(
            "a tracked parcel is as far as the furthest its courier said, and no further",
            """
            select 'shipment ' || s.id from shipment s left join lateral (
              select e.status, e.at from tracking_event e where e.shipment_id = s.id
              order by array_position(array['BOOKED', 'PICKED_UP', 'IN_TRANSIT',
                'OUT_FOR_DELIVERY', 'RETURNING', 'CANCELLED', 'LOST', 'RETURNED', 'DELIVERED'],
                e.status) desc, e.at limit 1
            ) e on true
            where s.track_status is distinct from e.status or s.tracked_at is distinct from e.at
            """),
        new Invariant(
            "a booked pickup has a number, and its parcel is of the same case",
            """
            select 'pickup ' || p.id from pickup p left join shipment s on s.id = p.shipment_id
            where (p.state = 'BOOKED' and p.order_ref is null)
               or (s.id is not null and (s.rma_id <> p.rma_id or s.leg <> 'TO_SHOP'))
            """),
        new Invariant(
            "every parcel a case names is its own",
            """
            select r.request_number from rma_event e join rma r on r.id = e.rma_id
            where e.kind in ('WAYBILL_GIVEN', 'DISPATCHED', 'SENT_BACK', 'DELIVERED')
              and not exists (
                select 1 from shipment s where s.rma_id = e.rma_id
                  and s.id = (convert_from(e.body, 'UTF8')::json ->> 'shipment')::bigint)
            """));
  }
}
