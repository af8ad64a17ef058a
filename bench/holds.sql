-- Orders of a few products that everybody wants, and how many of each are there.
-- Variables: orders (how many).
set client_min_messages = warning;
insert into product (sku, name, category, list_price, serialised)
select 'HOLD-' || p, 'Wanted phone ' || p, 'ip-phone', 1500000, true from generate_series(0, 5) p;
insert into stock_level (sku, on_hand) select 'HOLD-' || p, 20000 from generate_series(0, 4) p;
insert into stock_level (sku) values ('HOLD-5');
insert into stock_move (sku, quantity, from_place, to_place, cause, at, actor)
select sku, on_hand, 'SUPPLIER', 'SHELF', 'counted in', now(), 'clock' from stock_level
where sku like 'HOLD-%' and on_hand > 0;

-- By the order's number: first a hundred products, then four, then one, then one that is out of stock.
create temp table wanted as
select o.id as order_id, case
  when n between 22001 and 32000 then 'HOLD-' || 1 + n % 4
  when n between 32001 and 42000 then 'HOLD-0'
  when n > 42000 then 'HOLD-5' end as sku
from generate_series(22001, :orders) n join sales_order o on o.number = 'B-' || n;
update sold_item i set sku = w.sku from wanted w where w.order_id = i.order_id;
update sold_unit u set sku = i.sku from sold_item i where i.id = u.sold_item_id and i.sku like 'HOLD-%';
analyze sold_item, sold_unit, stock_level;
