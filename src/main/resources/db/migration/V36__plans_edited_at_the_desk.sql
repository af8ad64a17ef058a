-- Plans of tests are edited at the desk (clause P1): what is changed is a version of its own, and
-- a test keeps the version it was begun with.

create trigger qc_plan_appended_only before update or delete on qc_plan
  for each row execute function appended_only();
create trigger qc_step_appended_only before update or delete on qc_step
  for each row execute function appended_only();

-- Who said last which plan tests a family of products.
alter table qc_family
  add column at     timestamptz,
  add column actor  text,
  add check (category = lower(btrim(category)) and length(category) between 1 and 100),
  add check ((at is null) = (actor is null));
