package io.tukar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Pattern IN_TEMPLATE =
      Pattern.compile("frame\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private final Texts texts = new Texts();

  @Test
  void bothLanguagesHaveTheSameKeys() {
    for (String bundle : Texts.BUNDLES) {
      assertThat(Texts.read(bundle, Language.EN).stringPropertyNames())
          .as(bundle)
          .containsExactlyInAnyOrderElementsOf(
              Texts.read(bundle, Language.ID).stringPropertyNames());
    }
  }

  @Test
  void bothLanguagesNameTheSameArguments() {
    for (String bundle : Texts.BUNDLES) {
      Properties english = Texts.read(bundle, Language.EN);
      Texts.read(bundle, Language.ID)
          .forEach(
              (key, pattern) ->
                  assertThat(arguments(english.getProperty((String) key)))
                      .as((String) key)
                      .isEqualTo(arguments((String) pattern)));
    }
  }

  @Test
  void noMessageHasAStraightApostropheWhichWouldQuoteItsArguments() {
    for (String bundle : Texts.BUNDLES) {
      for (Language language : Language.values()) {
        Texts.read(bundle, language)
            .forEach(
                (key, message) ->
                    assertThat((String) message).as((String) key).doesNotContain("'"));
      }
    }
  }

  @Test
  void everyKeyThatATemplateNamesExists() throws IOException {
    assertThat(keysNamed("src/main/jte", IN_TEMPLATE))
        .isNotEmpty()
        .allMatch(key -> texts.has(Language.ID, key));
  }

  private static int arguments(String pattern) {
    return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
  }

  private static Set<String> keysNamed(String root, Pattern pattern) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(root))) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    var names = new ArrayList<String>();
    for (Path file : files) {
      pattern.matcher(Files.readString(file)).results().forEach(hit -> names.add(hit.group(1)));
    }
    return new TreeSet<>(names);
  }
}
