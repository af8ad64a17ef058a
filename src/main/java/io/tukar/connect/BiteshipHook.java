package io.tukar.connect;

import io.tukar.shipping.CourierReports;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Biteship tells what becomes of its orders. What it says is kept and answered at once; a timer
 * takes it in. Nothing is told without the secret, which Biteship sends in a header we name to it.
 */
@Controller
class BiteshipHook {

  static final String PATH = "/hooks/biteship";
  static final String SECRET_HEADER = "X-Webhook-Secret";
  static final int BODY_BYTES_MAX = 64 * 1024;

  private final byte[] secret;
  private final CourierReports reports;
  private final Clock clock;

  BiteshipHook(
      @Value("${tukar.biteship.webhook.secret:}") String secret,
      CourierReports reports,
      Clock clock) {
    this.secret = secret.strip().getBytes(StandardCharsets.UTF_8);
    this.reports = reports;
    this.clock = clock;
  }

  /** Answers 202 for what was kept, 200 for what is of no use, 404 while no secret is set. */
  @PostMapping(PATH)
  ResponseEntity<Void> told(
      @RequestHeader(name = SECRET_HEADER, defaultValue = "") String offered,
      HttpServletRequest request)
      throws IOException {
    if (secret.length == 0) {
      return answer(HttpStatus.NOT_FOUND);
    }
    if (!MessageDigest.isEqual(secret, offered.getBytes(StandardCharsets.UTF_8))) {
      return answer(HttpStatus.UNAUTHORIZED);
    }
    var body = body(request);
    if (body == null) {
      return answer(HttpStatus.CONTENT_TOO_LARGE);
    }
    var report = BiteshipBody.read(body);
    report.ifPresent(one -> reports.keep(one, clock.instant()));
    return answer(report.isPresent() ? HttpStatus.ACCEPTED : HttpStatus.OK);
  }

  private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BODY_BYTES_MAX) {
      return null;
    }
    var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    return body.length > BODY_BYTES_MAX ? null : body;
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
