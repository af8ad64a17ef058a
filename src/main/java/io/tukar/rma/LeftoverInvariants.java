package io.tukar.rma;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of goods nobody claims (clauses P3, P4, P11, P12). */
@Component
class LeftoverInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "a parcel is counted as left only while something of it is here",
            """
            select 'leftover ' || f.id from leftover f join parcel p on p.id = f.parcel_id
            where f.ended_at is null and p.state <> 'QUARANTINE'
              and not exists (select 1 from parcel_item i
                              where i.parcel_id = p.id and i.ended_at is null)
            """),
        new Invariant(
            "strange goods are disposed of only by the word on their parcel",
            """
            select 'parcel ' || i.parcel_id || ' item ' || i.item_no from parcel_item i
            where i.ending = 'DISPOSED' and not exists (
              select 1 from leftover f where f.parcel_id = i.parcel_id
                and f.ending = 'DISPOSED' and f.ended_at = i.ended_at)
            """),
        new Invariant(
            "goods nobody claims are counted only while they wait to be sent back",
            """
            select 'leftover ' || f.id from leftover f
            join rma_line l on l.rma_id = f.rma_id and l.line_no = f.line_no
            join rma r on r.id = f.rma_id
            where f.ended_at is null and (l.state <> 'REFUSED' or r.status <> 'SETTLED')
            """),
        new Invariant(
            "goods left by disposal after the last day their owner was told, by two people's"
                + " word",
            """
            select 'leftover ' || f.id from leftover f
            left join parcel p on p.id = f.parcel_id
            left join disposal d on d.leftover_id = f.id and d.outcome = 'APPROVED'
            where (f.ending is not distinct from 'DISPOSED') <> (d.id is not null)
              or d.decided_by = d.actor
              or (d.decided_at at time zone 'Asia/Jakarta')::date <= f.keep_until
              or (d.id is not null and coalesce(f.rma_id, p.rma_id) is not null
                  and not exists (
                    select 1 from leftover_notice n
                    where n.leftover_id = f.id and n.days_before = 7
                      and n.keep_until < (d.decided_at at time zone 'Asia/Jakarta')::date))
            """),
        new Invariant(
            "a disposed line has a count that ended so, and its goods left quarantine once",
            """
            select r.request_number || ' line ' || l.line_no from rma_line l
            join rma r on r.id = l.rma_id
            where l.state = 'DISPOSED' and not exists (
              select 1 from leftover f where f.rma_id = l.rma_id and f.line_no = l.line_no
                and f.ending = 'DISPOSED')
            union all
            select 'case ' || coalesce(l.rma_id, m.rma_id) from (
              select rma_id, sum(quantity) as n from rma_line where state = 'DISPOSED'
              group by rma_id
            ) l full join (
              select rma_id, sum(quantity) as n from stock_move
              where cause = 'disposed' and from_place = 'QUARANTINE' and rma_id is not null
              group by rma_id
            ) m on m.rma_id = l.rma_id
            where coalesce(l.n, 0) <> coalesce(m.n, 0)
            """),
        new Invariant(
            "a proposal is open only while its goods are counted",
            """
            select 'disposal ' || d.id from disposal d join leftover f on f.id = d.leftover_id
            where d.outcome is null and f.ended_at is not null
            """),
        new Invariant(
            "a way back is let go only where its goods were disposed of",
            """
            select 'posting ' || p.id from ledger_posting p
            where p.kind = 'WAY_NOT_GONE' and not exists (
              select 1 from rma_event e where e.rma_id = p.rma_id and e.kind = 'DISPOSED'
                and (convert_from(e.body, 'UTF8')::json ->> 'posting')::bigint = p.id)
            """),
        new Invariant(
            "goods are kept as long as their owner was told last",
            """
            select 'leftover ' || f.id from leftover f
            left join parcel p on p.id = f.parcel_id
            left join lateral (select max(n.keep_until) as keep_until from leftover_notice n
                               where n.leftover_id = f.id) n on true
            where f.ended_at is null and coalesce(f.rma_id, p.rma_id) is not null
              and n.keep_until is distinct from f.keep_until
            """));
  }
}
