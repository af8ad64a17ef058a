package io.tukar.stock.qc;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is shipped was tested (clause P1). */
@Component
class QcInvariants implements Invariants {

  @Override
  public List<Invariant> all() {
    return List.of(
        new Invariant(
            "a unit that may be shipped passed the test it names, and no later one found a fault",
            """
            select 'unit ' || u.id from unit u join qc_test t on t.id = u.qc_test_id
            where t.unit_id <> u.id or t.outcome is distinct from 'PASSED'
              or u.qc_passed_at is null
              or exists (select 1 from qc_test f
                         where f.unit_id = u.id and f.id > t.id
                           and (f.outcome = 'FAILED'
                                or exists (select 1 from qc_result r
                                           where r.test_id = f.id and not r.passed)))
            """),
        new Invariant(
            "a test that passed has an answer as expected for every step of its plan",
            """
            select 'test ' || t.id from qc_test t join qc_step s on s.plan_id = t.plan_id
            left join qc_result r on r.test_id = t.id and r.step_no = s.step_no
            where t.outcome = 'PASSED' and r.passed is distinct from true
            """),
        new Invariant(
            "no returned unit passes a test before it is released from its last owner",
            """
            select 'unit ' || u.id from unit u
            where u.release_due and u.qc_passed_at is not null
            union
            select 'unit ' || u.id from unit u join unit_look l on l.unit_id = u.id
            where u.qc_passed_at > l.ended_at
              and not exists (select 1 from unit_release r
                              where r.unit_id = u.id
                                and r.at between l.ended_at and u.qc_passed_at)
            """),
        new Invariant(
            "a test that passed has a photo of its seal and of every step that asks for one",
            """
            select 'test ' || t.id from qc_test t
            where t.outcome = 'PASSED' and (
              not exists (select 1 from photo p where p.qc_test_id = t.id and p.slot = 'SEAL')
              or exists (
                select 1 from qc_step s
                where s.plan_id = t.plan_id and s.kind = 'PHOTO' and not exists (
                  select 1 from photo p
                  where p.qc_test_id = t.id and p.slot = 'UNIT' and p.line_no = s.step_no)))
            """));
  }
}
