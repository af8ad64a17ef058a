package io.tukar.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers as told; a command without an answer ends the connection. */
final class ScriptedSmtpServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final AtomicInteger mailsReceived = new AtomicInteger();

  /**
   * @param answers by command ({@code MAIL}, {@code RCPT}, {@code DATA}, and {@code .} for the end
   *     of the data)
   */
  ScriptedSmtpServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many mails came whole, to the end of their data. */
  int mailsReceived() {
    return mailsReceived.get();
  }

  private void serve() {
    while (true) {
      try (var client = socket.accept()) {
        talk(client);
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    say(client, "220 ready");
    boolean inData = false;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (inData && !line.equals(".")) {
        continue;
      }
      if (inData) {
        mailsReceived.incrementAndGet();
      }
      var command = inData ? "." : line.split("[ :]", 2)[0];
      var answer =
          switch (command) {
            case "EHLO", "RSET" -> "250 ok";
            case "QUIT" -> "221 bye";
            default -> answers.get(command);
          };
      if (answer == null) {
        return;
      }
      say(client, answer);
      inData = command.equals("DATA") && answer.startsWith("354");
    }
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
