package io.tukar.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The line to a server, which can fall silent or break. */
public final class S3Wire implements AutoCloseable {

  private final ServerSocket door;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private volatile CountDownLatch speaking = new CountDownLatch(0);
  private volatile boolean cut;
  private volatile long cutAfterBytes = Long.MAX_VALUE;
  private volatile long cutAnswersAfterBytes = Long.MAX_VALUE;

  /** A line to a port of this machine. */
  public S3Wire(int to) throws IOException {
    this.to = to;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** From now on nobody answers, and nothing that is sent is read. */
  public void fallSilent() {
    speaking = new CountDownLatch(1);
  }

  /** From now on every connection breaks at once. */
  public void cut() throws IOException {
    cut = true;
    for (var socket : open) {
      socket.close();
    }
  }

  /** From now on a connection breaks once it carried that much to the server. */
  void cutAfter(long bytes) {
    cutAfterBytes = bytes;
  }

  /** From now on a connection breaks once it carried that much from the server. */
  void cutAnswersAfter(long bytes) {
    cutAnswersAfterBytes = bytes;
  }

  public void mend() {
    speaking.countDown();
    cut = false;
    cutAfterBytes = Long.MAX_VALUE;
    cutAnswersAfterBytes = Long.MAX_VALUE;
  }

  /** All that was sent to the server so far. */
  String sent() {
    synchronized (sent) {
      return sent.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void accept() {
    try {
      while (true) {
        var here = door.accept();
        open.add(here);
        if (cut) {
          here.close();
        } else {
          Thread.ofVirtual().start(() -> join(here));
        }
      }
    } catch (IOException e) {
      // The door was closed.
    }
  }

  @SuppressWarnings("AddressSelection")
  private void join(Socket here) {
    try (here;
        var there = new Socket(InetAddress.getLoopbackAddress(), to)) {
      open.add(there);
      var back = Thread.ofVirtual().start(() -> carry(there, here, false));
      carry(here, there, true);
      there.shutdownOutput();
      back.join();
    } catch (IOException e) {
      // The line is cut.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry(Socket from, Socket to, boolean towardsServer) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[8192];
      long carried = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        speaking.await();
        carried += read;
        if (towardsServer) {
          synchronized (sent) {
            sent.write(buffer, 0, read);
          }
        }
        if (carried > (towardsServer ? cutAfterBytes : cutAnswersAfterBytes)) {
          from.close();
          to.close();
          return;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // The line is cut.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (var socket : open) {
      socket.close();
    }
    speaking.countDown();
  }
}
