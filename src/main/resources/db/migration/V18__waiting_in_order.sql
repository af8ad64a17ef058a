-- Who waits for a product, in the order they are served when stock returns (clause P5).
create table stock_waiting (
  rma_id    bigint not null,
  line_no   int not null,
  sku       text not null references product,
  quantity  int not null check (quantity > 0),
  -- A replacement that was dead too is served before the others.
  priority  boolean not null,
  since     timestamptz not null,
  primary key (rma_id, line_no)
);
create index stock_waiting_in_order on stock_waiting (sku, (not priority), since, rma_id, line_no);

insert into stock_waiting (rma_id, line_no, sku, quantity, priority, since)
select l.rma_id, l.line_no, l.wanted_sku, l.quantity, r.priority, r.opened_at
from rma_line l join rma r on r.id = l.rma_id where l.goods = 'WAITING';

drop index rma_line_waiting;
