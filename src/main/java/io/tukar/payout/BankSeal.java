package io.tukar.payout;

import io.tukar.database.SecretKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals account numbers: AES-256-GCM under a key of its own, with the case as associated data, so
 * that a row copied to another case does not open.
 */
@Component
class BankSeal {

  private static final String PURPOSE = "bank-account";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey secret;
  private final SecureRandom random = new SecureRandom();

  BankSeal(SecretKey secret) {
    this.secret = secret;
  }

  byte[] seal(long rmaId, String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = work(Cipher.ENCRYPT_MODE, rmaId, nonce, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /** The text again. */
  String open(long rmaId, byte[] sealed) {
    var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    var rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return new String(work(Cipher.DECRYPT_MODE, rmaId, nonce, rest), StandardCharsets.UTF_8);
  }

  /** Tells the same account again without opening any. */
  byte[] digest(String account) {
    return secret.sign("bank-account-digest", account);
  }

  /** A code of a person, kept so that the database alone does not tell it. */
  byte[] code(String issuer, String code) {
    return secret.sign("payout-approval-code", issuer + " " + code);
  }

  private byte[] work(int mode, long rmaId, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(secret.derive(PURPOSE), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(Long.toString(rmaId).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "An account does not open; is the secret key another one than before?", e);
    }
  }
}
