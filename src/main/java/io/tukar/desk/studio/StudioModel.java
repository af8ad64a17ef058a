package io.tukar.desk.studio;

import io.tukar.kernel.Money;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.edit.ClauseForm;
import io.tukar.policy.edit.Difference;
import io.tukar.policy.edit.FieldForm;
import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.tree.PolicyProblem;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.ProofLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A draft being written: its text as it now stands in the form, saved or not.
 *
 * @param version as it is stored
 * @param row of the version as who types knows it: saving on an older one is refused
 * @param clause the clause whose form is open, or {@link PolicyText#HEAD}
 * @param asText whether the YAML itself is open instead of a form
 * @param unsaved whether the text differs from what is stored
 * @param savedNow whether it was saved just now
 * @param canFill whether the open clause can be changed by its form
 * @param fields of the open form
 * @param kind what the open clause's kind is; empty for the head and for unknown kinds
 * @param meanwhile what somebody else saved while this was typed
 */
public record StudioModel(
    PolicyVersion version,
    int row,
    PolicyText text,
    int clause,
    boolean asText,
    boolean unsaved,
    boolean savedNow,
    boolean canFill,
    List<FieldForm> fields,
    Optional<ClauseForm> kind,
    Form form,
    List<Problem> problems,
    Optional<Tried> tried,
    Optional<Meanwhile> meanwhile) {

  /** The clause whose form is open. */
  public Optional<PolicyText.Clause> open() {
    return clause == PolicyText.HEAD ? Optional.empty() : Optional.of(text.clauses().get(clause));
  }

  /** Whether the text cannot be published as it is. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(one -> one.problem().weight() == PolicyProblem.Weight.ERROR);
  }

  /** Whether something is wrong in this clause. */
  public boolean isWrong(int index) {
    return problems.stream()
        .anyMatch(
            one -> one.clause() == index && one.problem().weight() == PolicyProblem.Weight.ERROR);
  }

  /** Words at the head of a field. */
  public static String heading(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The kinds a clause can be added of. */
  public static List<ClauseForm> kinds() {
    return Arrays.stream(ClauseKind.values()).map(ClauseForm::of).toList();
  }

  /** The words a field can have; one that stands there and is none of them is kept. */
  public static List<Choice> choices(
      Frame frame, FieldForm field, List<FieldForm.Option> options, String now) {
    var choices = new ArrayList<Choice>();
    if (!field.required()) {
      choices.add(Choice.of("", frame.text("studio.choice.none")));
    }
    if (!now.isEmpty() && options.stream().noneMatch(option -> option.word().equals(now))) {
      choices.add(Choice.of(now, now));
    }
    options.forEach(option -> choices.add(Choice.of(option.word(), frame.words(option.label()))));
    return choices;
  }

  /** The lines of the text in which something is wrong. */
  public List<Line> wrongLines() {
    var lines = text.text().split("\n", -1);
    return problems.stream()
        .map(one -> one.problem().line())
        .distinct()
        .filter(number -> number <= lines.length)
        .map(number -> new Line(number, lines[number - 1]))
        .toList();
  }

  /** A line of the text, counted from 1. */
  public record Line(int number, String text) {}

  /**
   * Something wrong and the way to it.
   *
   * @param clause the clause it is in, or {@link PolicyText#HEAD}
   * @param anchor the element of this page it is at; empty where another view shows it
   * @param action the button that opens that view; empty where there is an anchor
   */
  public record Problem(PolicyProblem problem, int clause, String anchor, String action) {}

  /**
   * What the draft says of an example, and what the version in force would say.
   *
   * @param inForce the number of that version
   */
  public record Tried(Said draft, Said now, int inForce) {}

  /**
   * What one version says; who pays what is shown of what is not declined.
   *
   * @param difference positive: the customer pays it
   */
  public record Said(
      String outcome,
      Optional<LocalDate> deadline,
      String payer,
      Money difference,
      Money fee,
      List<String> photos,
      List<ProofLine> proof) {}

  /**
   * Somebody else's saving.
   *
   * @param differences from what they saved to what is typed here; empty where one is unreadable
   */
  public record Meanwhile(String by, Instant at, Optional<List<Difference>> differences) {}
}
