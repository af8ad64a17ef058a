package io.tukar.stock.qc;

import io.tukar.kernel.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans, each in all its versions; the highest is in use. */
@Repository
public class QcPlans {

  public static final int VERSIONS_MAX = 100;
  public static final int FAMILIES_MAX = 500;

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
                  (select plan_code from qc_family where category = lower(btrim(?))), ?)
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

  /** A version of a plan, and who made it when. */
  public record Version(int number, Instant at, String by) {}

  /** The versions of a plan, the newest first; at most {@value #VERSIONS_MAX}. */
  public List<Version> versions(String code) {
    return jdbc.sql(
            """
            select version, at, actor from qc_plan where code = ? order by version desc limit ?
            """)
        .params(code, VERSIONS_MAX)
        .query(
            (row, n) ->
                new Version(
                    row.getInt(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getString(3)))
        .list();
  }

  /** One version of a plan. */
  public Optional<QcPlan> version(String code, int number) {
    return jdbc.sql(PLAN + "where p.code = ? and p.version = ?")
        .params(code, number)
        .query(this::plan)
        .optional();
  }

  /**
   * A family of products and the plan that tests it.
   *
   * @param name lower case; empty for products of no family
   * @param plan the code; {@link QcPlan#GENERAL} where it has none of its own
   */
  public record Family(String name, int products, String plan) {}

  /** The families, by name; at most {@value #FAMILIES_MAX}. */
  public List<Family> families() {
    return jdbc.sql(
            """
            select c.category, c.products, coalesce(f.plan_code, :general) as plan
            from (select category, sum(n)::int as products from (
                    select lower(btrim(category)) as category, count(*) as n from product group by 1
                    union all
                    select category, 0 from qc_family) a group by category) c
            left join qc_family f on f.category = c.category
            order by c.category limit :most
            """)
        .param("general", QcPlan.GENERAL)
        .param("most", FAMILIES_MAX)
        .query((row, n) -> new Family(row.getString(1), row.getInt(2), row.getString(3)))
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
