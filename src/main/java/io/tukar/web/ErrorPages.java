package io.tukar.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What is shown when a request fails: a page with a next step to people, a problem (RFC 9457) to
 * software. Never a stack trace; a failure of ours gets a reference that the log knows.
 */
@Controller
final class ErrorPages implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  private final PageRenderer pages;

  ErrorPages(PageRenderer pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpStatus status = status(request);
    String reference = status.is5xxServerError() ? logged(request, status) : "";
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && path.startsWith("/api/")) {
      response.setStatus(status.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getWriter()
          .write(
              "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d%s}"
                  .formatted(
                      status.getReasonPhrase(),
                      status.value(),
                      reference.isEmpty() ? "" : ",\"reference\":\"" + reference + "\""));
      return;
    }
    pages.write(
        new Page(
            "web/error", new ErrorModel(status.value(), reference, back(request, status)), status),
        request,
        response);
  }

  /** A form that was too large leaves its page behind: the way back to it. */
  private static String back(HttpServletRequest request, HttpStatus status) {
    var referer = request.getHeader(HttpHeaders.REFERER);
    if (status != HttpStatus.CONTENT_TOO_LARGE || referer == null) {
      return "";
    }
    try {
      var page = URI.create(referer);
      var path = page.getRawPath() == null ? "" : page.getRawPath();
      return request.getServerName().equals(page.getHost()) && !path.startsWith("//") ? path : "";
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static HttpStatus status(HttpServletRequest request) {
    if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
      return HttpStatus.NOT_FOUND; // somebody asked for /error itself
    }
    HttpStatus status = HttpStatus.resolve(code);
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  private static String logged(HttpServletRequest request, HttpStatus status) {
    String reference = HexFormat.of().toHexDigits(RANDOM.nextInt());
    LOG.error(
        "Answered {} with reference {}",
        status.value(),
        reference,
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
            ? thrown
            : null);
    return reference;
  }
}
