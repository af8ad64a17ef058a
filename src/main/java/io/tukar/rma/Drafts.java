package io.tukar.rma;

import io.tukar.kernel.Language;
import io.tukar.rows.Writes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests being written. */
@Repository
public class Drafts {

  /** A form holds no more than this; the doors check it first. */
  public static final int FORM_CHARS_MAX = 60_000;

  /** A request is written within this time, or begun anew: its first contact is not kept longer. */
  public static final Duration OPEN_FOR = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  Drafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Starts a draft. Its id cannot be guessed: who knows it may go on with it. */
  public Draft start(long orderId, Language language, Instant at) {
    var id = new UUID(random.nextLong(), random.nextLong());
    jdbc.sql(
            """
            insert into draft (id, order_id, started_at, language, form, saved_at)
            values (?, ?, ?, ?, '{}', ?)
            """)
        .param(id)
        .param(orderId)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(language.name())
        .param(at.atOffset(ZoneOffset.UTC))
        .update();
    return new Draft(id, orderId, at, language, "{}", null);
  }

  public Optional<Draft> find(UUID id) {
    return jdbc.sql("select order_id, started_at, language, form, rma_id from draft where id = ?")
        .param(id)
        .query(
            (row, n) -> {
              var rma = row.getLong(5);
              var open = row.wasNull();
              return new Draft(
                  id,
                  row.getLong(1),
                  row.getObject(2, OffsetDateTime.class).toInstant(),
                  Language.valueOf(row.getString(3)),
                  row.getString(4),
                  open ? null : rma);
            })
        .optional();
  }

  /** The request that is being written for an order, the latest; none that is too old. */
  public Optional<Draft> openOf(long orderId, Instant at) {
    return jdbc.sql(
            """
            select id from draft where order_id = ? and rma_id is null and started_at > ?
            order by started_at desc limit 1
            """)
        .param(orderId)
        .param(at.minus(OPEN_FOR).atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /** Keeps what was filled in; false once the draft was submitted. */
  public boolean save(UUID id, String form, Language language, Instant at) {
    if (form.length() > FORM_CHARS_MAX) {
      throw new IllegalArgumentException("A form of " + form.length() + " characters");
    }
    return 1
        == jdbc.sql(
                """
                update draft set form = ?::jsonb, language = ?, saved_at = ?
                where id = ? and rma_id is null
                """)
            .param(form)
            .param(language.name())
            .param(at.atOffset(ZoneOffset.UTC))
            .param(id)
            .update();
  }

  /** Marks the draft as this case's; {@code already} where it was submitted before. */
  static void submit(
      UUID id, long rmaId, Supplier<? extends RuntimeException> already, Writes writes) {
    writes.one(already, "update draft set rma_id = ? where id = ? and rma_id is null", rmaId, id);
  }
}
