package io.tukar.api;

import io.tukar.api.wire.ProblemType;
import io.tukar.api.wire.RefusedRequest;
import io.tukar.kernel.Money;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an address after the question mark. */
final class Queries {

  private static final Pattern RUPIAH = Pattern.compile("\\d{1,13}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private Queries() {}

  /** The value, null where it was not given; refused where it cannot be one. */
  static <T> @Nullable T value(
      String name, @Nullable String text, Function<String, Optional<T>> parse) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return parse.apply(text).orElseThrow(() -> unreadable(name));
  }

  static @Nullable Money rupiah(String name, @Nullable String text) {
    return value(
        name,
        text,
        digits ->
            RUPIAH.matcher(digits).matches()
                ? Optional.of(Money.rupiah(Long.parseLong(digits)))
                : Optional.empty());
  }

  /** A whole number between these, or the one that stands for nothing. */
  static long number(String name, @Nullable String text, long min, long max, long otherwise) {
    var number =
        value(
            name,
            text,
            digits ->
                NUMBER.matcher(digits).matches()
                    ? Optional.of(Long.parseLong(digits)).filter(n -> n >= min && n <= max)
                    : Optional.empty());
    return number == null ? otherwise : number;
  }

  static <E extends Enum<E>> @Nullable E word(String name, @Nullable String text, Class<E> type) {
    return value(
        name,
        text,
        word -> {
          for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
              return Optional.of(constant);
            }
          }
          return Optional.empty();
        });
  }

  static RefusedRequest unreadable(String name) {
    return new RefusedRequest(ProblemType.MALFORMED, "value-unreadable", name);
  }
}
