import java.util.concurrent.atomic.AtomicLong;

/** Whole exchanges, open to closed: {@code Journey PORT TOKEN CLIENTS SECONDS FIRST LAST}. */
final class Journey {

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
          exchange(http, order);
          taken.add(System.nanoTime() - start);
          return true;
        });
  }

  private static void exchange(Http http, long order) throws Exception {
    String path = "/api/v1/cases/" + Request.open(http, order);
    step(http, path, order, "receive", "{}", "RECEIVED");
    step(
        http,
        path,
        order,
        "inspect",
        "{\"lines\":[{\"line\":1,\"verdict\":\"AS_CLAIMED\",\"fault\":\"SHOP\","
            + "\"disposition\":\"VENDOR_RMA\",\"clean\":true,\"complete\":true,\"faultFound\":true}]}",
        "INSPECTED");
    step(http, path, order, "settle", "{}", "SETTLED");
    step(
        http,
        path,
        order,
        "dispatch",
        "{\"courier\":\"JNE\",\"waybill\":\"JNE"
            + (10_000_000 + order)
            + "\",\"lines\":[{\"line\":1,\"serials\":[\"NEW-"
            + (1_000_000 + order)
            + "\"]}]}",
        "DISPATCHED");
    step(http, path, order, "close", "{}", "CLOSED");
  }

  private static void step(
      Http http, String path, long order, String verb, String body, String status)
      throws Exception {
    Request.expect(http.post(path + "/" + verb, verb + "-" + order, body), 200, status);
  }
}
