-- What may stand in for a product that is out of stock (clause P5), kept by the manager.
create table product_substitute (
  sku         text not null references product,
  substitute  text not null references product check (substitute <> sku),
  kind        text not null check (kind in ('EQUIVALENT', 'UPGRADE')),
  rank        int not null check (rank between 1 and 20),
  primary key (sku, substitute),
  unique (sku, rank)
);

-- Until when the customer agreed to wait; null until they said so.
alter table stock_waiting add column agreed_until date;
