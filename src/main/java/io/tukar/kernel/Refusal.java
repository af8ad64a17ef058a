package io.tukar.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * A no with its reason. Doors say it in the user's language by the message key {@code
 * refusal.<code>} and show it at the field.
 *
 * @param code kebab-case, stable: integrators rely on it
 * @param field the input it speaks of, as a path such as {@code lines[0].quantity}; empty for the
 *     whole
 * @param args what the message names, in the message's order
 */
public record Refusal(String code, String field, List<String> args) {

  public Refusal {
    args = List.copyOf(args);
  }

  public static Refusal of(String code, String field, Object... args) {
    return new Refusal(code, field, Arrays.stream(args).map(String::valueOf).toList());
  }
}
