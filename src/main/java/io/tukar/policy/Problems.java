package io.tukar.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a reader finds wrong, so that one reading tells everything. */
final class Problems {

  private static final int KEPT_MAX = 100;

  private final List<PolicyProblem> found = new ArrayList<>();
  private int errors;

  void error(Tree at, String message) {
    error(at.line(), at.column(), message);
  }

  /**
   * @param line counts from 1
   * @param column counts from 1
   */
  void error(int line, int column, String message) {
    errors++;
    keep(new PolicyProblem(line, column, PolicyProblem.Weight.ERROR, message));
  }

  void warning(Tree at, String message) {
    keep(new PolicyProblem(at.line(), at.column(), PolicyProblem.Weight.WARNING, message));
  }

  int errors() {
    return errors;
  }

  /** In order of place. */
  List<PolicyProblem> list() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column))
        .toList();
  }

  private void keep(PolicyProblem problem) {
    if (found.size() < KEPT_MAX) {
      found.add(problem);
    }
  }
}
