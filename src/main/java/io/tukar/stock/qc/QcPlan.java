package io.tukar.stock.qc;

import io.tukar.kernel.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a family of products is tested. A plan is never edited: what is changed is a new version.
 *
 * @param code kebab-case, the same for all versions
 * @param steps 1 to {@value #STEPS_MAX}, in their order
 */
public record QcPlan(long id, String code, int version, Words name, List<QcStep> steps) {

  public static final int STEPS_MAX = 40;

  /** The plan of every family that has none of its own. */
  public static final String GENERAL = "general";

  public QcPlan {
    steps = List.copyOf(steps);
  }

  /** What makes this version another than the one before. */
  public record Change(Kind kind, QcStep step) {

    /** How a step differs. */
    public enum Kind {
      ADDED,
      CHANGED,
      REMOVED
    }
  }

  /**
   * The steps that are new or otherwise, in their order, and then those that are gone. A step is
   * the same where the same is looked at; where it stands does not count.
   */
  public List<Change> since(QcPlan before) {
    var changes = new ArrayList<Change>();
    for (var step : steps) {
      var was = before.asking(step);
      if (was.isEmpty()) {
        changes.add(new Change(Change.Kind.ADDED, step));
      } else if (was.stream().noneMatch(step::isLike)) {
        changes.add(new Change(Change.Kind.CHANGED, step));
      }
    }
    before.steps.stream()
        .filter(step -> asking(step).isEmpty())
        .forEach(step -> changes.add(new Change(Change.Kind.REMOVED, step)));
    return changes;
  }

  private List<QcStep> asking(QcStep other) {
    return steps.stream().filter(step -> step.ask().id().equals(other.ask().id())).toList();
  }

  /** The step with this number. */
  public Optional<QcStep> step(int no) {
    return steps.stream().filter(step -> step.no() == no).findFirst();
  }
}
