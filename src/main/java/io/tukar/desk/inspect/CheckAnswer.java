package io.tukar.desk.inspect;

import io.tukar.inspection.Check;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the bench gives it: 1 or the button for yes, 2 or the other button for no; a MAC or
 * a seal number that was scanned; a part that is missing, by its box.
 */
record CheckAnswer(boolean yes, @Nullable String seen) {

  /** Empty where it is neither. */
  static Optional<CheckAnswer> read(Check check, Map<String, String> fields) {
    var typed = fields.getOrDefault("answer", "").strip();
    var button = fields.getOrDefault("said", "");
    var missing = missing(fields);
    if (check == Check.COMPLETE && !missing.isEmpty()) {
      return Optional.of(new CheckAnswer(false, missing));
    }
    if (typed.equals("2") || (typed.isEmpty() && button.equals("no"))) {
      return Optional.of(new CheckAnswer(false, null));
    }
    if (typed.equals("1") || (typed.isEmpty() && button.equals("yes"))) {
      return Optional.of(new CheckAnswer(true, null));
    }
    return !typed.isEmpty() && (check == Check.MAC || check == Check.SEAL)
        ? Optional.of(new CheckAnswer(false, typed))
        : Optional.empty();
  }

  /** The numbers of the parts whose box is ticked. */
  private static String missing(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().matches("missing-[0-9]{1,2}"))
        .filter(field -> field.getValue().equals("true"))
        .map(field -> Integer.valueOf(field.getKey().substring("missing-".length())))
        .sorted(Comparator.naturalOrder())
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }
}
