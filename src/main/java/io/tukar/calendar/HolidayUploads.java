package io.tukar.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of holidays between their upload and the moment somebody applies them, for a day. */
@Repository
public class HolidayUploads {

  static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  HolidayUploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A file as it was uploaded, with the decree that was typed beside it, or none. */
  @SuppressWarnings("ArrayRecordComponent") // read once
  public record Upload(byte[] content, String decree) {}

  /**
   * Keeps a file; the same file with the same decree is kept once. Those of yesterday go.
   *
   * @param content at most {@link HolidayFeed#BYTES_MAX} bytes
   */
  public UUID keep(byte[] content, String decree, Instant at, String actor) {
    var id = id(content, decree);
    jdbc.sql(
            """
            with old as (delete from holiday_upload where at < :old and id <> :id)
            insert into holiday_upload (id, content, decree, at, actor)
            values (:id, :content, :decree, :at, :actor)
            on conflict (id) do update set at = excluded.at, actor = excluded.actor
            """)
        .param("old", at.minus(KEPT).atOffset(ZoneOffset.UTC))
        .param("id", id)
        .param("content", content)
        .param("decree", decree)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .update();
    return id;
  }

  public Optional<Upload> find(UUID id) {
    return jdbc.sql("select content, decree from holiday_upload where id = ?")
        .param(id)
        .query((row, n) -> new Upload(row.getBytes(1), row.getString(2)))
        .optional();
  }

  private static UUID id(byte[] content, String decree) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(decree.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      var hash = ByteBuffer.wrap(digest.digest(content));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
