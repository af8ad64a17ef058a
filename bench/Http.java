import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive HTTP/1.1 connection that costs the machine little, so that the server has it. */
final class Http implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final int port;
  private final String head;
  private final byte[] line = new byte[8_192];
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  /** An answer: the status and the body's bytes. */
  record Reply(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  Http(int port, String token) throws IOException {
    this.port = port;
    head = "Host: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token + "\r\n";
    connect();
  }

  private void connect() throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    out = socket.getOutputStream();
  }

  Reply post(String path, String key, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    byte[] headers =
        ("POST "
                + path
                + " HTTP/1.1\r\n"
                + head
                + "Content-Type: application/json\r\nIdempotency-Key: "
                + key
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[headers.length + body.length];
    System.arraycopy(headers, 0, whole, 0, headers.length);
    System.arraycopy(body, 0, whole, headers.length, body.length);
    out.write(whole);
    return reply();
  }

  private Reply reply() throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String name = header.substring(0, colon);
      if (name.equalsIgnoreCase("content-length")) {
        length = Integer.parseInt(header.substring(colon + 1).strip());
      } else if (name.equalsIgnoreCase("transfer-encoding")) {
        chunked = true;
      } else if (name.equalsIgnoreCase("connection")) {
        last = header.substring(colon + 1).strip().equalsIgnoreCase("close");
      }
    }
    var reply = new Reply(status, chunked ? chunks() : exactly(length));
    if (last) {
      socket.close();
      connect();
    }
    return reply;
  }

  private byte[] chunks() throws IOException {
    byte[] body = new byte[0];
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      byte[] chunk = exactly(size);
      byte[] longer = java.util.Arrays.copyOf(body, body.length + size);
      System.arraycopy(chunk, 0, longer, body.length, size);
      body = longer;
      line();
    }
    line();
    return body;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The server hung up");
    }
    return bytes;
  }

  private String line() throws IOException {
    int n = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("The server hung up");
      }
      if (b != '\r') {
        line[n++] = (byte) b;
      }
    }
    return new String(line, 0, n, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
