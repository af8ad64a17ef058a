-- A missing or dead part of a product is sent alone (clauses P3, P5): the line is about the part then.
alter table rma_line
  -- What was bought; null while the line is about the whole product.
  add column part_of text references product check (part_of <> sku);

-- A part worth no more than this, in rupiah, need not come back.
alter table shop add column part_return_limit bigint not null default 100000
  check (part_return_limit between 0 and 1000000000);
