package io.tukar.stock.qc;

import io.tukar.kernel.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans, each in all its versions; the highest is in use. */
@Repository
public class QcPlans {

  private static final String PLAN =
      "select p.id, p.code, p.version, p.name_id, p.name_en from qc_plan p ";

  private final JdbcClient jdbc;

  QcPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plan in use for a family of products; the general one where it has none of its own. */
  public QcPlan of(String category) {
    return jdbc.sql(
            PLAN
                + """
                where p.code = coalesce(
                  (select plan_code from qc_family where category = lower(?)), ?)
                order by p.version desc limit 1
                """)
        .params(category, QcPlan.GENERAL)
        .query(this::plan)
        .single();
  }

  /** A plan in the version it has. */
  public Optional<QcPlan> find(long id) {
    return jdbc.sql(PLAN + "where p.id = ?").param(id).query(this::plan).optional();
  }

  /** The plan of this code in use. */
  public Optional<QcPlan> inUse(String code) {
    return jdbc.sql(PLAN + "where p.code = ? order by p.version desc limit 1")
        .param(code)
        .query(this::plan)
        .optional();
  }

  /** Every plan in use, by code. */
  public List<QcPlan> all() {
    return jdbc.sql(
            PLAN
                + """
                where p.version = (select max(version) from qc_plan where code = p.code)
                order by p.code
                """)
        .query(this::plan)
        .list();
  }

  /** The families a plan of this code tests, by name; none for one that nothing is tested by. */
  public List<String> families(String code) {
    return jdbc.sql("select category from qc_family where plan_code = ? order by category")
        .param(code)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private QcPlan plan(ResultSet row, int n) throws SQLException {
    var id = row.getLong("id");
    return new QcPlan(
        id,
        row.getString("code"),
        row.getInt("version"),
        new Words(row.getString("name_id"), row.getString("name_en")),
        jdbc.sql(
                """
                select step_no, kind, ask_id, ask_en, expect_id, expect_en from qc_step
                where plan_id = ? order by step_no
                """)
            .param(id)
            .query(QcPlans::step)
            .list());
  }

  private static QcStep step(ResultSet row, int n) throws SQLException {
    return new QcStep(
        row.getInt("step_no"),
        QcStep.Kind.valueOf(row.getString("kind")),
        new Words(row.getString("ask_id"), row.getString("ask_en")),
        new Words(row.getString("expect_id"), row.getString("expect_en")));
  }
}
