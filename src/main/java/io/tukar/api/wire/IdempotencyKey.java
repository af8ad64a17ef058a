package io.tukar.api.wire;

import jakarta.servlet.http.HttpServletRequest;

/** The header under which a POST can be repeated. */
public final class IdempotencyKey {

  public static final String HEADER = "Idempotency-Key";
  public static final int CHARS_MAX = 255;

  private IdempotencyKey() {}

  /** The key: 1 to {@value #CHARS_MAX} printable ASCII characters. */
  public static String of(HttpServletRequest request) {
    var key = request.getHeader(HEADER);
    if (key == null
        || key.isBlank()
        || key.length() > CHARS_MAX
        || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new RefusedRequest(ProblemType.KEY_MISSING, "key-missing", HEADER, CHARS_MAX);
    }
    return key;
  }
}
