-- Some units of a line can become a line of their own.
alter table rma_line add column origin int;
update rma_line set origin = line_no;
alter table rma_line alter column origin set not null;
alter table rma_line add constraint a_line_comes_from_one_before_it
  check (origin between 1 and line_no);

alter table decision drop constraint decision_stage_check;
alter table decision add constraint decision_stage_check
  check (stage in ('REQUEST', 'EVIDENCE', 'INSPECTION', 'SPLIT', 'CHOICE', 'CALENDAR'));
