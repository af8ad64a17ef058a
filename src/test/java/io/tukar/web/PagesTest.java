package io.tukar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = PageServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTest {

  @LocalServerPort private int port;
  @Autowired private Texts texts;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everyAnswerForbidsForeignAndInlineCode() throws Exception {
    for (String path : new String[] {"/desk/design", "/nowhere", "/fail?status=500"}) {
      var answer = get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .contains(SecurityHeadersFilter.CONTENT_SECURITY_POLICY);
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.body()).doesNotContain(" style=", "<style", " onclick=", "javascript:");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 409, 413, 500})
  void everyErrorHasItsOwnWordsInBothLanguagesAndANextStep(int status) throws Exception {
    var english = get("/fail?status=" + status, "Accept-Language", "en-GB,id;q=0.5");
    var indonesian = get("/fail?status=" + status, "Accept-Language", "id");
    String title = "web.error." + status + ".title";

    assertThat(english.statusCode()).isEqualTo(status);
    assertThat(english.body())
        .contains("<h1>" + texts.text(Language.EN, title), "href=\"/\"")
        .doesNotContain("secret", "Exception");
    assertThat(indonesian.body()).contains("<h1>" + texts.text(Language.ID, title));
  }

  @Test
  void softwareGetsAProblemInsteadOfAPage() throws Exception {
    var answer = get("/api/v1/fail");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"status\":500", "\"reference\":\"")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 'en-US,en;q=0.9', '', en",
    "/nowhere, 'id-ID,id;q=0.9,en;q=0.8', '', id",
    "/nowhere, 'de', '', id",
    "/nowhere, 'in-ID', '', id",
    "/nowhere, ';;;', '', id",
    "/nowhere, 'en', 'lang=id', id",
    "/nowhere?lang=en, 'id', 'lang=id', en",
    "/desk/nowhere, 'en', '', id",
    "/desk/nowhere, 'en', 'lang=en', en",
  })
  void theLanguageIsTheAskedElseTheRememberedElseTheBrowsers(
      String path, String accepted, String cookie, String expected) throws Exception {
    var answer = get(path, "Accept-Language", accepted, "Cookie", cookie);

    assertThat(answer.headers().firstValue("Content-Language")).contains(expected);
    assertThat(answer.body()).contains("<html lang=\"" + expected + "\">");
  }

  @Test
  void theLanguageLinkKeepsTheRestOfTheAddress() throws Exception {
    assertThat(get("/nowhere?a=1&lang=en&b=2").body())
        .contains("href=\"/nowhere?a=1&amp;b=2&amp;lang=id\"");
  }

  @Test
  void aStaticFileIsKeptForGoodUnderTheHashOfItsContentAndNotUnderAnotherHash() throws Exception {
    Matcher link =
        Pattern.compile("/assets/[0-9a-f]{12}/tukar.css").matcher(get("/desk/design").body());
    assertThat(link.find()).isTrue();

    var current = get(link.group(), "Accept-Encoding", "gzip");
    var old = get("/assets/000000000000/tukar.css");

    assertThat(current.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(current.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(old.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(get("/assets/000000000000/none.css").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    for (int i = 0; i < headers.length; i += 2) {
      if (!headers[i + 1].isEmpty()) {
        request.header(headers[i], headers[i + 1]);
      }
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
