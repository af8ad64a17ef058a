package io.tukar.policy.facts;

import java.util.Optional;

/** Something a clause asks about: known, with its source, or not known yet. */
public sealed interface Fact<T> {

  record Known<T>(T value, Source source) implements Fact<T> {}

  record Unknown<T>() implements Fact<T> {}

  static <T> Fact<T> known(T value, Source source) {
    return new Known<>(value, source);
  }

  static <T> Fact<T> unknown() {
    return new Unknown<>();
  }

  /** Known where there is a value, unknown where there is none. */
  static <T> Fact<T> of(Optional<T> value, Source source) {
    return value.<Fact<T>>map(v -> new Known<>(v, source)).orElseGet(Unknown::new);
  }

  /** The value, where it is known. */
  default Optional<T> asOptional() {
    return switch (this) {
      case Known<T>(var value, var _) -> Optional.of(value);
      case Unknown<T>() -> Optional.empty();
    };
  }
}
