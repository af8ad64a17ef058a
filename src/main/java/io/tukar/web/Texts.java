package io.tukar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tukar.kernel.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The product's words in every language, from {@code messages/*.properties} (UTF-8, MessageFormat:
 * write the typographic ’, not ').
 */
@Component
public final class Texts {

  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  static final List<String> BUNDLES =
      List.of(
          "web",
          "entrance",
          "portal",
          "desk",
          "money",
          "payout",
          "goods",
          "inspect",
          "parcel",
          "leftovers",
          "plans",
          "vendor",
          "studio",
          "api");

  private final Map<Language, Map<String, MessageFormat>> messages = new EnumMap<>(Language.class);

  public Texts() {
    for (Language language : Language.values()) {
      Map<String, MessageFormat> byKey = new HashMap<>();
      for (String bundle : BUNDLES) {
        read(bundle, language)
            .forEach(
                (key, pattern) -> {
                  var format = new MessageFormat((String) pattern, language.locale());
                  if (byKey.put((String) key, format) != null) {
                    throw new IllegalStateException("Two messages for " + key + " in " + language);
                  }
                });
      }
      messages.put(language, Map.copyOf(byKey));
    }
  }

  /** The message of this key; the key itself, and a warning in the log, when there is none. */
  public String text(Language language, String key, Object... args) {
    MessageFormat format = messages(language).get(key);
    if (format == null) {
      LOG.warn("No message for {} in {}", key, language);
      return key;
    }
    return ((MessageFormat) format.clone()).format(args);
  }

  public boolean has(Language language, String key) {
    return messages(language).containsKey(key);
  }

  /** Every key of this language. */
  public Set<String> keys(Language language) {
    return messages(language).keySet();
  }

  private Map<String, MessageFormat> messages(Language language) {
    return messages.getOrDefault(language, Map.of());
  }

  static Properties read(String bundle, Language language) {
    var resource =
        new ClassPathResource("messages/" + bundle + "_" + language.code() + ".properties");
    var properties = new Properties();
    try (var reader = new InputStreamReader(resource.getInputStream(), UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
