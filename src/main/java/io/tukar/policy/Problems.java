package io.tukar.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what a reader finds wrong, so that one reading tells everything. */
final class Problems {

  private static final int KEPT_MAX = 100;

  private final List<PolicyProblem> found = new ArrayList<>();
  private int errors;

  void error(Node at, String message) {
    error(at.getStartMark().getLine(), at.getStartMark().getColumn(), message);
  }

  void error(Mark at, String message) {
    error(at.getLine(), at.getColumn(), message);
  }

  /**
   * @param line counts from 0, as the parser does
   * @param column counts from 0
   */
  void error(int line, int column, String message) {
    errors++;
    keep(new PolicyProblem(line + 1, column + 1, PolicyProblem.Weight.ERROR, message));
  }

  void warning(Node at, String message) {
    var mark = at.getStartMark();
    keep(
        new PolicyProblem(
            mark.getLine() + 1, mark.getColumn() + 1, PolicyProblem.Weight.WARNING, message));
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
