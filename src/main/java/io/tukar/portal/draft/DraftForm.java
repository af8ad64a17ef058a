package io.tukar.portal.draft;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has answered so far. It is kept as JSON in the draft.
 *
 * @param answered the questions about the whole request that were answered
 * @param receivedOn the customer's own word for the day of receipt; null where not said
 */
record DraftForm(List<Line> lines, Set<Question> answered, @Nullable LocalDate receivedOn) {

  static final DraftForm BLANK = new DraftForm(List.of(), Set.of(), null);

  /**
   * One line of the order.
   *
   * @param answered the questions about this line that were answered
   */
  record Line(
      int no,
      int quantity,
      @Nullable ReturnReason reason,
      @Nullable Symptom symptom,
      Checks checks,
      @Nullable Sku wanted,
      Set<Question> answered) {

    Line {
      answered = set(answered);
    }

    static Line of(int no, int quantity) {
      return new Line(no, quantity, null, null, Checks.NONE, null, Set.of());
    }

    /** Another reason asks for other checks and photos. */
    Line because(ReturnReason why) {
      return why == reason
          ? answering(Question.REASON)
          : new Line(no, quantity, why, null, Checks.NONE, wanted, answeredOf(Question.WANTED))
              .answering(Question.REASON);
    }

    Line showing(Symptom what) {
      return new Line(no, quantity, reason, what, checks, wanted, answered)
          .answering(Question.SYMPTOM);
    }

    Line checked(Checks seen) {
      return new Line(no, quantity, reason, symptom, seen, wanted, answered)
          .answering(Question.CONDITION);
    }

    Line wanting(Sku product) {
      return new Line(no, quantity, reason, symptom, checks, product, answered)
          .answering(Question.WANTED);
    }

    Line of(int units) {
      return new Line(no, units, reason, symptom, checks, wanted, answered);
    }

    Line answering(Question question) {
      var all = EnumSet.of(question);
      all.addAll(answered);
      return new Line(no, quantity, reason, symptom, checks, wanted, all);
    }

    private Set<Question> answeredOf(Question question) {
      return answered.contains(question) ? Set.of(question) : Set.of();
    }
  }

  /** The condition as the customer sees it; null where not said. */
  record Checks(
      @Nullable Boolean sealIntact,
      @Nullable Boolean clean,
      @Nullable Boolean complete,
      @Nullable SerialNumber serial) {

    static final Checks NONE = new Checks(null, null, null, null);
  }

  DraftForm {
    lines = List.copyOf(lines);
    answered = set(answered);
  }

  Optional<Line> line(int no) {
    return lines.stream().filter(line -> line.no() == no).findFirst();
  }

  /** These lines and quantities; what was answered of a line that stays is kept. */
  DraftForm choosing(List<Line> chosen) {
    var kept =
        chosen.stream()
            .map(line -> line(line.no()).map(old -> old.of(line.quantity())).orElse(line))
            .toList();
    return new DraftForm(kept, with(Question.ITEMS), receivedOn);
  }

  DraftForm with(int no, UnaryOperator<Line> change) {
    return new DraftForm(
        lines.stream().map(line -> line.no() == no ? change.apply(line) : line).toList(),
        answered,
        receivedOn);
  }

  /** The day of receipt in the customer's word, or that they do not know. */
  DraftForm received(@Nullable LocalDate on) {
    return new DraftForm(lines, with(Question.RECEIPT), on);
  }

  private Set<Question> with(Question question) {
    return set(Stream.concat(answered.stream(), Stream.of(question)).toList());
  }

  private static Set<Question> set(java.util.Collection<Question> questions) {
    var set = EnumSet.noneOf(Question.class);
    set.addAll(questions);
    return Collections.unmodifiableSet(set);
  }
}
