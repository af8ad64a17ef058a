package io.tukar.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What was asked, as 32 bytes: the same request gives the same ones. */
public final class Fingerprint {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** Begins with the address. */
  public static Fingerprint of(HttpServletRequest request) {
    try {
      return new Fingerprint(MessageDigest.getInstance("SHA-256")).with(request.getRequestURI());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  public Fingerprint with(String part) {
    return with(part.getBytes(UTF_8));
  }

  public Fingerprint with(byte[] part) {
    digest.update(part);
    digest.update((byte) 0);
    return this;
  }

  /** Reads the stream to its end. */
  public Fingerprint with(InputStream part) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    digest.update((byte) 0);
    return this;
  }

  public byte[] bytes() {
    return digest.digest();
  }
}
