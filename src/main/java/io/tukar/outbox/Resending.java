package io.tukar.outbox;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.RequestNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do about messages that did not go out. The program never repeats one whose outcome it
 * does not know; a person may, and that is written down.
 */
@Repository
public class Resending {

  /** Of one list. */
  public static final int MESSAGES_LISTED_MAX = 1000;

  /** What waits for a person, and may be said again. */
  public static final Set<OutboxState> STUCK =
      Set.copyOf(EnumSet.of(OutboxState.REFUSED, OutboxState.UNKNOWN, OutboxState.PARKED));

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Resending(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** The messages in these states, oldest first, at most {@link #MESSAGES_LISTED_MAX}. */
  public List<QueuedMessage> list(Set<OutboxState> states) {
    return jdbc.sql(
            """
            select o.id, o.state, o.template, o.recipient, r.request_number, o.attempts,
                   (select count(*) from outbox_resend s where s.message_id = o.id) as resends,
                   o.created_at, o.outcome
            from outbox o join rma r on r.id = o.rma_id
            where o.state in (:states) order by o.id limit :most
            """)
        .param("states", states.stream().map(OutboxState::name).toList())
        .param("most", MESSAGES_LISTED_MAX)
        .query(Resending::message)
        .list();
  }

  /**
   * Puts a message that is {@link #STUCK} back in the queue, as if it were new, and writes down who
   * did and what was known. It keeps its key, so a mailbox that has it already can tell.
   */
  public Answer<OutboxState> resend(long id, Actor by, Instant at) {
    return transactions.execute(transaction -> resendLocked(id, by, at));
  }

  private record Stuck(OutboxState state, Optional<String> outcome, int attempts) {}

  private Answer<OutboxState> resendLocked(long id, Actor by, Instant at) {
    var found =
        jdbc.sql("select state, outcome, attempts from outbox where id = ? for update")
            .param(id)
            .query(
                (row, n) ->
                    new Stuck(
                        OutboxState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("outcome")),
                        row.getInt("attempts")))
            .optional();
    if (found.isEmpty()) {
      return Answer.refused(Refusal.of("no-such-message", "id", id));
    }
    var before = found.get();
    if (!STUCK.contains(before.state())) {
      return Answer.refused(Refusal.of("message-not-stuck", "id", id, before.state()));
    }
    record(id, before, by, at);
    requeue(id, at);
    return Answer.done(before.state());
  }

  private void record(long id, Stuck before, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into outbox_resend (message_id, at, actor, state, outcome, attempts)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .param(before.state().name())
        .param(before.outcome().orElse(null))
        .param(before.attempts())
        .update();
  }

  private void requeue(long id, Instant at) {
    var rows =
        jdbc.sql(
                """
                update outbox
                set state = 'PENDING', attempts = 0, next_at = ?, done_at = null, outcome = null
                where id = ? and state in ('REFUSED', 'UNKNOWN', 'PARKED')
                """)
            .param(at.atOffset(ZoneOffset.UTC))
            .param(id)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Message " + id + " moved under its lock");
    }
  }

  private static QueuedMessage message(ResultSet row, int number) throws SQLException {
    return new QueuedMessage(
        row.getLong("id"),
        OutboxState.valueOf(row.getString("state")),
        Notice.valueOf(row.getString("template")),
        Recipient.of(row.getString("recipient")),
        new RequestNumber(row.getString("request_number")),
        row.getInt("attempts"),
        row.getInt("resends"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("outcome")));
  }
}
