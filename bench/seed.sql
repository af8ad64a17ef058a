-- Orders with their goods, drafts and photos, as imports and uploads leave them: case by case ready to open.
-- Variables: orders (how many), token (an API token's secret).
set client_min_messages = warning;
insert into api_token (name, role, token_hash) values ('bench', 'MANAGER', sha256(:'token'::bytea));

insert into product (sku, name, category, list_price, serialised)
select 'BENCH-' || p, 'IP phone ' || p, 'ip-phone', 1500000 + p * 1000, true from generate_series(0, 99) p;
insert into stock_level (sku, on_hand)
select 'BENCH-' || p, (:orders + 99 - p) / 100 from generate_series(0, 99) p;

insert into unit (sku, serial, place, qc_passed_at, qc_by)
select 'BENCH-' || n % 100, 'NEW-' || 1000000 + n, 'SHELF', now(), 'clock' from generate_series(1, :orders) n;
insert into stock_move (sku, unit_id, quantity, from_place, to_place, cause, at, actor)
select sku, id, 1, 'SUPPLIER', 'SHELF', 'counted in', now(), 'clock' from unit;
update stock_level l set on_hand = (select count(*) from unit u where u.sku = l.sku);

insert into customer (name, phone, address, city)
select 'Pembeli ' || n, '+62812' || 10000000 + n, 'Jalan Uji ' || n, 'Jakarta' from generate_series(1, :orders) n;
insert into sales_order (number, customer_id, ordered_at, status, dispatched_on, received_on, source)
select 'B-' || n, c.id, now() - interval '6 days', 'DELIVERED', current_date - 4, current_date - 1, 'bench'
from generate_series(1, :orders) n join customer c on c.phone = '+62812' || 10000000 + n;
insert into sold_item (order_id, line_no, sku, name, quantity, unit_paid)
select o.id, 1, 'BENCH-' || n % 100, 'IP phone', 1, 1450000
from generate_series(1, :orders) n join sales_order o on o.number = 'B-' || n;
insert into sold_unit (sold_item_id, sku, serial)
select i.id, i.sku, 'OLD-' || i.id from sold_item i;

insert into draft (id, order_id, started_at, language, form, saved_at)
select md5(o.number)::uuid, o.id, now(), 'ID', '{}', now() from sales_order o;
-- Each photo counts its neighbours, which a seed without statistics does slowly.
alter table photo disable trigger photos_are_bounded;
insert into photo (sha256, bytes, width, height, draft_id, line_no, slot, source, at, actor)
select sha256((o.number || slot)::bytea), 400000, 2400, 1800, md5(o.number)::uuid, 1, slot, 'CUSTOMER', now(),
  'customer:' || o.customer_id
from sales_order o, unnest(array['LABEL', 'UNIT', 'FAULT', 'BOX']) slot;
alter table photo enable trigger photos_are_bounded;
create sequence bench_order_seq;
analyze sales_order, sold_item, customer, unit, stock_level, product, draft, photo;
