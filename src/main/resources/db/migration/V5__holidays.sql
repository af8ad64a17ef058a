-- Days off are the shop's data: what is stored here lies over the set that comes with the product.

create table holiday_edit (
  date     date primary key check (date between '2000-01-01' and '2100-12-31'),
  -- Null: the day is struck out, and no day off.
  kind     text check (kind in ('NATIONAL', 'COLLECTIVE_LEAVE')),
  name_id  text check (length(name_id) between 1 and 100),
  name_en  text check (length(name_en) between 1 and 100),
  decree   text not null check (length(decree) between 1 and 300),
  at       timestamptz not null,
  actor    text not null,
  check ((name_id is null) = (name_en is null)),
  check (kind is not null or name_id is null)
);

create table holiday_decree (
  year      int primary key check (year between 2000 and 2100),
  -- Null: the year has no decree, whatever the product's own set says.
  citation  text check (length(citation) between 1 and 300),
  at        timestamptz not null,
  actor     text not null
);

-- Appended, never edited: each change of a day or of a year's decree, as it was made.
create table holiday_change (
  id        bigint generated always as identity primary key,
  revision  bigint not null,
  date      date,
  year      int,
  kind      text,
  name_id   text,
  name_en   text,
  decree    text,
  at        timestamptz not null,
  actor     text not null,
  check ((date is null) <> (year is null))
);
create trigger holiday_change_appended_only before update or delete on holiday_change
  for each row execute function appended_only();

-- Counts the changes: who remembers the days off asks for this number alone. Locked by each change.
create table shop_calendar (
  only_row    boolean primary key default true check (only_row),
  revision    bigint not null default 0,
  changed_at  timestamptz
);
insert into shop_calendar default values;

-- The days off that all open cases were counted by when they were last gone through.
create table recounted (
  only_row  boolean primary key default true check (only_row),
  calendar  text not null default ''
);
insert into recounted default values;

-- A file of holidays that somebody looks at before it is applied; kept for a day.
create table holiday_upload (
  id       uuid primary key,
  content  bytea not null check (length(content) <= 1048576),
  decree   text not null check (length(decree) <= 300),
  at       timestamptz not null,
  actor    text not null
);

-- A line can be judged anew because the days off changed.
alter table decision drop constraint decision_stage_check;
alter table decision add constraint decision_stage_check
  check (stage in ('REQUEST', 'EVIDENCE', 'INSPECTION', 'CALENDAR'));
