package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
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

  /** Keeps what a member of staff wrote for the others; the case does not move. */
  public Answer<Long> write(long rmaId, String text, Instant at, Actor by) {
    if (text.isBlank()) {
      return Answer.refused(Refusal.of("value-missing", "note"));
    }
    if (text.length() > Note.CHARS_MAX) {
      return Answer.refused(Refusal.of("value-too-long", "note", Note.CHARS_MAX));
    }
    return Answer.done(add(rmaId, null, Note.Kind.STAFF, text, at, by));
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
