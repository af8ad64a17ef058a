-- A fault counts from the moment it is answered (clause P1): an earlier pass of the unit ends with it.
update unit u set qc_passed_at = null, qc_by = null, qc_test_id = null
where u.qc_test_id is not null
  and exists (select 1 from qc_test t
              where t.unit_id = u.id and t.id > u.qc_test_id
                and (t.outcome = 'FAILED'
                     or exists (select 1 from qc_result r where r.test_id = t.id and not r.passed)));
