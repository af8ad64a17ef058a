package io.tukar.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {

  private static final Pattern CODE = Pattern.compile("\"(photo-[a-z-]+)\"");

  @Test
  void everyRefusalOfAPhotoIsSaidInBothLanguages() throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/io/tukar/evidence"))) {
      for (var file : files.toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(hit -> codes.add(hit.group(1)));
      }
    }
    // The page's own words cover a file that cannot be read.
    codes.remove("photo-unreadable");
    assertThat(codes).hasSizeGreaterThan(8);
    for (var language : new String[] {"id", "en"}) {
      var texts = texts(language);
      assertThat(texts.stringPropertyNames())
          .containsExactlyInAnyOrderElementsOf(codes.stream().map(c -> "refusal." + c).toList());
    }
  }

  @Test
  void bothLanguagesNameTheSameThings() throws IOException {
    var indonesian = texts("id");
    var english = texts("en");
    for (var key : english.stringPropertyNames()) {
      assertThat(named(indonesian, key)).as(key).isEqualTo(named(english, key));
    }
  }

  private static int named(Properties texts, String key) {
    return new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length;
  }

  private static Properties texts(String language) throws IOException {
    var texts = new Properties();
    var name = "/messages/evidence_" + language + ".properties";
    try (var in = Objects.requireNonNull(RefusalWordsTest.class.getResourceAsStream(name))) {
      texts.load(new InputStreamReader(in, UTF_8));
    }
    return texts;
  }
}
