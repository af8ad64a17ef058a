package io.tukar.throttle;

import io.tukar.database.SecretKey;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts failed tries and says how long the next one waits. Nothing sleeps: who comes too early is
 * refused. After a quiet day a count begins anew.
 */
@Repository
public class Throttle {

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final int FAILURES_COUNTED_MAX = 1_000;
  private static final String PURPOSE = "throttle";

  private final JdbcClient jdbc;
  private final SecretKey key;

  Throttle(JdbcClient jdbc, SecretKey key) {
    this.jdbc = jdbc;
    this.key = key;
  }

  /** How long to wait, rounded up to whole seconds; empty where a try is welcome. */
  public Optional<Duration> wait(Instant at, Tried... tries) {
    var longest = Duration.ZERO;
    for (var tried : tries) {
      var until =
          jdbc.sql("select blocked_until from throttle where key = ?")
              .param(hash(tried))
              .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
              .optional();
      if (until.isPresent() && until.get().isAfter(at)) {
        var left =
            Duration.ofSeconds(Duration.between(at, until.get()).plusMillis(999).toSeconds());
        longest = left.compareTo(longest) > 0 ? left : longest;
      }
    }
    return longest.isZero() ? Optional.empty() : Optional.of(longest);
  }

  /** A try failed: the next wait grows. */
  public void failed(Instant at, Tried... tries) {
    for (var tried : tries) {
      jdbc.sql(
              """
              insert into throttle as t (key, failures, blocked_until) values (:key, 1, :at)
              on conflict (key) do update set
                failures = case when t.blocked_until < :forgotten then 1
                                else least(t.failures + 1, :most) end,
                blocked_until = cast(:at as timestamptz) + make_interval(secs =>
                  case when t.blocked_until < :forgotten or t.failures < :free then 0
                       else least(power(2, least(t.failures + 1 - :free, 20)), :longest) end)
              """)
          .param("key", hash(tried))
          .param("at", utc(at))
          .param("forgotten", utc(at.minus(FORGOTTEN_AFTER)))
          .param("most", FAILURES_COUNTED_MAX)
          .param("free", tried.failuresFree())
          .param("longest", tried.waitSecondsMax())
          .update();
    }
  }

  /** It was who they said: their count begins anew. */
  public void passed(Tried tried) {
    jdbc.sql("delete from throttle where key = ?").param(hash(tried)).update();
  }

  /** Takes away what has been quiet for a day. */
  int sweep(Instant at) {
    return jdbc.sql("delete from throttle where blocked_until < ?")
        .param(utc(at.minus(FORGOTTEN_AFTER)))
        .update();
  }

  private byte[] hash(Tried tried) {
    return key.sign(PURPOSE, tried.purpose() + ' ' + tried.what());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
