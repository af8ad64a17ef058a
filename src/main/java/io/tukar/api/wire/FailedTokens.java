package io.tukar.api.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests without a good token by address. It only words the refusal: a good token is
 * let in whatever its neighbours do.
 */
final class FailedTokens {

  static final Duration WINDOW = Duration.ofSeconds(60);
  static final int FAILURES_PER_WINDOW_MAX = 60;
  private static final int ADDRESSES_MAX = 10_000;

  private record Count(long sinceNanos, int failures) {}

  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  /** Counts one more failure, and says whether there were too many. */
  boolean tooMany(String address) {
    if (counts.size() >= ADDRESSES_MAX) {
      counts.clear();
    }
    var now = System.nanoTime();
    var count =
        counts.merge(
            address,
            new Count(now, 1),
            (before, one) ->
                now - before.sinceNanos() > WINDOW.toNanos()
                    ? one
                    : new Count(before.sinceNanos(), before.failures() + 1));
    return count != null && count.failures() > FAILURES_PER_WINDOW_MAX;
  }
}
