package io.tukar.kernel;

import java.util.List;

/** What a verb answers: it was done, with what came of it, or it was refused, with every reason. */
public sealed interface Answer<T> {

  record Done<T>(T value) implements Answer<T> {}

  record Refused<T>(List<Refusal> reasons) implements Answer<T> {
    public Refused {
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal without a reason");
      }
      reasons = List.copyOf(reasons);
    }
  }

  static <T> Answer<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Answer<T> refused(Refusal reason) {
    return new Refused<>(List.of(reason));
  }
}
