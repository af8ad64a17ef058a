package io.tukar.stock.qc;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plan as somebody writes it. A text without its English words is the same in both languages.
 *
 * @param steps in their order
 */
public record QcDraft(String nameId, String nameEn, List<Step> steps) {

  public static final int NAME_CHARS_MAX = 80;
  public static final int TEXT_CHARS_MAX = 200;

  /**
   * A step as it is written.
   *
   * @param kind the name of a {@link QcStep.Kind}
   */
  public record Step(String kind, String askId, String askEn, String expectId, String expectEn) {

    public static final Step EMPTY = new Step(QcStep.Kind.CHECK.name(), "", "", "", "");

    /** As it is written to be changed; English that says the same is left out. */
    static Step of(QcStep step) {
      return new Step(
          step.kind().name(),
          step.ask().id(),
          other(step.ask()),
          step.expect().id(),
          other(step.expect()));
    }
  }

  /** What it says where all of it can be read. */
  record Said(Words name, List<QcStep> steps) {

    boolean isOf(QcPlan plan) {
      return plan.name().equals(name) && plan.steps().equals(steps);
    }
  }

  public QcDraft {
    steps = List.copyOf(steps);
  }

  /** A plan to be changed. */
  public static QcDraft of(QcPlan plan) {
    return new QcDraft(
        plan.name().id(), other(plan.name()), plan.steps().stream().map(Step::of).toList());
  }

  private static String other(Words words) {
    return words.en().equals(words.id()) ? "" : words.en();
  }

  /**
   * Reads it. Refusals name the fields {@code name-id}, {@code name-en}, and of step n {@code
   * kind-n}, {@code ask-id-n}, {@code ask-en-n}, {@code expect-id-n} and {@code expect-en-n}.
   */
  Answer<Said> read() {
    var reader = new Reader();
    var name = reader.words(nameId, nameEn, "name", "", NAME_CHARS_MAX);
    var read = new ArrayList<QcStep>();
    for (var step : steps) {
      int no = read.size() + 1;
      read.add(
          new QcStep(
              no,
              reader.kind(step.kind(), no),
              reader.words(step.askId(), step.askEn(), "ask", "-" + no, TEXT_CHARS_MAX),
              reader.words(step.expectId(), step.expectEn(), "expect", "-" + no, TEXT_CHARS_MAX)));
    }
    if (steps.isEmpty()) {
      reader.refusals.add(Refusal.of("qc-plan-empty", ""));
    }
    if (steps.size() > QcPlan.STEPS_MAX) {
      reader.refusals.add(Refusal.of("qc-plan-too-long", "", QcPlan.STEPS_MAX));
    }
    return reader.refusals.isEmpty()
        ? Answer.done(new Said(name, read))
        : new Answer.Refused<>(reader.refusals);
  }

  /** Reads field by field and remembers what cannot be read. */
  private static final class Reader {
    private static final Words NOTHING = new Words("-", "-");

    final List<Refusal> refusals = new ArrayList<>();

    Words words(String id, String en, String field, String step, int most) {
      var indonesian = id.strip();
      var english = en.strip();
      if (indonesian.isEmpty()) {
        refusals.add(Refusal.of("value-missing", field + "-id" + step));
      }
      if (indonesian.length() > most) {
        refusals.add(Refusal.of("value-too-long", field + "-id" + step, most));
      }
      if (english.length() > most) {
        refusals.add(Refusal.of("value-too-long", field + "-en" + step, most));
      }
      return indonesian.isEmpty()
          ? NOTHING
          : new Words(indonesian, english.isEmpty() ? indonesian : english);
    }

    QcStep.Kind kind(String typed, int no) {
      return Arrays.stream(QcStep.Kind.values())
          .filter(kind -> kind.name().equals(typed))
          .findFirst()
          .orElseGet(
              () -> {
                refusals.add(Refusal.of("choice-missing", "kind-" + no));
                return QcStep.Kind.CHECK;
              });
    }
  }
}
