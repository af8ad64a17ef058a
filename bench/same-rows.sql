-- Prints a pgbench script: one transaction that writes the rows which opening the latest case wrote,
-- each value of the same size. Variable: first (orders before it are taken).
\pset format unaligned
\pset tuples_only on
-- pgbench would take a colon with letters behind it for a variable, also within quotes.
create function pg_temp.quoted(value text) returns text language sql
  return 'E' || replace(quote_literal(value), ':', '\x3a');
with c as (select * from rma order by id desc limit 1)
select format('begin;
with taken as materialized (select %s + nextval(''bench_order_seq'') as n, nextval(''rma_number_seq'') as id)
select o.id as order_id, o.customer_id, i.id as item_id, taken.id
  from taken join sales_order o on o.number = ''B-'' || taken.n join sold_item i on i.order_id = o.id \gset', :first)
from c
union all
select format('insert into idempotent_request (token_id, key, fingerprint) values (%s, ''pgbench-'' || :id, %L);',
  t.token_id, t.fingerprint)
from (select * from idempotent_request order by created_at desc limit 1) t
union all
select format('with shelf as (
  update stock_level set held = held + 1 where sku = ''BENCH-'' || (:id %% 100) and on_hand - held >= 1 returning sku)
insert into hold (rma_id, line_no, sku, state, taken_at, expires_at)
  select :id, 1, sku, ''HELD'', now(), %L from shelf;', h.expires_at)
from c join hold h on h.rma_id = c.id
union all
select 'update sold_item set claimed = claimed + 1 where id = :item_id;'
union all
select format('insert into rma (id, request_number, rma_number, order_id, customer_id, status, channel, language,
  priority, parcel_sent, first_contact_at, opened_at, ship_by, due_at, balance, draft_id, version, chain)
values (:id, ''PJ-9912-'' || :id, ''RMA-9912-'' || :id, :order_id, :customer_id, %L, %L, %L, false, false, now(),
  now(), %L, %L, 0, md5(:id::text)::uuid, %s, %L);',
  c.status, c.channel, c.language, c.ship_by, c.due_at, c.version, c.chain)
from c
union all
select format('insert into rma_line (rma_id, line_no, sold_item_id, sku, quantity, reason, symptom, wanted_sku,
  unit_paid, wanted_price, state, goods) values (:id, 1, :item_id, %L, 1, %L, %L, %L, %s, %s, %L, %L);',
  l.sku, l.reason, l.symptom, l.wanted_sku, l.unit_paid, l.wanted_price, l.state, l.goods)
from c join rma_line l on l.rma_id = c.id
union all
select 'insert into rma_event (rma_id, seq, kind, at, actor, body, hash) values '
  || string_agg(format('(:id, %s, %L, now(), %L, %L, %L)', e.seq, e.kind, e.actor, e.body, e.hash), ', ') || ';'
from c join rma_event e on e.rma_id = c.id
union all
select string_agg(format('insert into outbox (key, recipient, template, rma_id, params, next_at, created_at)
values (''case/'' || :id || %L, ''customer:'' || :customer_id, %L, :id, %L, now(), now());',
  substr(o.key, length('case/' || c.id) + 1), o.template, o.params), E'\n')
from c join outbox o on o.rma_id = c.id
union all
select format('update draft set rma_id = :id where order_id = :order_id;
update photo set rma_id = :id where draft_id = (select id from draft where order_id = :order_id);')
union all
select format('insert into decision (rma_id, line_no, stage, policy_id, policy_version, holiday_set, outcome, payer, difference, fee, facts,
  proof, at) values (:id, 1, %L, %L, %s, %s, %L, %L, %s, %s, %L, %L, now());',
  d.stage, d.policy_id, d.policy_version, pg_temp.quoted(d.holiday_set), d.outcome, d.payer, d.difference, d.fee, d.facts, d.proof)
from c join decision d on d.rma_id = c.id
union all
select format('update idempotent_request set status = %s, body = %s where token_id = %s and key = ''pgbench-'' || :id;
commit;', t.status, pg_temp.quoted(t.body), t.token_id)
from (select * from idempotent_request order by created_at desc limit 1) t;
