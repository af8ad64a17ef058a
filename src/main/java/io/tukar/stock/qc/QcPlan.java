package io.tukar.stock.qc;

import io.tukar.kernel.Words;
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

  /** The step with this number. */
  public Optional<QcStep> step(int no) {
    return steps.stream().filter(step -> step.no() == no).findFirst();
  }
}
