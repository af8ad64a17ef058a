package io.tukar.messaging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tukar.database.SecretKey;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The links that open a customer's case or order without an account. A token is the number and a
 * proof that this shop wrote it: nothing is stored, and nobody can make one for another number. The
 * portal's public address is the setting {@code TUKAR_PUBLIC_URL}.
 */
@Component
public class PortalLinks {

  private static final String CASE = "case-link";
  private static final String ORDER = "order-link";
  private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,13})-([A-Za-z0-9_-]{22})");
  private static final int RADIX = 36;
  private static final int PROOF_BYTES = 16;

  private final String url;
  private final SecretKey key;

  PortalLinks(@Value("${tukar.public-url:http://127.0.0.1:8080}") String url, SecretKey key) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.key = key;
  }

  /** The page that shows how a case stands, as a path of this site. */
  public String casePath(long rmaId) {
    return "/kasus/" + token(CASE, rmaId);
  }

  /** As {@link #casePath}, for letters. */
  public String caseLink(long rmaId) {
    return url + casePath(rmaId);
  }

  /** The case whose link carries this token; empty where this shop did not write it. */
  public Optional<Long> caseOf(String token) {
    return number(CASE, token);
  }

  /** The page where an order's exchange begins, as a path of this site. */
  public String orderPath(long orderId) {
    return "/pesanan/" + token(ORDER, orderId);
  }

  /** As {@link #orderPath}, for letters and packing slips. */
  public String orderLink(long orderId) {
    return url + orderPath(orderId);
  }

  /** The order whose link carries this token; empty where this shop did not write it. */
  public Optional<Long> orderOf(String token) {
    return number(ORDER, token);
  }

  private String token(String purpose, long number) {
    var digits = Long.toString(number, RADIX);
    return digits + "-" + proof(purpose, digits);
  }

  private Optional<Long> number(String purpose, String token) {
    var parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var digits = parts.group(1);
    var expected = proof(purpose, digits).getBytes(US_ASCII);
    return MessageDigest.isEqual(expected, parts.group(2).getBytes(US_ASCII))
        ? Optional.of(Long.parseLong(digits, RADIX))
        : Optional.empty();
  }

  private String proof(String purpose, String digits) {
    var signed = Arrays.copyOf(key.sign(purpose, digits), PROOF_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }
}
