package io.tukar.rma;

import io.tukar.kernel.Actor;
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

/** The proposals to dispose of goods nobody claimed. None is ever deleted. */
@Repository
public class Disposals {

  private static final String COLUMNS =
      """
      select id, leftover_id, way, consent, reason, at, actor, outcome, decided_at, decided_by, remark
      from disposal
      """;

  private final JdbcClient jdbc;

  Disposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Disposal> find(long id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Disposals::row).optional();
  }

  /** The proposal that waits for its decision; at most one. */
  public Optional<Disposal> open(long leftoverId) {
    return jdbc.sql(COLUMNS + "where leftover_id = ? and outcome is null")
        .param(leftoverId)
        .query(Disposals::row)
        .optional();
  }

  /** All that were proposed for the same goods, oldest first. */
  public List<Disposal> of(long leftoverId) {
    return jdbc.sql(COLUMNS + "where leftover_id = ? order by id")
        .param(leftoverId)
        .query(Disposals::row)
        .list();
  }

  long add(
      long leftoverId,
      Disposal.Way way,
      @Nullable String consent,
      String reason,
      Instant at,
      Actor by) {
    return jdbc.sql(
            """
            insert into disposal (leftover_id, way, consent, reason, at, actor)
            values (?, ?, ?, ?, ?, ?) returning id
            """)
        .param(leftoverId)
        .param(way.name())
        .param(consent)
        .param(reason)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .query(Long.class)
        .single();
  }

  /** Decides what nobody has decided. */
  void decide(long id, Disposal.Outcome outcome, @Nullable String remark, Instant at, Actor by) {
    int rows =
        jdbc.sql(
                """
                update disposal set outcome = ?, remark = ?, decided_at = ?, decided_by = ?
                where id = ? and outcome is null
                """)
            .param(outcome.name())
            .param(remark)
            .param(at.atOffset(ZoneOffset.UTC))
            .param(by.reference())
            .param(id)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Disposal " + id + " was decided before");
    }
  }

  private static Disposal row(ResultSet row, int n) throws SQLException {
    var decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Disposal(
        row.getLong("id"),
        row.getLong("leftover_id"),
        Disposal.Way.valueOf(row.getString("way")),
        row.getString("consent"),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        decided == null
            ? null
            : new Disposal.Decided(
                Disposal.Outcome.valueOf(row.getString("outcome")),
                decided.toInstant(),
                row.getString("decided_by"),
                row.getString("remark")));
  }
}
