package io.tukar.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Refusals as sentences, from {@code messages/refusal_*.properties}. Where the last argument is a
 * word such as a status, {@code refusal.<code>.<WORD>} goes first; an amount after {@code Rp} gets
 * its thousands' dots.
 */
public final class RefusalText {

  /** What is said where a code has no sentence of its own. */
  static final String OTHER = "other";

  private static final Map<Language, Map<String, String>> PATTERNS = read();

  private RefusalText() {}

  /** Why not, in one or two sentences. */
  public static String of(Refusal refusal, Language language) {
    var args = refusal.args();
    var pattern = args.isEmpty() ? null : pattern(language, refusal.code() + "." + args.getLast());
    if (pattern == null) {
      pattern = pattern(language, refusal.code());
    }
    if (pattern == null) {
      pattern = pattern(language, OTHER);
    }
    var words = pattern == null ? refusal.code() : pattern;
    if (args.isEmpty()) {
      return words;
    }
    var shown =
        IntStream.range(0, args.size())
            .mapToObj(i -> words.contains("Rp{" + i + "}") ? grouped(args.get(i)) : args.get(i))
            .toArray();
    return new MessageFormat(words, language.locale()).format(shown);
  }

  /** The sentence of this code before its arguments are put in; null where there is none. */
  static @Nullable String pattern(Language language, String code) {
    return PATTERNS.getOrDefault(language, Map.of()).get("refusal." + code);
  }

  private static String grouped(String amount) {
    return String.format(Locale.ROOT, "%,d", Math.abs(Long.parseLong(amount))).replace(',', '.');
  }

  private static Map<Language, Map<String, String>> read() {
    var all = new EnumMap<Language, Map<String, String>>(Language.class);
    for (var language : Language.values()) {
      var path = "/messages/refusal_" + language.code() + ".properties";
      var properties = new Properties();
      try (var in = RefusalText.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("Missing from the program: " + path);
        }
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.put(
          language,
          properties.stringPropertyNames().stream()
              .collect(Collectors.toMap(key -> key, properties::getProperty)));
    }
    return all;
  }
}
