-- What a policy may ask of an order beside what was bought: who brought it, and whether a firm bought it.
alter table sales_order
  add column courier     text check (courier <> ''),
  add column for_company boolean;
