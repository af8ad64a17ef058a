package io.tukar.shipping.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks over HTTP within bounds of time and size, and never throws. */
final class Wire {

  /** An answer is no larger. */
  static final long ANSWER_BYTES_MAX = 512 * 1024;

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final int NESTING_MAX = 20;

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
                  .build())
          .build();

  /** What came back. */
  sealed interface Said {

    /** JSON, whatever the status. */
    record Json(int status, JsonNode body) implements Said {}

    /** A status with a body that is no JSON. */
    record NoJson(int status) implements Said {}

    /** The request did not leave. */
    record NotReached(String why) implements Said {}

    /** The request left, and nothing of use came back. */
    record Silence(String why) implements Said {}
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_WITHIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI base;
  private final Duration answerWithin;

  Wire(URI base, Duration answerWithin) {
    this.base = base;
    this.answerWithin = answerWithin;
  }

  /** A request to a path below the base. */
  HttpRequest.Builder to(String path) {
    var root = base.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(answerWithin)
        .header("Accept", "application/json");
  }

  Said ask(HttpRequest request) {
    try {
      var answer =
          client.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
      return read(answer.statusCode(), answer.body());
    } catch (HttpConnectTimeoutException | ConnectException | UnknownHostException e) {
      return new Said.NotReached("not reached");
    } catch (HttpTimeoutException e) {
      return new Said.Silence("no answer in time");
    } catch (IOException e) {
      return new Said.Silence("the line broke");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said.Silence("interrupted");
    }
  }

  private static Said read(int status, byte[] body) {
    try {
      var json = JSON.readTree(body);
      return json != null && json.isObject()
          ? new Said.Json(status, json)
          : new Said.NoJson(status);
    } catch (JacksonException e) {
      return new Said.NoJson(status);
    }
  }
}
