-- A unit that came back passes no test until its settings are erased and it is released from the
-- customer's provisioning account, or somebody says why that is not needed (clause P1).
alter table unit add column release_due boolean not null default false;
update unit u set release_due = true
where u.place <> 'CUSTOMER' and u.qc_passed_at is null
  and exists (select 1 from unit_look l where l.unit_id = u.id and l.ended_at is not null);
alter table unit add constraint no_pass_before_the_release
  check (not release_due or qc_passed_at is null);

create table unit_release (
  id           bigint generated always as identity primary key,
  unit_id      bigint not null references unit,
  -- Back to factory settings.
  reset        boolean not null,
  -- Out of the customer's account at the provisioning service.
  unprovisioned boolean not null,
  -- Why what was not done is not needed.
  reason       text check (length(reason) between 1 and 200),
  at           timestamptz not null,
  actor        text not null,
  check ((reset and unprovisioned) or reason is not null)
);
create index unit_release_unit on unit_release (unit_id);
create trigger unit_release_appended_only before update or delete on unit_release
  for each row execute function appended_only();

-- Units that came back and passed before this was asked.
insert into unit_release (unit_id, reset, unprovisioned, reason, at, actor)
select u.id, false, false, 'before this was recorded', u.qc_passed_at, 'operator' from unit u
where u.qc_passed_at is not null
  and exists (select 1 from unit_look l
              where l.unit_id = u.id and l.ended_at < u.qc_passed_at);
