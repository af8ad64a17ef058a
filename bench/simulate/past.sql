-- Decisions of past cases as requests and inspections leave them: one line each, every third judged a second time.
-- Variables: cases (how many), rows (a file of what PastRows prints). Runs as the database's superuser and leaves the
-- cases themselves out. Proofs lie apart from their rows and a replay never reads them, so they are left empty; facts
-- keep the form (compressed or not) that a row with its proof gives them.
set session_replication_role = replica;
set synchronous_commit = off;
create temporary table sample (n int primary key, policy_id text, policy_version int, holiday_set text, outcome text,
  payer text, difference bigint, fee bigint, facts bytea, proof bytea);
copy sample from :'rows';
analyze sample;
insert into decision (rma_id, line_no, stage, policy_id, policy_version, holiday_set, outcome, payer, difference, fee,
  facts, proof, at)
select judged.rma_id, 1, judged.stage, s.policy_id, s.policy_version, s.holiday_set, s.outcome, s.payer, s.difference,
  s.fee, s.facts, '', now()
from generate_series(1, :cases) c
cross join lateral (values (c, 'REQUEST', c), (c - 300, 'INSPECTION', c + 1)) judged (rma_id, stage, sample)
join sample s on s.n = judged.sample % 4096
where judged.stage = 'REQUEST' or (judged.rma_id > 0 and judged.rma_id % 3 = 0)
order by c;
vacuum analyze decision;
