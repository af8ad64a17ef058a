-- What was decided last of each line is read in order, without sorting or looking again for a later one.
create index decision_line on decision (rma_id, line_no, id);
drop index decision_case;
