package io.tukar.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what is asked once, however often it is asked under one key. The answer is kept in the
 * transaction of its effect, so there is never one without the other; a refusal keeps nothing, and
 * its key is free again. Whoever asks meanwhile waits at the key's row.
 */
@Repository
public class Attempts {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Attempts(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** The work's answer, or the one given before. */
  public Reply once(Posted<?> post, Instant at, Supplier<Reply> work) {
    var reply =
        transactions.execute(
            transaction -> {
              if (!first(post, at)) {
                return before(post);
              }
              var outcome = work.get();
              switch (outcome) {
                case Reply.Done done -> keep(post, done);
                case Reply.Problem problem -> transaction.setRollbackOnly();
              }
              return outcome;
            });
    if (reply == null) {
      throw new IllegalStateException("An attempt without an answer");
    }
    return reply;
  }

  private boolean first(Posted<?> post, Instant at) {
    return 1
        == jdbc.sql(
                """
                insert into idempotent_request (token_id, key, fingerprint, created_at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .param(post.caller().tokenId())
            .param(post.key())
            .param(post.fingerprint())
            .param(at.atOffset(ZoneOffset.UTC))
            .update();
  }

  private Reply before(Posted<?> post) {
    return jdbc.sql(
            """
            select fingerprint = ?, status, body from idempotent_request
            where token_id = ? and key = ?
            """)
        .param(post.fingerprint())
        .param(post.caller().tokenId())
        .param(post.key())
        .query(
            (row, n) ->
                row.getBoolean(1)
                    ? new Reply.Done(row.getInt(2), row.getString(3).getBytes(UTF_8), true)
                    : Reply.problem(
                        ProblemType.KEY_REUSED, "key-of-other-request", IdempotencyKey.HEADER))
        .single();
  }

  private void keep(Posted<?> post, Reply.Done done) {
    var rows =
        jdbc.sql(
                "update idempotent_request set status = ?, body = ? where token_id = ? and key = ?")
            .param(done.status())
            .param(new String(done.json(), UTF_8))
            .param(post.caller().tokenId())
            .param(post.key())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("An attempt that was not written down");
    }
  }

  /** Forgets the answers given before that instant, and says how many. */
  public int forget(Instant before) {
    return jdbc.sql("delete from idempotent_request where created_at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
