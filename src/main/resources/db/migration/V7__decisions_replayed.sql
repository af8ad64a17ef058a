-- What a replay of the past compares is kept beside the proof, so that it need not be read for it.
alter table decision
  add column payer      text check (payer in ('SHOP', 'CUSTOMER', 'UNDECIDED')),
  add column difference bigint,
  add column fee        bigint;

update decision
set payer = said.proof ->> 'payerToShop',
    difference = (said.proof #>> '{difference,minor}')::bigint,
    fee = 0
from (select id, convert_from(proof, 'UTF8')::jsonb as proof from decision) said
where said.id = decision.id;

alter table decision
  alter column payer set not null,
  alter column difference set not null,
  alter column fee set not null;

create trigger decision_appended_only before update or delete on decision
  for each row execute function appended_only();
