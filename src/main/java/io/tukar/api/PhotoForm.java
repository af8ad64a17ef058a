package io.tukar.api;

import io.tukar.api.wire.Caller;
import io.tukar.api.wire.Fingerprint;
import io.tukar.api.wire.IdempotencyKey;
import io.tukar.api.wire.Posted;
import io.tukar.api.wire.ProblemType;
import io.tukar.api.wire.RefusedRequest;
import io.tukar.api.wire.UploadLimit;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.kernel.PhotoSlot;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** A photo as it is uploaded: {@code line}, {@code slot}, {@code source} and the {@code file}. */
record PhotoForm(Caption caption, Part file) {

  private static final int LINE_MAX = 10_000;

  /** Reads the form and its key; refused where something is missing or unreadable. */
  static Posted<PhotoForm> read(HttpServletRequest request, Caller caller)
      throws IOException, ServletException {
    var key = IdempotencyKey.of(request);
    var line = (int) Queries.number("line", request.getParameter("line"), 1, LINE_MAX, 0);
    var slot = Queries.word("slot", request.getParameter("slot"), PhotoSlot.class);
    var source = Queries.word("source", request.getParameter("source"), PhotoSource.class);
    var file = request.getPart("file");
    if (line == 0) {
      throw missing("line");
    }
    if (slot == null) {
      throw missing("slot");
    }
    if (file == null) {
      throw new RefusedRequest(ProblemType.MALFORMED, "photo-missing", "file");
    }
    UploadLimit.check(file);
    var caption = new Caption(line, slot, source == null ? PhotoSource.CUSTOMER : source);
    var fingerprint = Fingerprint.of(request).with(caption.toString());
    try (var bytes = file.getInputStream()) {
      fingerprint.with(bytes);
    }
    return new Posted<>(caller, key, fingerprint.bytes(), new PhotoForm(caption, file));
  }

  private static RefusedRequest missing(String field) {
    return new RefusedRequest(ProblemType.MALFORMED, "value-missing", field);
  }
}
