package io.tukar.api.wire;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.util.List;
import java.util.function.Function;

/** What an endpoint answers: a body, or a problem in the caller's language. */
public sealed interface Reply {

  /**
   * It was done.
   *
   * @param json the body
   * @param replayed the answer that was given before
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
  record Done(int status, byte[] json, boolean replayed) implements Reply {}

  /** It was not done, and why. */
  record Problem(ProblemType type, List<Refusal> refusals) implements Reply {
    public Problem {
      refusals = List.copyOf(refusals);
    }
  }

  static Reply ok(Object view) {
    return new Done(200, ApiJson.write(view), false);
  }

  static Reply created(Object view) {
    return new Done(201, ApiJson.write(view), false);
  }

  static Problem problem(ProblemType type, String code, String field, Object... args) {
    return new Problem(type, List.of(Refusal.of(code, field, args)));
  }

  /** As the verb refused it. */
  static Problem refused(List<Refusal> reasons) {
    return new Problem(ProblemType.of(reasons), reasons);
  }

  static Problem refused(Refusal reason) {
    return refused(List.of(reason));
  }

  /** The verb's answer, shown. */
  static <T> Reply of(Answer<T> answer, Function<T, Reply> shown) {
    return switch (answer) {
      case Answer.Done<T>(var value) -> shown.apply(value);
      case Answer.Refused<T>(var reasons) -> refused(reasons);
    };
  }
}
