package io.tukar.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.kernel.Language;
import io.tukar.web.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever follows a problem's type finds what it means and what to do. */
@TukarTest
class ProblemPagesTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private Texts texts;

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAPageThatTellsWhatToDoInBothLanguages(ProblemType type) throws Exception {
    for (var language : Language.values()) {
      var page = get(type.uri(), language.code());

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Language")).contains(language.code());
      assertThat(page.body())
          .contains(
              "<h1>" + type.title().in(language) + "</h1>",
              type.uri(),
              Integer.toString(type.status()),
              text(language, type, ".meaning"),
              text(language, type, ".remedy"))
          .doesNotContain("api.problem.");
    }
  }

  @Test
  void aTypeThatTheProgramNeverGivesHasNone() throws Exception {
    assertThat(get("/problems/none", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void theDocumentationListsEveryTypeWithItsStatus() throws IOException {
    var listed =
        Pattern.compile("^\\| `(/problems/[a-z-]+)` \\| (\\d+) ", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/api.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    assertThat(listed)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values())
                .map(type -> type.uri() + " " + type.status())
                .toList());
  }

  private String text(Language language, ProblemType type, String part) {
    var text = texts.text(language, "api.problem." + type.slug() + part);
    assertThat(text).hasSizeGreaterThan(20);
    return text;
  }

  private HttpResponse<String> get(String path, String language)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Language", language)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
