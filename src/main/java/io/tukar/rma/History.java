package io.tukar.rma;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to a case, for people to read. */
@Repository
public class History {

  private final JdbcClient jdbc;

  History(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The events of a case, oldest first. */
  public List<Happened> of(long rmaId) {
    return jdbc.sql(
            "select seq, at, actor, kind, body from rma_event where rma_id = ? order by seq")
        .param(rmaId)
        .query((row, n) -> happened(row))
        .list();
  }

  /** The events of each of these cases, oldest first. */
  Map<Long, List<Happened>> of(List<Long> rmaIds) {
    var all = new HashMap<Long, List<Happened>>();
    jdbc.sql(
            """
            select rma_id, seq, at, actor, kind, body from rma_event
            where rma_id = any(?) order by rma_id, seq
            """)
        .param(rmaIds.toArray(Long[]::new))
        .query(
            row -> {
              all.computeIfAbsent(row.getLong("rma_id"), id -> new ArrayList<>())
                  .add(happened(row));
            });
    return all;
  }

  private static Happened happened(ResultSet row) throws SQLException {
    return new Happened(
        row.getInt("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        EventCodec.read(RmaEvent.Kind.valueOf(row.getString("kind")), row.getBytes("body")));
  }

  /**
   * An event as the chain keeps it.
   *
   * @param seq counts from 1 within the case
   * @param actor a reference, never a name
   * @param body the event's own fields: a JSON object of references, without personal data
   * @param hash this event's link in the chain
   */
  @SuppressWarnings("ArrayRecordComponent") // read once to be shown
  public record Entry(
      int seq, RmaEvent.Kind kind, Instant at, String actor, byte[] body, byte[] hash) {}

  /** The links of a case's chain, oldest first. */
  public List<Entry> chain(long rmaId) {
    return jdbc.sql(
            "select seq, kind, at, actor, body, hash from rma_event where rma_id = ? order by seq")
        .param(rmaId)
        .query(
            (row, n) ->
                new Entry(
                    row.getInt(1),
                    RmaEvent.Kind.valueOf(row.getString(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getString(4),
                    row.getBytes(5),
                    row.getBytes(6)))
        .list();
  }
}
