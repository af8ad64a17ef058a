package io.tukar.policy.clause;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The condition under which a clause concerns a request: an expression in CEL over the facts. It
 * always ends and never fails, because it has neither loops nor functions that can; {@link
 * WhenFile} sees to that.
 */
public final class When {

  /** The condition of a clause that names none. */
  public static final When ALWAYS = new When("", null, Map.of(), List.of());

  private final String text;
  private final @Nullable Program program;
  private final Map<String, FactKey<?>> asked;
  private final List<Object> constants;

  /**
   * A condition that was read and compiled.
   *
   * @param asked the facts it asks for, by their names in the condition
   * @param constants the texts (String) and whole numbers (Long) it compares them with
   */
  public When(
      String text,
      @Nullable Program program,
      Map<String, FactKey<?>> asked,
      List<Object> constants) {
    this.text = text;
    this.program = program;
    this.asked = asked;
    this.constants = constants;
  }

  /** The condition as it is written; empty where the clause always speaks. */
  public String text() {
    return text;
  }

  /** It asks for nothing and is always met. */
  public boolean always() {
    return program == null;
  }

  /** The facts it asks for, by their names in the condition. */
  public Map<String, FactKey<?>> asked() {
    return asked;
  }

  /** The texts and whole numbers it compares facts with. */
  public List<Object> constants() {
    return constants;
  }

  Scope scope(ReturnFacts facts) {
    var condition = program;
    if (condition == null) {
      return Scope.IN;
    }
    CelVariableResolver known =
        name -> Optional.ofNullable(asked.get(name)).flatMap(key -> key.seenByCondition(facts));
    try {
      return allKnown(facts)
          ? met(condition.eval(known)) ? Scope.IN : Scope.OUT
          : partly(condition, known, facts);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("A checked condition failed: " + text, e);
    }
  }

  /** The known facts it asks for. */
  List<Finding.Input> inputs(ReturnFacts facts) {
    return asked.values().stream()
        .flatMap(key -> key.input(facts).stream())
        .sorted(BY_NAME)
        .toList();
  }

  private static final java.util.Comparator<Finding.Input> BY_NAME =
      java.util.Comparator.comparing(Finding.Input::name);

  private Scope partly(Program condition, CelVariableResolver known, ReturnFacts facts)
      throws CelEvaluationException {
    var unknown =
        asked.entrySet().stream().filter(entry -> !entry.getValue().isKnown(facts)).toList();
    var patterns =
        unknown.stream()
            .map(entry -> CelAttributePattern.fromQualifiedIdentifier(entry.getKey()))
            .toList();
    var answer = condition.eval(PartialVars.of(known, patterns));
    if (answer instanceof Boolean) {
      // What is unknown does not matter here.
      return met(answer) ? Scope.IN : Scope.OUT;
    }
    return new Scope.Open(unknown.stream().map(entry -> entry.getValue().name()).sorted().toList());
  }

  private boolean allKnown(ReturnFacts facts) {
    for (var key : asked.values()) {
      if (!key.isKnown(facts)) {
        return false;
      }
    }
    return true;
  }

  private static boolean met(Object answer) {
    return Objects.equals(answer, true);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof When when && when.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
