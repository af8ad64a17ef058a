package io.tukar.desk.studio;

import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.replay.Flip;
import io.tukar.policy.replay.SimulationReport;
import io.tukar.policy.replay.SimulationRun;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The past, decided anew by a version's text: not begun, under way, or what came of it.
 *
 * @param startable whether the version is still open, so that a run of it can begin
 * @param earlierText whether the text was changed since the run began
 * @param state of the last run; empty where there was none
 * @param result of a run that is over, with something to look at
 */
public record SimulationModel(
    PolicyVersion version,
    boolean startable,
    boolean earlierText,
    Form form,
    Optional<SimulationRun.State> state,
    Optional<Result> result) {

  /** Whether a run is under way. */
  public boolean isRunning() {
    return state.filter(SimulationRun.Running.class::isInstance).isPresent();
  }

  /**
   * What came of a run.
   *
   * @param held how many flips are there to look at
   * @param found how many of them the filter leaves
   */
  public record Result(
      SimulationReport report,
      Instant startedAt,
      Instant at,
      int held,
      boolean holdsAll,
      FlipFilter filter,
      int found,
      Shown<Row> rows,
      Shown<SimulationReport.Group> products) {

    /** Whole seconds it took. */
    public long seconds() {
      return Duration.between(startedAt, at).toSeconds();
    }

    /** The reasons that flip, to choose from. */
    public List<Choice> reasons(Frame frame) {
      return choices(frame, report.byReason(), name -> frame.text(reasonKey(name)));
    }

    /** The clauses that flip, to choose from. */
    public List<Choice> clauses(Frame frame) {
      return choices(frame, report.byClause(), name -> name);
    }

    /** From which outcome to which, to choose from. */
    public List<Choice> turns(Frame frame) {
      var choices = new ArrayList<Choice>();
      choices.add(Choice.of("", frame.text("studio.sim.any")));
      for (var turned : report.turns()) {
        choices.add(
            Choice.of(
                FlipFilter.turn(turned.turn().was(), turned.turn().would()),
                SimulationModel.turn(frame, turned.turn().was(), turned.turn().would())));
      }
      return choices;
    }

    /** The lines of this outcome that come out the same on the same terms. */
    public long unchanged(Outcome was) {
      return report.decided().getOrDefault(was, 0L)
          - report.turns().stream()
              .filter(turned -> turned.turn().was() == was)
              .mapToLong(SimulationReport.Turned::lines)
              .sum();
    }

    /** The most flips of a reason: what the longest bar stands for. */
    public long mostOfAReason() {
      return Math.max(1, report.byReason().getFirst().count().flips());
    }

    private static List<Choice> choices(
        Frame frame,
        List<SimulationReport.Group> groups,
        java.util.function.UnaryOperator<String> label) {
      var choices = new ArrayList<Choice>();
      choices.add(Choice.of("", frame.text("studio.sim.any")));
      groups.stream()
          .filter(group -> group.count().flips() > 0)
          .map(group -> Choice.of(group.name(), label.apply(group.name())))
          .forEach(choices::add);
      return choices;
    }
  }

  /** A page of a list. */
  public record Shown<T>(List<T> rows, int page, int last) {

    /** This page of so many rows; the last where there are fewer. */
    static <T> Shown<T> of(List<T> all, int page, int rowsMax) {
      var last = Math.max(1, (all.size() + rowsMax - 1) / rowsMax);
      var at = Math.clamp(page, 1, last);
      return new Shown<>(
          List.copyOf(all.subList((at - 1) * rowsMax, Math.min(all.size(), at * rowsMax))),
          at,
          last);
    }
  }

  /**
   * A line that flips.
   *
   * @param number of its case; empty where the case is gone
   */
  public record Row(String number, Flip flip) {}

  /** The key of the words for a reason of the policy file. */
  public static String reasonKey(String word) {
    return "desk.reason." + word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** From one outcome to another, in words. */
  public static String turn(Frame frame, Outcome was, Outcome would) {
    return was == would
        ? frame.text("studio.sim.terms", frame.text("studio.outcome." + was))
        : frame.text(
            "studio.sim.turn",
            frame.text("studio.outcome." + was),
            frame.text("studio.outcome." + would));
  }

  /** An amount that may be owed either way, with its sign. */
  public static String change(Frame frame, long rupiah) {
    return (rupiah > 0 ? "+" : "") + frame.money(Money.rupiah(rupiah));
  }

  /** A number that may be less or more, with its sign. */
  public static String more(Frame frame, long number) {
    return (number > 0 ? "+" : "") + frame.formats().number(number);
  }

  static String word(ReturnReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
