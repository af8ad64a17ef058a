import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves those who wait while others ask for the same product: {@code Holds PORT TOKEN SERVERS
 * ASKERS FIRST LAST FILE}. The file has the numbers of those who wait, in order; each server asks
 * for another one of the next in line, so that most come out of turn. Ends when all are served, and
 * prints how many offers that took.
 */
final class Holds {

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int servers = Integer.parseInt(args[2]);
    int askers = Integer.parseInt(args[3]);
    var order = new AtomicLong(Long.parseLong(args[4]));
    long last = Long.parseLong(args[5]);
    var waiting = Files.readAllLines(Path.of(args[6]));
    var served = new AtomicIntegerArray(waiting.size());
    var head = new AtomicInteger();
    var client = new AtomicInteger();
    var tries = new AtomicLong();
    var asked = new AtomicLong();
    Loop.run(
        servers + askers,
        240_000_000_000L,
        () -> new Http(port, args[1]),
        (http, taken) -> {
          if (head.get() >= waiting.size()) {
            return false;
          }
          int me = MINE.get() == null ? named(client) : MINE.get();
          if (me >= servers) {
            long next = order.getAndIncrement();
            if (next > last) {
              return false;
            }
            Request.open(http, next);
            asked.incrementAndGet();
            return true;
          }
          int place = head.get() + me;
          if (place < waiting.size() && served.get(place) == 0) {
            long start = System.nanoTime();
            if (offered(http, waiting.get(place), tries.incrementAndGet())) {
              served.set(place, 1);
              taken.add(System.nanoTime() - start);
            }
          }
          int now = head.get();
          if (now < waiting.size() && served.get(now) == 1) {
            head.compareAndSet(now, now + 1);
          }
          return true;
        });
    System.out.println("offers: " + tries.get());
    System.out.println("asked: " + asked.get());
  }

  private static final ThreadLocal<Integer> MINE = new ThreadLocal<>();

  private static int named(AtomicInteger client) {
    MINE.set(client.getAndIncrement());
    return MINE.get();
  }

  /** True once the line is served, by whomever. */
  private static boolean offered(Http http, String number, long attempt) throws Exception {
    var reply =
        http.post("/api/v1/cases/" + number + "/offer-stock", "offer-" + attempt, "{\"line\":1}");
    var text = reply.text();
    if (reply.status() / 100 == 2 || text.contains("line-not-waiting")) {
      return true;
    }
    if (text.contains("out-of-stock")) {
      return false;
    }
    throw new IllegalStateException("Neither served nor refused: " + reply.status() + " " + text);
  }
}
