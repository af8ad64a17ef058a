package io.tukar.rma;

import java.time.OffsetDateTime;
import java.util.List;
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
        .query(
            (row, n) ->
                new Happened(
                    row.getInt("seq"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    EventCodec.read(
                        RmaEvent.Kind.valueOf(row.getString("kind")), row.getBytes("body"))))
        .list();
  }
}
