package io.tukar.policy.tree;

import io.tukar.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a reader finds wrong, so that one reading tells everything. */
public final class Problems {

  static final Words EMPTY = new Words("berkasnya kosong", "the file is empty");

  private static final int KEPT_MAX = 100;
  private static final int BYTES_PER_CHAR_MAX = 3;

  private final List<PolicyProblem> found = new ArrayList<>();
  private int errors;

  /** What stands here cannot be used. */
  public void error(Tree at, Words message) {
    error(at.line(), at.column(), message);
  }

  /**
   * What stands at this line and column cannot be used.
   *
   * @param line counts from 1
   * @param column counts from 1
   */
  public void error(int line, int column, Words message) {
    errors++;
    keep(new PolicyProblem(line, column, PolicyProblem.Weight.ERROR, message));
  }

  /** Whether the text has more UTF-8 bytes than this; told, because nobody looks at it then. */
  boolean isTooLong(String text, int bytesMax) {
    if (text.length() <= bytesMax / BYTES_PER_CHAR_MAX
        || text.getBytes(StandardCharsets.UTF_8).length <= bytesMax) {
      return false;
    }
    errors++;
    keep(PolicyProblem.tooLong(bytesMax));
    return true;
  }

  /** What a parser says, which it says in English alone. */
  static Words unreadable(String format, String why) {
    return new Words("tidak dapat dibaca sebagai " + format + ": " + why, why);
  }

  /** What stands here can be used, and is hardly meant. */
  public void warning(Tree at, Words message) {
    keep(new PolicyProblem(at.line(), at.column(), PolicyProblem.Weight.WARNING, message));
  }

  /** How many errors were told so far; warnings are not counted. */
  public int errors() {
    return errors;
  }

  /** In order of place. */
  public List<PolicyProblem> list() {
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
