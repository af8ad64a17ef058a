package io.tukar.stock;

import io.tukar.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returned units are released from their last owner before they pass a test again (clause P1):
 * whoever buys one next finds nobody's accounts and passwords on it.
 */
@Repository
public class Releases {

  /** Of one unit no more releases are shown than this, the newest. */
  public static final int RELEASES_MAX = 20;

  private final JdbcClient jdbc;

  Releases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A release that was signed.
   *
   * @param by reference of who signed
   */
  public record Signed(Release release, Instant at, String by) {}

  /** The unit came back and is still here, and nobody has signed yet that it is released. */
  public boolean isDue(long unitId) {
    return jdbc.sql("select release_due and place <> 'CUSTOMER' from unit where id = ?")
        .param(unitId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Signs the release of a unit; where none is due any more, the one that was signed stays. */
  @Transactional
  public void sign(long unitId, Release release, Instant at, Actor by) {
    var due =
        jdbc.sql(
                "update unit set release_due = false"
                    + " where id = ? and release_due and place <> 'CUSTOMER'")
            .param(unitId)
            .update();
    if (due == 1) {
      jdbc.sql(
              """
              insert into unit_release (unit_id, reset, unprovisioned, reason, at, actor)
              values (?, ?, ?, ?, ?, ?)
              """)
          .param(unitId)
          .param(release.reset())
          .param(release.unprovisioned())
          .param(release.reason())
          .param(at.atOffset(ZoneOffset.UTC))
          .param(by.reference())
          .update();
    }
  }

  /** The releases of a unit, the newest first. */
  public List<Signed> of(long unitId) {
    return jdbc.sql(
            """
            select reset, unprovisioned, reason, at, actor from unit_release
            where unit_id = ? order by id desc limit ?
            """)
        .params(unitId, RELEASES_MAX)
        .query(Releases::signed)
        .list();
  }

  private static Signed signed(ResultSet row, int n) throws SQLException {
    return new Signed(
        new Release(
            row.getBoolean("reset"), row.getBoolean("unprovisioned"), row.getString("reason")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"));
  }
}
