package io.tukar.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tukar.kernel.Role;
import io.tukar.staff.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shop software that speaks to the API over a socket. */
final class ApiClient {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient FROM_HERE = client().build();

  private final HttpClient http;
  private final String address;
  private final Map<String, String> headers;

  private ApiClient(HttpClient http, String address, Map<String, String> headers) {
    this.http = http;
    this.address = address;
    this.headers = Map.copyOf(headers);
  }

  /** One with a fresh token of this role, speaking English. */
  static ApiClient with(Tokens tokens, Role role, int port) {
    var token = tokens.issue("for tests", role, Instant.now());
    return new ApiClient(
        FROM_HERE,
        "http://127.0.0.1:" + port + "/api/v1",
        Map.of("Authorization", "Bearer " + token, "Accept-Language", "en-GB, id;q=0.5"));
  }

  /** The same with another header; an empty value takes the header away. */
  ApiClient header(String name, String value) {
    var changed = new LinkedHashMap<>(headers);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new ApiClient(http, address, changed);
  }

  /** The same from another address of this machine, such as {@code 127.0.0.2}. */
  ApiClient from(String localAddress) {
    try {
      var local = InetAddress.getByName(localAddress);
      return new ApiClient(client().localAddress(local).build(), address, headers);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  /** What came back. */
  record Answer(int status, HttpResponse<String> http) {

    JsonNode json() {
      return JSON.readTree(http.body());
    }

    /** The text at this JSON pointer. */
    String text(String pointer) {
      return json().at(pointer).asString();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** What is no JSON. */
  HttpResponse<byte[]> bytes(String path) {
    return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Posts JSON under a fresh key. */
  Answer post(String path, String json) {
    return post(path, UUID.randomUUID().toString(), json);
  }

  /** Posts JSON under this key; null for none. */
  Answer post(String path, @Nullable String key, String json) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request.build());
  }

  /** Sends exactly this. */
  Answer raw(String method, String path, Map<String, String> more, byte[] body) {
    var request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    more.forEach(request::header);
    return send(request.build());
  }

  /** Uploads a photo. */
  Answer photo(String path, String key, Map<String, String> fields, byte[] file) {
    var boundary = "b" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) -> {
          part(body, boundary, "name=\"" + name + "\"");
          body.writeBytes(value.getBytes(UTF_8));
        });
    part(body, boundary, "name=\"file\"; filename=\"a.jpg\"");
    body.writeBytes(file);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
    return raw(
        "POST",
        path,
        Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Idempotency-Key", key),
        body.toByteArray());
  }

  private static void part(ByteArrayOutputStream body, String boundary, String about) {
    body.writeBytes(
        "\r\n--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
            .formatted(boundary, about)
            .getBytes(UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    return request;
  }

  private Answer send(HttpRequest request) {
    var response = send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reading) {
    try {
      return http.send(request, reading);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
