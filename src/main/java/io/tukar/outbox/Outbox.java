package io.tukar.outbox;

import io.tukar.rows.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of what is to be said. */
@Repository
public class Outbox {

  private static final String COLUMNS =
      """
      o.id, o.key, o.recipient, o.template, o.rma_id, o.params, o.state, o.attempts, o.created_at,
      o.outcome
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes messages with the change that causes them. A key that is there already changes nothing.
   */
  public static void add(List<Outgoing> messages, Instant at, Writes writes) {
    var now = at.atOffset(ZoneOffset.UTC);
    for (var message : messages) {
      writes.any(
          """
          insert into outbox (key, recipient, template, rma_id, params, next_at, created_at)
          values (?, ?, ?, ?, ?::jsonb, ?, ?)
          on conflict (key) do nothing
          """,
          message.key(),
          message.recipient().reference(),
          message.notice().name(),
          message.rmaId(),
          JSON.writeValueAsString(message.params()),
          now,
          now);
    }
  }

  /** What was said about a case, and what is still to be, oldest first. */
  public List<OutboxEntry> ofCase(long rmaId) {
    return jdbc.sql("select " + COLUMNS + " from outbox o where o.rma_id = ? order by o.id")
        .param(rmaId)
        .query(Outbox::entry)
        .list();
  }

  /**
   * Takes the next message that is due: the oldest unsent one of its recipient, and of these the
   * one due longest. The lease keeps other nodes away from it.
   */
  Optional<OutboxEntry> claim(Instant now, Instant leasedUntil) {
    return jdbc.sql(
            """
            with due as (
              select id from outbox c
              where state = 'PENDING' and leased_until is null and next_at <= :now
                and not exists (select 1 from outbox earlier
                                where earlier.recipient = c.recipient
                                  and earlier.state = 'PENDING' and earlier.id < c.id)
              order by next_at, id
              limit 1
              for update skip locked
            )
            update outbox o set leased_until = :until, attempts = o.attempts + 1
            from due where o.id = due.id
            returning
            """
                + COLUMNS)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", leasedUntil.atOffset(ZoneOffset.UTC))
        .query(Outbox::entry)
        .optional();
  }

  /** Ends a claimed message. */
  void end(long id, OutboxState state, Optional<String> reason, Instant at) {
    exactlyOne(
        id,
        jdbc.sql(
                """
                update outbox
                set state = :state, outcome = :reason, done_at = :at, leased_until = null
                where id = :id and state = 'PENDING'
                """)
            .param("state", state.name())
            .param("reason", reason.orElse(null))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update());
  }

  /** Puts a claimed message that surely did not go out back in the queue. */
  void postpone(long id, String reason, Instant nextAt) {
    exactlyOne(
        id,
        jdbc.sql(
                """
                update outbox set next_at = :next, outcome = :reason, leased_until = null
                where id = :id and state = 'PENDING' and leased_until is not null
                """)
            .param("next", nextAt.atOffset(ZoneOffset.UTC))
            .param("reason", reason)
            .param("id", id)
            .update());
  }

  /** With no way outside every message is for the portal and the desk only. */
  int endAllWithoutChannel(Instant now) {
    return jdbc.sql(
            """
            update outbox set state = 'NO_CHANNEL', done_at = :now
            where state = 'PENDING' and leased_until is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * A lease that ran out is a program that died while it was sending: nobody knows what went out.
   * Says how many there were.
   */
  int endInterrupted(Instant now) {
    return jdbc.sql(
            """
            update outbox
            set state = 'UNKNOWN', outcome = 'interrupted', done_at = :now, leased_until = null
            where state = 'PENDING' and leased_until < :now
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static void exactlyOne(long id, int rows) {
    if (rows != 1) {
      throw new IllegalStateException("Message " + id + " is no longer ours to end");
    }
  }

  private static OutboxEntry entry(ResultSet row, int number) throws SQLException {
    var message =
        new Outgoing(
            row.getString("key"),
            Recipient.of(row.getString("recipient")),
            Notice.valueOf(row.getString("template")),
            row.getLong("rma_id"),
            params(row.getString("params")));
    return new OutboxEntry(
        row.getLong("id"),
        message,
        OutboxState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("outcome")));
  }

  private static Map<Param, String> params(String json) {
    var params = new EnumMap<Param, String>(Param.class);
    JSON.readValue(json, new TypeReference<Map<String, String>>() {})
        .forEach((name, value) -> params.put(Param.valueOf(name), value));
    return params;
  }
}
