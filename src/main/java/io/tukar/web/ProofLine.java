package io.tukar.web;

import java.util.List;

/**
 * One finding of a decision's proof.
 *
 * @param clause of the policy, such as {@code P2}
 * @param arithmetic how a date or an amount came about; empty for none
 * @param answers what each answer to what is lacking would come to
 */
public record ProofLine(
    Mark mark, String clause, String finding, String arithmetic, List<String> answers) {

  public ProofLine {
    answers = List.copyOf(answers);
  }

  /** What a clause found. */
  public enum Mark {
    HOLDS(Icon.CHECK),
    FAILS(Icon.CROSS),
    OPEN(Icon.QUESTION);

    private final Icon icon;

    Mark(Icon icon) {
      this.icon = icon;
    }

    public Icon icon() {
      return icon;
    }
  }
}
