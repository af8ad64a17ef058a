import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;

/** Opens cases in a closed loop: {@code Request PORT TOKEN CLIENTS SECONDS FIRST LAST}. */
final class Request {

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int clients = Integer.parseInt(args[2]);
    long nanos = Long.parseLong(args[3]) * 1_000_000_000L;
    AtomicLong next = new AtomicLong(Long.parseLong(args[4]));
    long last = Long.parseLong(args[5]);
    Loop.run(
        clients,
        nanos,
        () -> new Http(port, args[1]),
        (http, taken) -> {
          long order = next.getAndIncrement();
          if (order > last) {
            return false;
          }
          long start = System.nanoTime();
          open(http, order);
          taken.add(System.nanoTime() - start);
          return true;
        });
  }

  /** Opens the case of this order and gives its request number. */
  static String open(Http http, long order) throws Exception {
    String body =
        "{\"order\":\"B-"
            + order
            + "\",\"draft\":\""
            + draft("B-" + order)
            + "\",\"lines\":[{\"line\":1,\"quantity\":1,\"reason\":\"DEAD_ON_ARRIVAL\","
            + "\"symptom\":\"NO_POWER\",\"complete\":true}]}";
    String text = expect(http.post("/api/v1/cases", "open-" + order, body), 201, "AUTHORIZED");
    int at = text.indexOf("\"request\":\"") + 11;
    return text.substring(at, text.indexOf('"', at));
  }

  /** The answer's text, if it is what it should be. */
  static String expect(Http.Reply reply, int status, String contains) {
    String text = reply.text();
    if (reply.status() != status || !text.contains(contains)) {
      throw new IllegalStateException("Not " + status + " " + contains + ": " + reply.status() + " " + text);
    }
    return text;
  }

  private static String draft(String number) throws Exception {
    byte[] md5 = MessageDigest.getInstance("MD5").digest(number.getBytes());
    String hex = java.util.HexFormat.of().formatHex(md5);
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }
}
