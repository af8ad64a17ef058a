package io.tukar.api.wire;

import io.tukar.kernel.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Writes replies to the wire. */
final class Replies {

  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final int RETRY_AFTER_SECONDS = 5;

  private Replies() {}

  static void write(Reply reply, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (reply) {
      case Reply.Done(var status, var json, var replayed) -> {
        if (replayed) {
          response.setHeader("Idempotent-Replayed", "true");
        }
        write(status, JSON, json, response);
      }
      case Reply.Problem problem -> {
        var language = language(request);
        response.setHeader("Content-Language", language.code());
        switch (problem.type()) {
          case UNAUTHENTICATED -> response.setHeader("WWW-Authenticate", "Bearer");
          case TOO_MANY_REQUESTS, UNAVAILABLE ->
              response.setHeader("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
          case MALFORMED,
              KEY_MISSING,
              FORBIDDEN,
              NOT_FOUND,
              METHOD_NOT_ALLOWED,
              CONFLICT,
              TOO_LARGE,
              UNSUPPORTED_MEDIA_TYPE,
              REFUSED,
              KEY_REUSED,
              INTERNAL -> {
            // The body says it all.
          }
        }
        write(
            problem.type().status(),
            PROBLEM_JSON,
            ApiJson.write(ProblemView.of(problem, language)),
            response);
      }
    }
  }

  private static void write(int status, String type, byte[] body, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The first of Indonesian and English that the caller accepts; Indonesian where neither. */
  private static Language language(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Language.ID;
    }
    for (var locale : Collections.list(request.getLocales())) {
      for (var language : Language.values()) {
        if (language.code().equals(locale.getLanguage())) {
          return language;
        }
      }
    }
    return Language.ID;
  }
}
