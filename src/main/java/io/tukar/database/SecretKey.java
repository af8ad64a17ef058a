package io.tukar.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The shop's one secret, from which a separate key is derived for each purpose (signing links,
 * hashing tokens). Taken from {@code TUKAR_SECRET_KEY}, else from {@code secret.key} in the data
 * folder, which is made at the first start.
 */
public final class SecretKey {

  /** The environment variable that overrides the file; at least this many characters. */
  public static final String VARIABLE = "TUKAR_SECRET_KEY";

  static final int CHARACTERS_MIN = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private SecretKey(String text) {
    this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The key of this shop; made and kept (mode 600) where there is none yet. */
  public static SecretKey open(DataFolder folder, Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "").strip();
    if (!given.isEmpty()) {
      return of(given, VARIABLE);
    }
    Path file = folder.path().resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        DataFolder.writePrivately(file, random());
      }
      return of(Files.readString(file).strip(), file.toString());
    } catch (IOException e) {
      throw new StartFailure("the secret key " + file + " cannot be read or made", e);
    }
  }

  /** 32 bytes that only this shop can compute, different for each purpose. */
  public byte[] derive(String purpose) {
    return sign(purpose, "");
  }

  /** 32 bytes that prove that this shop wrote the message for this purpose. */
  public byte[] sign(String purpose, String message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "SecretKey[hidden]";
  }

  static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static SecretKey of(String text, String source) {
    if (text.length() < CHARACTERS_MIN) {
      throw new StartFailure(
          "the secret key in " + source + " needs at least " + CHARACTERS_MIN + " characters");
    }
    return new SecretKey(text);
  }
}
