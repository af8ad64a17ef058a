package io.tukar.policy.decision;

import io.tukar.kernel.Words;
import java.util.List;

/**
 * What nobody knows yet, and what the answer would come to.
 *
 * @param fact the name of what is lacking, as in the facts' JSON
 * @param words what people call it
 * @param askedOf who can say
 * @param clauses the clauses that lack it
 * @param answers what the outcome would be, by what turns out
 */
public record Opening(
    String fact, Words words, AskedOf askedOf, List<String> clauses, List<Answer> answers) {

  /**
   * One way it can turn out.
   *
   * @param value as in the facts' JSON
   * @param words as people read it
   * @param outcome of the whole line, all else as it is known now
   */
  public record Answer(String value, Words words, Outcome outcome) {}

  /** Every answer as a sentence: "If seal intact: no, then declined." */
  public List<Words> sentences() {
    return answers.stream().map(this::sentence).toList();
  }

  private Words sentence(Answer answer) {
    var then = then(answer.outcome());
    return new Words(
        "Bila " + words.id() + ": " + answer.words().id() + ", " + then.id() + ".",
        "If " + words.en() + ": " + answer.words().en() + ", " + then.en() + ".");
  }

  private static Words then(Outcome outcome) {
    return switch (outcome) {
      case AUTHORIZED -> new Words("maka disetujui", "then approved");
      case NEEDS_EVIDENCE -> new Words("maka masih perlu foto", "then photos are still needed");
      case REVIEW -> new Words("maka ditinjau toko", "then the shop decides");
      case DECLINED -> new Words("maka ditolak", "then declined");
    };
  }

  public Opening {
    clauses = List.copyOf(clauses);
    answers = List.copyOf(answers);
  }
}
