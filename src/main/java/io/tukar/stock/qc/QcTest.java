package io.tukar.stock.qc;

import io.tukar.kernel.SealNumber;
import io.tukar.stock.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit's test by a plan. It is open until somebody signs its outcome; an ended test is never
 * changed.
 *
 * @param startedBy reference of who began it
 * @param results at most one of each step
 * @param ending null while the test is open
 */
public record QcTest(
    long id,
    Unit unit,
    QcPlan plan,
    Instant startedAt,
    String startedBy,
    List<QcResult> results,
    @Nullable Ending ending) {

  public QcTest {
    results = List.copyOf(results);
  }

  /** How a test can end. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** Begun by mistake, or overtaken by events; says nothing of the unit. */
    ABANDONED
  }

  /**
   * A signed outcome.
   *
   * @param by reference of who signed
   * @param seal closes the box of a unit that passed (clause P4 compares it later)
   * @param remark why it failed, or what is worth knowing
   */
  public record Ending(
      Outcome outcome, Instant at, String by, @Nullable SealNumber seal, @Nullable String remark) {}

  /** What came of this step; empty while it is open. */
  public Optional<QcResult> result(int stepNo) {
    return results.stream().filter(result -> result.stepNo() == stepNo).findFirst();
  }

  /** The first step that is open; empty once all are answered. */
  public Optional<QcStep> next() {
    return plan.steps().stream().filter(step -> result(step.no()).isEmpty()).findFirst();
  }

  /** Some step was not as expected: the unit cannot pass. */
  public boolean foundFault() {
    return results.stream().anyMatch(result -> !result.passed());
  }

  /** All steps answered, all as expected. */
  public boolean mayPass() {
    return next().isEmpty() && !foundFault();
  }
}
