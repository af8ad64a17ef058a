import java.util.ArrayList;
import java.util.Locale;

/** A closed loop of clients: each asks again as soon as it was answered, until the time is up. */
final class Loop {

  /** Opens a client's connection. */
  interface Connect {
    Http open() throws Exception;
  }

  /** One round of a client; false where there is nothing left to do. */
  interface Round {
    boolean go(Http http, Latencies taken) throws Exception;
  }

  private Loop() {}

  /** Runs and prints {@code done}, {@code seconds}, {@code p50_ms} and {@code p99_ms}. */
  static void run(int clients, long nanos, Connect connect, Round round) throws Exception {
    var all = new Latencies();
    var failures = new ArrayList<Throwable>();
    long start = System.nanoTime();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < clients; i++) {
      var mine = new Latencies();
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (var http = connect.open()) {
                      while (System.nanoTime() - start < nanos && round.go(http, mine)) {
                        // The round does it all.
                      }
                    } catch (Exception | AssertionError e) {
                      synchronized (failures) {
                        failures.add(e);
                      }
                    }
                    synchronized (all) {
                      all.addAll(mine);
                    }
                  }));
    }
    for (var thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.size() + " clients failed", failures.getFirst());
    }
    System.out.printf(
        Locale.ROOT,
        "done: %d%nseconds: %.3f%np50_ms: %.3f%np99_ms: %.3f%n",
        all.count(),
        seconds,
        all.millis(0.50),
        all.millis(0.99));
  }
}
