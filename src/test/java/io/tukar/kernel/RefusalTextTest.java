package io.tukar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.rma.LineState;
import io.tukar.rma.RmaStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalTextTest {

  private static final Pattern CODE =
      Pattern.compile("(?:(?:Refusal\\.of|new Refusal)\\(\\s*\"|\"(?=photo-))([a-z-]+)\"");

  /** Carries its finding in English and, as the argument after it, in Indonesian. */
  private static final String SAID_IN_BOTH_LANGUAGES = "refusal.policy-text-error";

  @Test
  void everyCodeThatTheProgramGivesHasASentenceInBothLanguages() throws IOException {
    var codes = codesInSource();
    assertThat(codes).contains("already-in-case", "photo-empty", "stale");
    for (var language : Language.values()) {
      assertThat(codes)
          .allSatisfy(code -> assertThat(RefusalText.pattern(language, code)).as(code).isNotNull());
    }
  }

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameArguments() throws IOException {
    var indonesian = bundle(Language.ID);
    var english = bundle(Language.EN);
    assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
    indonesian
        .stringPropertyNames()
        .forEach(
            key ->
                assertThat(arguments(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(
                        key.equals(SAID_IN_BOTH_LANGUAGES)
                            ? arguments(indonesian.getProperty(key)) - 1
                            : arguments(indonesian.getProperty(key))));
  }

  @Test
  void whatIsWrongWithAPolicysTextIsSaidInTheReadersLanguage() {
    var refusal =
        Refusal.of(
            "policy-text-error", "text", 12, 5, "days must be 1 to 366", "days harus 1 s.d. 366");
    assertThat(RefusalText.of(refusal, Language.EN))
        .isEqualTo("Line 12, column 5: days must be 1 to 366");
    assertThat(RefusalText.of(refusal, Language.ID))
        .isEqualTo("Baris 12, kolom 5: days harus 1 s.d. 366");
  }

  @Test
  void noSentenceHasAStraightApostropheWhichWouldQuoteItsArguments() throws IOException {
    for (var language : Language.values()) {
      assertThat(bundle(language).values())
          .allSatisfy(sentence -> assertThat((String) sentence).doesNotContain("'"));
    }
  }

  @Test
  void aStepThatIsNotPossibleNowSaysWhereTheCaseStands() {
    var sentences =
        Arrays.stream(RmaStatus.values())
            .map(status -> Refusal.of("not-now", "", "SETTLED", status))
            .map(refusal -> RefusalText.of(refusal, Language.EN))
            .toList();
    assertThat(sentences).doesNotHaveDuplicates();
    assertThat(Arrays.stream(LineState.values()).map(state -> "line-not-now." + state))
        .allSatisfy(code -> assertThat(RefusalText.pattern(Language.ID, code)).isNotNull());
  }

  @Test
  void amountsAreWrittenAsPeopleReadThem() {
    assertThat(RefusalText.of(Refusal.of("unpaid", "", 1_234_567L), Language.ID))
        .startsWith("Selisih Rp1.234.567 belum dibayar");
    assertThat(RefusalText.of(Refusal.of("balance-open", "", -5_000L), Language.EN))
        .startsWith("Rp5.000 is");
  }

  @Test
  void serialNumbersOfDigitsStayAsTheyAre() {
    assertThat(RefusalText.of(Refusal.of("unit-unknown", "lines", "12345678"), Language.ID))
        .contains("nomor seri 12345678 ");
  }

  private static Set<String> codesInSource() throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(hit -> codes.add(hit.group(1)));
      }
    }
    return codes;
  }

  private static Properties bundle(Language language) throws IOException {
    var properties = new Properties();
    var path = Path.of("src/main/resources/messages/refusal_" + language.code() + ".properties");
    try (var in = Files.newBufferedReader(path)) {
      properties.load(in);
    }
    return properties;
  }

  private static int arguments(String sentence) {
    return new MessageFormat(sentence).getFormatsByArgumentIndex().length;
  }
}
