package io.tukar.rma;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves the invariants over all data, on one snapshot, in bounded memory: every chain intact and
 * folding to its row, every posting summing to zero, every stock figure the sum of its moves.
 */
@Component
public class Verification {

  private static final int BROKEN_REPORTED_MAX = 100;
  private static final int ROWS_FETCHED_AT_ONCE = 500;

  private final Rmas rmas;
  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final TransactionTemplate snapshot;

  Verification(Rmas rmas, JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager tx) {
    this.rmas = rmas;
    this.jdbc = jdbc;
    var source = template.getDataSource();
    if (source == null) {
      throw new IllegalStateException("No database");
    }
    this.streaming = new JdbcTemplate(source);
    this.streaming.setFetchSize(ROWS_FETCHED_AT_ONCE);
    this.snapshot = new TransactionTemplate(tx);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * What was proven.
   *
   * @param counts how many of each thing were looked at
   * @param broken what does not hold, at most {@value #BROKEN_REPORTED_MAX}; empty when all is well
   */
  public record Report(Map<String, Long> counts, List<String> broken) {}

  /** An invariant as a query for what breaks it; each row names one offender. */
  private record Rule(String says, String offenders) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "a ledger posting sums to zero",
              "select 'posting ' || posting_id from ledger_entry group by posting_id"
                  + " having sum(amount) <> 0"),
          new Rule(
              "a case's balance is the sum of its ledger entries",
              """
              select r.request_number from rma r
              left join ledger_posting p on p.rma_id = r.id
              left join ledger_entry e on e.posting_id = p.id and e.account = 'CUSTOMER'
              group by r.id having r.balance <> coalesce(sum(e.amount), 0)
              """),
          new Rule(
              "a closed case owes nothing and is owed nothing",
              "select request_number from rma where status = 'CLOSED' and balance <> 0"),
          new Rule(
              "what is on hand is the sum of its moves",
              """
              select coalesce(l.sku, m.sku) from stock_level l full join (
                select sku, sum(case when to_place = 'SHELF' then quantity
                                     when from_place = 'SHELF' then -quantity else 0 end) as n
                from stock_move group by sku
              ) m on m.sku = l.sku
              where coalesce(l.on_hand, 0) <> coalesce(m.n, 0)
              """),
          new Rule(
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
          new Rule(
              "a unit that may be shipped passed the test it names, and no later one found a fault",
              """
              select 'unit ' || u.id from unit u join qc_test t on t.id = u.qc_test_id
              where t.unit_id <> u.id or t.outcome is distinct from 'PASSED'
                or u.qc_passed_at is null
                or exists (select 1 from qc_test f
                           where f.unit_id = u.id and f.id > t.id
                             and (f.outcome = 'FAILED'
                                  or exists (select 1 from qc_result r
                                             where r.test_id = f.id and not r.passed)))
              """),
          new Rule(
              "a test that passed has an answer as expected for every step of its plan",
              """
              select 'test ' || t.id from qc_test t join qc_step s on s.plan_id = t.plan_id
              left join qc_result r on r.test_id = t.id and r.step_no = s.step_no
              where t.outcome = 'PASSED' and r.passed is distinct from true
              """),
          new Rule(
              "no returned unit passes a test before it is released from its last owner",
              """
              select 'unit ' || u.id from unit u
              where u.release_due and u.qc_passed_at is not null
              union
              select 'unit ' || u.id from unit u join unit_look l on l.unit_id = u.id
              where u.qc_passed_at > l.ended_at
                and not exists (select 1 from unit_release r
                                where r.unit_id = u.id
                                  and r.at between l.ended_at and u.qc_passed_at)
              """),
          new Rule(
              "a test that passed has a photo of its seal and of every step that asks for one",
              """
              select 'test ' || t.id from qc_test t
              where t.outcome = 'PASSED' and (
                not exists (select 1 from photo p where p.qc_test_id = t.id and p.slot = 'SEAL')
                or exists (
                  select 1 from qc_step s
                  where s.plan_id = t.plan_id and s.kind = 'PHOTO' and not exists (
                    select 1 from photo p
                    where p.qc_test_id = t.id and p.slot = 'UNIT' and p.line_no = s.step_no)))
              """),
          new Rule(
              "what is held is the number of open holds",
              """
              select coalesce(l.sku, h.sku) from stock_level l full join (
                select sku, count(*) as n from hold where state = 'HELD' group by sku
              ) h on h.sku = l.sku
              where coalesce(l.held, 0) <> coalesce(h.n, 0)
              """),
          new Rule(
              "a line that is held has a hold for each unit, and no other line has any",
              """
              select r.request_number || ' line ' || l.line_no
              from rma_line l join rma r on r.id = l.rma_id left join hold h
                on h.rma_id = l.rma_id and h.line_no = l.line_no and h.state = 'HELD'
              group by r.id, l.rma_id, l.line_no
              having count(h.id) <> case when l.goods = 'HELD' then l.quantity else 0 end
              """),
          new Rule(
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
          new Rule(
              "while goods are awaited no hold ends before its case does",
              """
              select 'hold ' || h.id from hold h join rma r on r.id = h.rma_id
              where h.state = 'HELD' and r.status = 'AUTHORIZED' and not r.parcel_sent
                and h.expires_at < r.due_at
              """),
          new Rule(
              "a replacement that left while its goods are awaited was allowed to",
              """
              select r.request_number || ' line ' || l.line_no
              from rma_line l join rma r on r.id = l.rma_id
              where l.goods = 'SHIPPED' and l.state <> 'EXCHANGED'
                and r.status not in ('CLOSED', 'DISPATCHED') and not r.advance
              """),
          new Rule(
              "a charge for goods that never came is of a case that gave them up",
              """
              select 'posting ' || p.id from ledger_posting p
              where p.kind = 'UNRETURNED' and not exists (
                select 1 from rma_event e where e.rma_id = p.rma_id and e.kind = 'GIVEN_UP'
                  and (convert_from(e.body, 'UTF8')::json ->> 'posting')::bigint = p.id)
              """),
          new Rule(
              "every hold belongs to a line",
              """
              select 'hold ' || h.id from hold h left join rma_line l
                on l.rma_id = h.rma_id and l.line_no = h.line_no
              where l.rma_id is null
              """),
          new Rule(
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
          new Rule(
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
          new Rule(
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
          new Rule(
              "a booked pickup has a number, and its parcel is of the same case",
              """
              select 'pickup ' || p.id from pickup p left join shipment s on s.id = p.shipment_id
              where (p.state = 'BOOKED' and p.order_ref is null)
                 or (s.id is not null and (s.rma_id <> p.rma_id or s.leg <> 'TO_SHOP'))
              """),
          new Rule(
              "a look that is open is of goods that wait for their verdict, and no more than came",
              """
              select 'line ' || r.rma_id || '/' || r.line_no
              from unit_look l join rma_line r on r.rma_id = l.rma_id and r.line_no = l.line_no
              where l.ended_at is null
              group by r.rma_id, r.line_no
              having r.state <> 'RECEIVED' or sum(l.quantity) > r.quantity
              """),
          new Rule(
              "every parcel a case names is its own",
              """
              select r.request_number from rma_event e join rma r on r.id = e.rma_id
              where e.kind in ('WAYBILL_GIVEN', 'DISPATCHED', 'SENT_BACK', 'DELIVERED')
                and not exists (
                  select 1 from shipment s where s.rma_id = e.rma_id
                    and s.id = (convert_from(e.body, 'UTF8')::json ->> 'shipment')::bigint)
              """),
          new Rule(
              "of a line no more is here than was asked for while the rest is awaited",
              """
              select r.request_number || ' line ' || l.line_no
              from parcel_line p join rma_line l on l.rma_id = p.rma_id and l.line_no = p.line_no
              join rma r on r.id = l.rma_id
              where p.waits group by r.id, l.rma_id, l.line_no having sum(p.quantity) >= l.quantity
              """),
          new Rule(
              "what came of a line came in a parcel of its case that was received",
              """
              select 'parcel ' || p.id from parcel_line l join parcel p on p.id = l.parcel_id
              where (p.state <> 'TAKEN' or p.rma_id is distinct from l.rma_id)
                and not exists (select 1 from parcel_item i where i.parcel_id = p.id
                                  and i.rma_id = l.rma_id and i.line_no = l.line_no)
              """),
          new Rule(
              "a parcel that left has nothing strange left behind",
              """
              select 'parcel ' || p.id from parcel_item i join parcel p on p.id = i.parcel_id
              where p.state = 'GONE' and i.ended_at is null
              """),
          new Rule(
              "what a case took of a strange parcel came for its line",
              """
              select 'parcel ' || i.parcel_id || ' item ' || i.item_no from parcel_item i
              left join parcel_line l on l.parcel_id = i.parcel_id and l.rma_id = i.rma_id
                and l.line_no = i.line_no
              where i.ending = 'CLAIMED' and coalesce(l.quantity, 0) < i.quantity
              """),
          new Rule(
              "a parcel is counted as left only while something of it is here",
              """
              select 'leftover ' || f.id from leftover f join parcel p on p.id = f.parcel_id
              where f.ended_at is null and p.state <> 'QUARANTINE'
                and not exists (select 1 from parcel_item i
                                where i.parcel_id = p.id and i.ended_at is null)
              """),
          new Rule(
              "strange goods are disposed of only by the word on their parcel",
              """
              select 'parcel ' || i.parcel_id || ' item ' || i.item_no from parcel_item i
              where i.ending = 'DISPOSED' and not exists (
                select 1 from leftover f where f.parcel_id = i.parcel_id
                  and f.ending = 'DISPOSED' and f.ended_at = i.ended_at)
              """),
          new Rule(
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
              """),
          new Rule(
              "what was sent of a sold item left in its parcels",
              """
              select 'sold item ' || i.id from sold_item i left join (
                select sold_item_id, sum(quantity) as n from sale_parcel_line group by sold_item_id
              ) l on l.sold_item_id = i.id
              where i.sent <> coalesce(l.n, 0)
              """),
          new Rule(
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
          new Rule(
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
              """),
          new Rule(
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
          new Rule(
              "a batch is away while something is unanswered, and closed with its last answer",
              """
              select 'batch ' || b.id from vendor_batch b left join vendor_item i on i.batch_id = b.id
              group by b.id
              having case b.state
                when 'OPEN' then count(i.outcome) > 0
                when 'SENT' then count(*) filter (where i.outcome is null and i.id is not null) = 0
                else count(i.id) = 0 or count(i.outcome) < count(i.id) end
              """),
          new Rule(
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
              """),
          new Rule(
              "goods nobody claims are counted only while they wait to be sent back",
              """
              select 'leftover ' || f.id from leftover f
              join rma_line l on l.rma_id = f.rma_id and l.line_no = f.line_no
              join rma r on r.id = f.rma_id
              where f.ended_at is null and (l.state <> 'REFUSED' or r.status <> 'SETTLED')
              """),
          new Rule(
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
          new Rule(
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
          new Rule(
              "a proposal is open only while its goods are counted",
              """
              select 'disposal ' || d.id from disposal d join leftover f on f.id = d.leftover_id
              where d.outcome is null and f.ended_at is not null
              """),
          new Rule(
              "a way back is let go only where its goods were disposed of",
              """
              select 'posting ' || p.id from ledger_posting p
              where p.kind = 'WAY_NOT_GONE' and not exists (
                select 1 from rma_event e where e.rma_id = p.rma_id and e.kind = 'DISPOSED'
                  and (convert_from(e.body, 'UTF8')::json ->> 'posting')::bigint = p.id)
              """),
          new Rule(
              "goods are kept as long as their owner was told last",
              """
              select 'leftover ' || f.id from leftover f
              left join parcel p on p.id = f.parcel_id
              left join lateral (select max(n.keep_until) as keep_until from leftover_notice n
                                 where n.leftover_id = f.id) n on true
              where f.ended_at is null and coalesce(f.rma_id, p.rma_id) is not null
                and n.keep_until is distinct from f.keep_until
              """),
          new Rule(
              "no more units with a serial are on the shelf than are on hand",
              """
              select u.sku from unit u left join stock_level l on l.sku = u.sku
              where u.place = 'SHELF' group by u.sku, l.on_hand
              having count(*) > coalesce(l.on_hand, 0)
              """));

  /** Looks at everything; takes as long as there are events. */
  public Report run() {
    var report =
        snapshot.execute(
            transaction -> {
              var broken = new ArrayList<String>();
              var counts = new LinkedHashMap<String, Long>();
              new Chains(broken, counts).walk();
              count(counts, "ledger postings", "ledger_posting");
              count(counts, "stock moves", "stock_move");
              count(counts, "holds", "hold");
              count(counts, "parcels", "shipment");
              count(counts, "parcels that arrived", "parcel");
              count(counts, "goods nobody claimed", "leftover");
              count(counts, "units", "unit");
              count(counts, "tests of units", "qc_test");
              RULES.forEach(rule -> prove(rule, broken));
              return new Report(counts, broken);
            });
    if (report == null) {
      throw new IllegalStateException("A verification without a report");
    }
    return report;
  }

  private void count(Map<String, Long> counts, String what, String table) {
    counts.put(what, jdbc.sql("select count(*) from " + table).query(Long.class).single());
  }

  private void prove(Rule rule, List<String> broken) {
    jdbc.sql(rule.offenders() + " limit " + BROKEN_REPORTED_MAX)
        .query((row, n) -> row.getString(1))
        .list()
        .forEach(offender -> report(broken, "not true that " + rule.says() + ": " + offender));
  }

  private static void report(List<String> broken, String what) {
    if (broken.size() < BROKEN_REPORTED_MAX) {
      broken.add(what);
    }
  }

  /** Walks over all events in the order of their cases, one case in memory at a time. */
  private final class Chains {
    private final List<String> broken;
    private final Map<String, Long> counts;
    private long cases;
    private long events;
    private long caseId = -1;
    private byte[] chain = Chain.genesis();
    private @Nullable Rma folded;
    private int seq;

    Chains(List<String> broken, Map<String, Long> counts) {
      this.broken = broken;
      this.counts = counts;
    }

    void walk() {
      streaming.query(
          "select rma_id, seq, kind, at, actor, body, hash from rma_event order by rma_id, seq",
          row -> {
            take(row);
          });
      endCase();
      var rows = jdbc.sql("select count(*) from rma").query(Long.class).single();
      if (rows != cases) {
        report(broken, rows + " cases, but events of " + cases);
      }
      counts.put("cases", cases);
      counts.put("events", events);
    }

    private void take(ResultSet row) throws SQLException {
      var id = row.getLong("rma_id");
      if (id != caseId) {
        endCase();
        caseId = id;
        chain = Chain.genesis();
        folded = null;
        seq = 0;
        cases++;
      }
      events++;
      seq++;
      var link =
          new Chain.Link(
              row.getInt("seq"),
              row.getString("kind"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("actor"),
              row.getBytes("body"),
              row.getBytes("hash"));
      if (link.seq() != seq || !Chain.holds(id, chain, link)) {
        report(broken, "the chain of case " + id + " is broken at event " + link.seq());
      }
      chain = link.hash();
      fold(id, link);
    }

    private void fold(long id, Chain.Link link) {
      var event = EventCodec.read(RmaEvent.Kind.valueOf(link.kind()), link.body());
      if (event instanceof RmaEvent.Opened opened) {
        folded = Rma.opened(id, Intake.requestNumber(id, link.at()), opened, link.at());
      } else if (folded != null) {
        var refusal = folded.check(event);
        if (refusal.isPresent()) {
          report(broken, "case " + id + " made a move that is not legal: event " + link.seq());
        }
        folded = folded.after(event);
      } else {
        report(broken, "case " + id + " does not begin with its opening");
      }
    }

    private void endCase() {
      if (caseId < 0) {
        return;
      }
      var stored = rmas.find(caseId);
      if (!stored.equals(Optional.ofNullable(folded))) {
        report(broken, "the events of case " + caseId + " do not fold to its row");
      }
      if (!Arrays.equals(chain, rmas.chainOf(caseId))) {
        report(broken, "the chain of case " + caseId + " does not end at its row");
      }
    }
  }
}
