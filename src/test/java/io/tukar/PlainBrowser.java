package io.tukar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser without JavaScript: keeps cookies, follows redirects, posts forms with their token. */
public final class PlainBrowser implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "a-boundary-of-tests";

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();
  private final String root;
  private final String language;
  private String token = "";
  private String page = "/";

  public PlainBrowser(int port, String language) {
    this.root = "http://127.0.0.1:" + port;
    this.language = language;
  }

  /** A page as it arrived, after redirects. */
  public record Seen(int status, String path, String text, HttpResponse<byte[]> answer) {

    public String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }
  }

  public Seen get(String path) {
    return send(to(path).GET());
  }

  /** Posts a form with the token of the last page; fields in turn name, value. */
  public Seen post(String path, String... fields) {
    var body = new StringBuilder("_csrf=" + encoded(token));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  public Seen upload(String path, byte[] file) {
    return upload(path, Map.of(), List.of(file));
  }

  /** Posts fields and photos, in one form. */
  public Seen upload(String path, Map<String, String> fields, List<byte[]> files) {
    return send(
        to(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(multipart(fields, files)));
  }

  /** Posts fields and one file that is no photo. */
  public Seen upload(String path, Map<String, String> fields, String name, byte[] file) {
    var head = "name=\"" + name + "\"; filename=\"file\"\r\nContent-Type: text/plain\r\n\r\n";
    return send(
        to(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(multipart(fields, head, List.of(file))));
  }

  private BodyPublisher multipart(Map<String, String> fields, List<byte[]> files) {
    return multipart(
        fields,
        "name=\"photo\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n",
        files);
  }

  private BodyPublisher multipart(Map<String, String> fields, String head, List<byte[]> files) {
    var body = new ByteArrayOutputStream();
    part(body, "name=\"_csrf\"\r\n\r\n" + token);
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"\r\n\r\n" + value));
    for (var file : files) {
      part(body, head);
      body.writeBytes(file);
    }
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }

  private static void part(ByteArrayOutputStream body, String text) {
    body.writeBytes(
        ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + text)
            .getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Accept-Language", language)
        .header("Referer", root + page);
  }

  private Seen send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      var text = new String(answer.body(), StandardCharsets.UTF_8);
      var found = TOKEN.matcher(text);
      if (found.find()) {
        token = found.group(1);
      }
      page = answer.uri().getPath();
      return new Seen(answer.statusCode(), answer.uri().getPath(), text, answer);
    } catch (IOException e) {
      throw new IllegalStateException("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
