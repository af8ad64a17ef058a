package io.tukar.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said outside.
 *
 * @param key the id before the effect: the same key is said once
 * @param recipient a reference such as {@code customer:12} or {@code role:FINANCE}, never an
 *     address
 * @param template which text, kebab-case
 * @param rmaId the case it speaks of
 * @param params what the text names; no personal data
 */
public record Saying(
    String key,
    String recipient,
    String template,
    @Nullable Long rmaId,
    Map<String, String> params) {

  public Saying {
    params = Map.copyOf(params);
  }
}
