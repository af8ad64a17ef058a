package io.tukar.api.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.Locale;

/** How much one upload may bring: a photo at its own limit, and what travels with it. */
public final class UploadLimit {

  private static final int MEBIBYTES_MAX = 16;
  private static final long BYTES_MAX = (long) MEBIBYTES_MAX << 20;

  private UploadLimit() {}

  /** Whether a form says before it is read that it brings too much. */
  static boolean isExceededBy(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && request.getContentLengthLong() > BYTES_MAX;
  }

  /** Refuses a file that came too large in a form that did not say its length. */
  public static void check(Part file) {
    if (file.getSize() > BYTES_MAX) {
      throw new RefusedRequest(problem());
    }
  }

  static Reply.Problem problem() {
    return Reply.problem(ProblemType.TOO_LARGE, "body-too-large", "", MEBIBYTES_MAX);
  }
}
