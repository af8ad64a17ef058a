package io.tukar.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a unit has been, move by move. */
@Repository
public class UnitLife {

  /** Of one unit no more moves are shown than this, the newest. */
  public static final int MOVES_MAX = 100;

  private final JdbcClient jdbc;

  UnitLife(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The unit went from place to place.
   *
   * @param caseNumber the case that caused it; null where none did
   * @param reason what the paper says, where there is one
   * @param actor reference of who did it
   */
  public record Moved(
      Instant at,
      Place from,
      Place to,
      @Nullable String caseNumber,
      @Nullable String reason,
      String actor) {}

  /** The moves of a unit, the newest first. */
  public List<Moved> of(long unitId) {
    return jdbc.sql(
            """
            select m.at, m.from_place, m.to_place, coalesce(r.rma_number, r.request_number) as number,
                   coalesce(d.reason, nullif(concat_ws(' ', d.party, d.reference), '')) as reason, m.actor
            from stock_move m
            left join rma r on r.id = m.rma_id
            left join stock_document d on d.id = m.document_id
            where m.unit_id = ? order by m.id desc limit ?
            """)
        .params(unitId, MOVES_MAX)
        .query(UnitLife::moved)
        .list();
  }

  private static Moved moved(ResultSet row, int n) throws SQLException {
    return new Moved(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Place.valueOf(row.getString("from_place")),
        Place.valueOf(row.getString("to_place")),
        row.getString("number"),
        row.getString("reason"),
        row.getString("actor"));
  }
}
