package io.tukar.database;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asking again until there is an answer or the time is up. */
final class Waiting {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private Waiting() {}

  static <T> Optional<T> upTo(Duration limit, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent() || System.nanoTime() > end) {
        return answer;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }
}
