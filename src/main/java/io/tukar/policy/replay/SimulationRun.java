package io.tukar.policy.replay;

import io.tukar.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One replay of the past against a version's text, to be followed from anywhere. */
public final class SimulationRun {

  private final int version;
  private final String text;
  private final Policy draft;
  private final Instant startedAt;
  private final Replay.Run run = new Replay.Run(lines -> {});
  private final AtomicLong total = new AtomicLong();
  private volatile State state;

  SimulationRun(int version, String text, Policy draft, Instant startedAt) {
    this.version = version;
    this.text = text;
    this.draft = draft;
    this.startedAt = startedAt;
    this.state = new Running(run, total);
  }

  /** How far it is. */
  public sealed interface State {}

  /** Under way; what it tells grows. */
  public static final class Running implements State {
    private final Replay.Run run;
    private final AtomicLong total;

    private Running(Replay.Run run, AtomicLong total) {
      this.run = run;
      this.total = total;
    }

    /** The lines done so far. */
    public long done() {
      return run.done();
    }

    /** The lines there are; 0 while they are being counted. */
    public long total() {
      return total.get();
    }

    /** How far, 0 to 100. */
    public int percent() {
      var all = total();
      return all == 0 ? 0 : (int) Math.min(100, done() * 100 / all);
    }

    /** Whether it was told to end. */
    public boolean stopping() {
      return run.stopped();
    }
  }

  /**
   * Over.
   *
   * @param held flips to look at, by case, at most {@link HeldFlips#MAX}; the report counts all
   */
  public record Finished(SimulationReport report, List<Flip> held, Instant at) implements State {
    public Finished {
      held = List.copyOf(held);
    }

    /** Whether every flip is held. */
    public boolean holdsAll() {
      return held.size() == report.all().flips();
    }
  }

  /** Stopped by somebody. */
  public record Stopped(long done, Instant at) implements State {}

  /** Ended by a fault, which is in the log. */
  public record Failed(Instant at) implements State {}

  /** The version whose text it replays. */
  public int version() {
    return version;
  }

  /** What decides in it. */
  public Policy draft() {
    return draft;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** How far it is now. */
  public State state() {
    return state;
  }

  /** Whether it replays this very text. */
  public boolean isOf(String other) {
    return text.equals(other);
  }

  boolean isRunning() {
    return state instanceof Running;
  }

  Replay.Run run() {
    return run;
  }

  void counted(long lines) {
    total.set(lines);
  }

  void ended(State end) {
    state = end;
  }
}
