package io.tukar.rma;

import io.tukar.kernel.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote; erasable, so events refer to it by number only. */
@Repository
public class Notes {

  private final JdbcClient jdbc;

  Notes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(
      long rmaId, @Nullable Integer lineNo, Note.Kind kind, String text, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into note (rma_id, line_no, kind, text, at, actor)
            values (?, ?, ?, ?, ?, ?) returning id
            """)
        .param(rmaId)
        .param(lineNo)
        .param(kind.name())
        .param(text)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .query(Long.class)
        .single();
  }

  /** The notes of a case, oldest first. */
  public List<Note> of(long rmaId) {
    return jdbc.sql(
            "select id, line_no, kind, text, at, actor from note where rma_id = ? order by id")
        .param(rmaId)
        .query(
            (row, n) ->
                new Note(
                    row.getLong(1),
                    row.getObject(2, Integer.class),
                    Note.Kind.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getString(6)))
        .list();
  }
}
