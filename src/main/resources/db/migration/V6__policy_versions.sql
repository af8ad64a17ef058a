-- The shop's own versions of its policy, from draft to publication. The text is kept as it was
-- written; what was published, and what waits for its reviewer, is never edited.

create table policy_version (
  policy_id      text not null check (policy_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  version        int not null check (version between 1 and 1000000),
  -- The id before the effect: a form sent twice makes one draft.
  key            uuid not null unique,
  -- The version whose text it began with.
  based_on       int not null,
  state          text not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN')),
  text           text not null check (octet_length(text) <= 262144),
  sha256         bytea not null check (sha256 = sha256(convert_to(text, 'UTF8'))),
  -- From when it is in force: as its text said when it was submitted.
  effective_from timestamptz,
  author_id      bigint not null references staff,
  drafted_at     timestamptz not null,
  saved_by       bigint not null references staff,
  saved_at       timestamptz not null,
  submitted_by   bigint references staff,
  submitted_at   timestamptz,
  reviewer_id    bigint references staff,
  published_at   timestamptz,
  withdrawn_at   timestamptz,
  -- What the last step said of it.
  note           text not null default '' check (length(note) <= 1000),
  row_version    int not null check (row_version >= 1),
  primary key (policy_id, version),
  constraint policy_version_after_its_base check (based_on < version),
  constraint policy_version_reviewed_by_another
    check (reviewer_id is null or reviewer_id not in (author_id, saved_by, submitted_by)),
  constraint policy_version_submitted_with_a_date
    check (state not in ('IN_REVIEW', 'PUBLISHED')
           or (submitted_by is not null and submitted_at is not null and effective_from is not null)),
  constraint policy_version_published_by_somebody
    check ((published_at is null) = (reviewer_id is null) and (state <> 'PUBLISHED' or published_at is not null)),
  constraint policy_version_not_in_the_past
    check (published_at is null or effective_from >= published_at),
  constraint policy_version_withdrawn_before_it_decides
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)
           and (withdrawn_at is null or published_at is null or withdrawn_at < effective_from))
);

-- At one instant one version comes into force.
create unique index policy_version_effective_once
  on policy_version (policy_id, effective_from) where state = 'PUBLISHED';

-- Who did what. The words of a step stand with it.
create table policy_history (
  id        bigint generated always as identity primary key,
  policy_id text not null,
  version   int not null,
  at        timestamptz not null,
  staff_id  bigint not null references staff,
  step      text not null check (step in ('DRAFTED', 'SAVED', 'SUBMITTED', 'SENT_BACK', 'PUBLISHED', 'WITHDRAWN')),
  note      text not null default '' check (length(note) <= 1000),
  sha256    bytea not null,
  foreign key (policy_id, version) references policy_version
);
create index policy_history_of_version on policy_history (policy_id, version, id);
create trigger policy_history_appended_only before update or delete on policy_history
  for each row execute function appended_only();

create function policy_version_keeps_its_word() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'policy version % is withdrawn, never deleted', old.version using errcode = '23514';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' or new.row_version <> 1 then
      raise exception 'policy version % begins as a draft', new.version using errcode = '23514';
    end if;
    return new;
  end if;
  if (new.policy_id, new.version, new.key, new.based_on, new.author_id, new.drafted_at)
     is distinct from (old.policy_id, old.version, old.key, old.based_on, old.author_id, old.drafted_at)
     or new.row_version <> old.row_version + 1 then
    raise exception 'policy version % stays what it is', old.version using errcode = '23514';
  end if;
  if (old.state, new.state) not in (
       ('DRAFT', 'DRAFT'), ('DRAFT', 'IN_REVIEW'), ('DRAFT', 'WITHDRAWN'),
       ('IN_REVIEW', 'DRAFT'), ('IN_REVIEW', 'PUBLISHED'), ('IN_REVIEW', 'WITHDRAWN'),
       ('PUBLISHED', 'WITHDRAWN')) then
    raise exception 'policy version % cannot go from % to %', old.version, old.state, new.state
      using errcode = '23514';
  end if;
  if not (old.state = 'DRAFT' and new.state = 'DRAFT')
     and (new.text, new.sha256, new.saved_by, new.saved_at)
         is distinct from (old.text, old.sha256, old.saved_by, old.saved_at) then
    raise exception 'policy version % is %: its text is not edited', old.version, old.state
      using errcode = '23514', constraint = 'policy_version_text_is_fixed';
  end if;
  if old.state = 'PUBLISHED'
     and (new.effective_from, new.reviewer_id, new.published_at, new.submitted_by, new.submitted_at)
         is distinct from
         (old.effective_from, old.reviewer_id, old.published_at, old.submitted_by, old.submitted_at) then
    raise exception 'policy version % was published: it is not changed', old.version
      using errcode = '23514', constraint = 'policy_version_text_is_fixed';
  end if;
  if new.state = 'PUBLISHED' and exists (
       select from policy_history h
       where h.policy_id = new.policy_id and h.version = new.version
         and h.staff_id = new.reviewer_id and h.step in ('DRAFTED', 'SAVED', 'SUBMITTED')) then
    raise exception 'policy version % is reviewed by one of its authors', new.version
      using errcode = '23514', constraint = 'policy_version_reviewed_by_another';
  end if;
  return new;
end $$;
create trigger policy_version_keeps_its_word before insert or update or delete on policy_version
  for each row execute function policy_version_keeps_its_word();

-- Counts what changes the versions that decide, so that every program sees it by one small read;
-- its row is also the queue in which numbers are given out.
create table policy_revision (
  one      boolean primary key default true check (one),
  revision bigint not null
);
insert into policy_revision (revision) values (0);
