package io.tukar.entrance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows nothing. */
public final class Visitor {

  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"_csrf\" value=\"([^\"]{20,})\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  public Visitor(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** A file as it is sent. */
  public byte[] file(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray())
        .body();
  }

  /** Sends a form with the token that the sign-in page gives. */
  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var token = FORM_TOKEN.matcher(get("/desk/sign-in?lang=en").body());
    var all = new java.util.HashMap<>(fields);
    all.put("_csrf", token.find() ? token.group(1) : formTokenOfTheDesk());
    return send(path, all);
  }

  /** Sends a form as it is. */
  public HttpResponse<String> send(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Sends a form that has one file, without JavaScript. */
  public HttpResponse<String> upload(String path, String field, String name, byte[] content)
      throws IOException, InterruptedException {
    var edge = "tepi-" + content.length;
    var body = new ByteArrayOutputStream();
    var head =
        """
        --%s
        Content-Disposition: form-data; name="_csrf"

        %s
        --%s
        Content-Disposition: form-data; name="%s"; filename="%s"
        Content-Type: application/octet-stream

        """
            .formatted(edge, formTokenOfTheDesk(), edge, field, name);
    body.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> signIn(String login, String password)
      throws IOException, InterruptedException {
    return post("/desk/sign-in", Map.of("login", login, "password", password));
  }

  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  void hold(HttpCookie cookie) {
    cookies.getCookieStore().add(URI.create(address + cookie.getPath()), cookie);
  }

  /** Whoever is signed in is shown no sign-in page; any page with a form has a token. */
  private String formTokenOfTheDesk() throws IOException, InterruptedException {
    var token = FORM_TOKEN.matcher(get("/desk/design").body());
    if (!token.find()) {
      throw new AssertionError("No form on the page");
    }
    return token.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
