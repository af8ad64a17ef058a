-- Accounts that managers keep: each change counted, each new password ending the older sessions.
alter table staff
  add column version int not null default 1,
  add column epoch   int not null default 1;
-- Who made a token by which form: the same form sent twice makes one token.
alter table api_token add column form text unique;

-- A way to a password, good once: for a new account, or where one was forgotten.
create table password_link (
  token_hash  bytea primary key,
  staff_id    bigint not null references staff on delete cascade,
  offered_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index password_link_staff on password_link (staff_id);

-- What was done to accounts and tokens, by whom.
create table staff_event (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  actor     text not null,
  kind      text not null check (kind in ('MADE', 'ROLE_CHANGED', 'DEACTIVATED', 'REACTIVATED',
              'LINK_OFFERED', 'PASSWORD_SET', 'PASSWORD_CHANGED', 'TOKEN_MADE', 'TOKEN_REVOKED')),
  -- The account, or the token where it is about one.
  subject   bigint not null,
  role      text check (role in ('AGENT', 'INSPECTOR', 'FINANCE', 'MANAGER'))
);
create index staff_event_subject on staff_event (subject);
create trigger staff_event_appended_only before update or delete on staff_event
  for each row execute function appended_only();

-- A shop always has somebody who can let others in. The lock makes two such changes wait for each
-- other, so that each sees what the other left.
create function a_manager_stays() returns trigger language plpgsql as $$
begin
  lock table staff in share row exclusive mode;
  if not exists (select from staff where active and role = 'MANAGER') then
    raise exception 'The last active manager stays' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger a_manager_stays after update of active, role on staff
  for each row when (old.active and old.role = 'MANAGER'
    and not (new.active and new.role = 'MANAGER'))
  execute function a_manager_stays();
