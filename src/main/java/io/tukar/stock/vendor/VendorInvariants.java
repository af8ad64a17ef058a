package io.tukar.stock.vendor;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is in batches for vendors, and what came of it. */
@Component
class VendorInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "what is in a batch for a vendor without an answer lies in the vendor's place",
            """
            select 'unit ' || u.id from vendor_item i join unit u on u.id = i.unit_id
            where i.outcome is null and u.place <> 'VENDOR'
            union all
            select i.sku from (
              select sku, coalesce(sum(quantity) filter (where unit_id is null), 0) as nameless
              from vendor_item where outcome is null group by sku
            ) i left join stock_place p on p.sku = i.sku and p.place = 'VENDOR'
            where coalesce(p.quantity, 0) < i.nameless
              + (select count(*) from unit u where u.sku = i.sku and u.place = 'VENDOR')
            """),
        new Invariant(
            "a batch is away while something is unanswered, and closed with its last answer",
            """
            select 'batch ' || b.id from vendor_batch b left join vendor_item i on i.batch_id = b.id
            group by b.id
            having case b.state
              when 'OPEN' then count(i.outcome) > 0
              when 'SENT' then count(*) filter (where i.outcome is null and i.id is not null) = 0
              else count(i.id) = 0 or count(i.outcome) < count(i.id) end
            """),
        new Invariant(
            "what a vendor answered for went where the answer says, and as much came instead of"
                + " it",
            """
            select 'item ' || i.id from vendor_item i left join lateral (
              select coalesce(sum(m.quantity) filter (
                       where m.from_place = 'VENDOR' and m.unit_id is not distinct from i.unit_id
                         and m.to_place = case i.outcome when 'REPAIRED' then 'SHELF'
                           when 'REFUSED' then i.refused_to when 'LOST' then 'LOST'
                           else 'SUPPLIER' end), 0) as gone,
                     coalesce(sum(m.quantity) filter (
                       where m.from_place = 'SUPPLIER' and m.to_place = 'SHELF'
                         and m.unit_id is not distinct from i.replaced_by), 0) as came,
                     sum(m.quantity) as moved
              from stock_move m where m.document_id = i.document_id
            ) m on true
            where i.outcome is not null
              and (m.gone <> i.quantity
                   or m.came <> case when i.outcome = 'REPLACED' then i.quantity else 0 end
                   or m.moved is distinct from m.gone + m.came)
            union all
            select 'document ' || d.id from stock_document d
            where d.kind = 'VENDOR'
              and not exists (select 1 from vendor_item i where i.document_id = d.id)
            """));
  }
}
