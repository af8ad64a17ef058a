package io.tukar.stock.qc;

import io.tukar.kernel.Actor;
import io.tukar.kernel.SealNumber;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tests of units, as they are stored. */
@Repository
public class QcTests {

  /** Of one unit no more tests are shown than this, the newest. */
  public static final int OF_UNIT_MAX = 20;

  private static final String TEST =
      """
      select t.id, t.unit_id, t.plan_id, t.started_at, t.started_by, t.outcome, t.ended_at,
             t.signed_by, t.seal, t.remark
      from qc_test t
      """;

  private final JdbcClient jdbc;
  private final QcPlans plans;
  private final Units units;

  QcTests(JdbcClient jdbc, QcPlans plans, Units units) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.units = units;
  }

  /** The test with this id. */
  public Optional<QcTest> find(long id) {
    return jdbc.sql(TEST + "where t.id = ?").param(id).query(this::test).optional();
  }

  /** Of which unit the test is; that never changes. */
  Optional<Long> unit(long id) {
    return jdbc.sql("select unit_id from qc_test where id = ?")
        .param(id)
        .query(Long.class)
        .optional();
  }

  /** The test, with its row locked: nobody answers or ends it meanwhile. */
  Optional<QcTest> lock(long id) {
    return jdbc.sql(TEST + "where t.id = ? for update").param(id).query(this::test).optional();
  }

  /** The tests of a unit, the newest first. */
  public List<QcTest> of(long unitId) {
    return jdbc.sql(TEST + "where t.unit_id = ? order by t.id desc limit ?")
        .params(unitId, OF_UNIT_MAX)
        .query(this::test)
        .list();
  }

  /** The test whose seal this is. */
  public Optional<QcTest> sealed(SealNumber seal) {
    return jdbc.sql(TEST + "where t.seal = ?").param(seal.value()).query(this::test).optional();
  }

  /** Opens a test; the one that is open of this unit already, where there is one. */
  long open(Unit unit, QcPlan plan, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into qc_test (unit_id, plan_id, started_at, started_by)
            values (:unit, :plan, :at, :by)
            on conflict (unit_id) where outcome is null do update set unit_id = excluded.unit_id
            returning id
            """)
        .param("unit", unit.id())
        .param("plan", plan.id())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .query(Long.class)
        .single();
  }

  /** Writes what came of a step; what was written of it before is replaced. */
  void write(long testId, QcResult result, Instant at, Actor by) {
    jdbc.sql(
            """
            insert into qc_result (test_id, step_no, passed, seen, at, actor)
            values (?, ?, ?, ?, ?, ?)
            on conflict (test_id, step_no) do update
            set passed = excluded.passed, seen = excluded.seen, at = excluded.at,
                actor = excluded.actor
            """)
        .param(testId)
        .param(result.stepNo())
        .param(result.passed())
        .param(result.seen())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .update();
  }

  /** Signs the outcome; exactly one open test must be there. */
  void end(long testId, QcTest.Ending ending) {
    int rows =
        jdbc.sql(
                """
                update qc_test set outcome = ?, ended_at = ?, signed_by = ?, seal = ?, remark = ?
                where id = ? and outcome is null
                """)
            .param(ending.outcome().name())
            .param(ending.at().atOffset(ZoneOffset.UTC))
            .param(ending.by())
            .param(ending.seal() == null ? null : ending.seal().value())
            .param(ending.remark())
            .param(testId)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Test " + testId + " has ended already");
    }
  }

  private QcTest test(ResultSet row, int n) throws SQLException {
    var id = row.getLong("id");
    return new QcTest(
        id,
        units.find(row.getLong("unit_id")).orElseThrow(),
        plans.find(row.getLong("plan_id")).orElseThrow(),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getString("started_by"),
        jdbc.sql("select step_no, passed, seen from qc_result where test_id = ? order by step_no")
            .param(id)
            .query(
                (result, k) ->
                    new QcResult(result.getInt(1), result.getBoolean(2), result.getString(3)))
            .list(),
        ending(row));
  }

  private static QcTest.@Nullable Ending ending(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    if (outcome == null) {
      return null;
    }
    var seal = row.getString("seal");
    return new QcTest.Ending(
        QcTest.Outcome.valueOf(outcome),
        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
        row.getString("signed_by"),
        seal == null ? null : new SealNumber(seal),
        row.getString("remark"));
  }
}
