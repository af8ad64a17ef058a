package io.tukar.api.wire;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of problems (RFC 9457). The type URI names the kind; the codes say what it was. */
public enum ProblemType {
  MALFORMED(400, new Words("Permintaan tidak terbaca", "The request cannot be read")),
  KEY_MISSING(400, new Words("Idempotency-Key tidak ada", "The Idempotency-Key is missing")),
  UNAUTHENTICATED(401, new Words("Token diperlukan", "A token is needed")),
  FORBIDDEN(403, new Words("Tidak diizinkan", "Not allowed")),
  NOT_FOUND(404, new Words("Tidak ditemukan", "Not found")),
  METHOD_NOT_ALLOWED(405, new Words("Metode tidak berlaku", "The method does not apply")),
  CONFLICT(409, new Words("Keadaannya sudah berubah", "It stands otherwise by now")),
  TOO_LARGE(413, new Words("Terlalu besar", "Too large")),
  UNSUPPORTED_MEDIA_TYPE(415, new Words("Bentuk isi tidak didukung", "Unsupported form of body")),
  REFUSED(422, new Words("Tidak dapat diterima", "Refused")),
  KEY_REUSED(422, new Words("Idempotency-Key sudah dipakai", "The Idempotency-Key was used")),
  TOO_MANY_REQUESTS(429, new Words("Terlalu banyak permintaan", "Too many requests")),
  INTERNAL(500, new Words("Maaf, ada gangguan", "Sorry, something broke")),
  UNAVAILABLE(503, new Words("Sedang tidak tersedia", "Not available now"));

  /** Under which each kind has its page. */
  static final String FOLDER = "/problems/";

  private static final Set<String> UNKNOWN =
      Set.of("no-such-case", "no-such-order", "no-such-draft", "no-such-photo");
  private static final Set<String> OTHERWISE_BY_NOW =
      Set.of(
          "stale",
          "not-now",
          "line-not-now",
          "already-in-case",
          "changed-meanwhile",
          "photo-draft-submitted");
  private static final Set<String> LATER = Set.of("photo-busy");
  private static final Set<String> AWAY = Set.of("photo-store-away");
  private static final Set<String> LARGE = Set.of("photo-too-large");

  private final int status;

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Words title;

  ProblemType(int status, Words title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  Words title() {
    return title;
  }

  /** The type URI, relative to the shop's address: the page there tells what to do. */
  String uri() {
    return FOLDER + slug();
  }

  /** The last part of the type URI, such as {@code key-reused}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of problem that a verb's refusals are. */
  static ProblemType of(List<Refusal> refusals) {
    if (any(refusals, UNKNOWN)) {
      return NOT_FOUND;
    }
    if (any(refusals, OTHERWISE_BY_NOW)) {
      return CONFLICT;
    }
    if (any(refusals, LARGE)) {
      return TOO_LARGE;
    }
    if (any(refusals, AWAY)) {
      return UNAVAILABLE;
    }
    return any(refusals, LATER) ? TOO_MANY_REQUESTS : REFUSED;
  }

  private static boolean any(List<Refusal> refusals, Set<String> codes) {
    return refusals.stream().anyMatch(refusal -> codes.contains(refusal.code()));
  }
}
