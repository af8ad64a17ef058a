-- Photos also belong to a test before shipping (clause P1) and to a parcel that arrived (P5, P11).

alter table photo
  add column qc_test_id bigint references qc_test,
  -- Parcels get their table, and this its reference, with receiving.
  add column parcel_id bigint check (parcel_id > 0);

-- One owner. A case keeps the draft its photos came from, so these two count as one.
alter table photo drop constraint photo_check;
alter table photo add constraint photo_has_one_owner check (
  (draft_id is not null or rma_id is not null)::int
  + (qc_test_id is not null)::int
  + (parcel_id is not null)::int = 1);
alter table photo add constraint photo_of_a_test_is_of_qc
  check (qc_test_id is null or source = 'QC');
alter table photo add constraint photo_of_a_parcel_is_of_the_warehouse
  check (parcel_id is null or source = 'INSPECTOR');

create index photo_qc_test on photo (qc_test_id) where qc_test_id is not null;
create index photo_parcel on photo (parcel_id) where parcel_id is not null;

-- What a picture looks like (a difference hash), to find the same photo in another case. Found by quarters: two that differ
-- in three bits at most have one quarter in common. Photos taken in before have none.
alter table photo add column likeness bigint;
create index photo_likeness_1 on photo ((likeness >> 48)) where rma_id is not null;
create index photo_likeness_2 on photo ((likeness >> 32 & 65535)) where rma_id is not null;
create index photo_likeness_3 on photo ((likeness >> 16 & 65535)) where rma_id is not null;
create index photo_likeness_4 on photo ((likeness & 65535)) where rma_id is not null;

-- In a draft at most 10 photos of a line; in a draft or case at most 40 of the customer and 40 of the
-- shop; of a test and of a parcel at most 40. The owner is locked first: photos that arrive together
-- count each other.
create or replace function photos_are_bounded() returns trigger language plpgsql as $$
begin
  if new.qc_test_id is not null then
    perform 1 from qc_test where id = new.qc_test_id and outcome is null for no key update;
    if not found then
      raise exception 'test % has ended', new.qc_test_id
        using errcode = '23514', constraint = 'photo_only_in_an_open_test';
    end if;
    if (select count(*) from photo where qc_test_id = new.qc_test_id) >= 40 then
      raise exception 'test % has its 40 photos', new.qc_test_id
        using errcode = '23514', constraint = 'photos_per_test';
    end if;
    return new;
  end if;
  if new.parcel_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('photos of parcel ' || new.parcel_id, 0));
    if (select count(*) from photo where parcel_id = new.parcel_id) >= 40 then
      raise exception 'parcel % has its 40 photos', new.parcel_id
        using errcode = '23514', constraint = 'photos_per_parcel';
    end if;
    return new;
  end if;
  if new.rma_id is null then
    perform 1 from draft where id = new.draft_id and rma_id is null for no key update;
    if not found then
      raise exception 'draft % was submitted', new.draft_id
        using errcode = '23514', constraint = 'photo_only_in_an_open_draft';
    end if;
    if (select count(*) from photo
        where draft_id = new.draft_id and rma_id is null and line_no = new.line_no) >= 10 then
      raise exception 'line % of draft % has its 10 photos', new.line_no, new.draft_id
        using errcode = '23514', constraint = 'photos_per_draft_line';
    end if;
  else
    perform 1 from rma where id = new.rma_id for no key update;
  end if;
  if (select count(*) from photo
      where (rma_id = new.rma_id or (new.rma_id is null and rma_id is null and draft_id = new.draft_id))
        and (source = 'CUSTOMER') = (new.source = 'CUSTOMER')) >= 40 then
    raise exception 'the case has its 40 photos'
      using errcode = '23514', constraint = 'photos_per_case';
  end if;
  return new;
end $$;
