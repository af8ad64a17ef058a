package io.tukar.policy.replay;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.policy.versions.VersionState;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Replays the past against drafts in the background, one at a time in a server. Keeps the last
 * result of a few versions in memory; a restart forgets them.
 */
@Component
public class Simulations implements ApplicationRunner, DisposableBean {

  /** The last results of so many versions are kept. */
  public static final int KEPT_MAX = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Simulations.class);

  private final Replay replay;
  private final Clock clock;
  private final Map<Integer, SimulationRun> runs = new LinkedHashMap<>();

  Simulations(Replay replay, Clock clock) {
    this.replay = replay;
    this.clock = clock;
  }

  /** Begins a run of this text, or joins the one that is under way. */
  public synchronized Answer<SimulationRun> start(PolicyVersions.Kept kept, Instant at) {
    var number = kept.version().number();
    var running = runs.values().stream().filter(SimulationRun::isRunning).findFirst();
    if (running.isPresent()) {
      return running.get().version() == number && running.get().isOf(kept.text())
          ? Answer.done(running.get())
          : Answer.refused(Refusal.of("simulation-busy", "", running.get().version()));
    }
    if (!isOpen(kept.version().state())) {
      return Answer.refused(Refusal.of("simulation-not-now", "", number));
    }
    var draft = PolicyFile.load(kept.text()).policy();
    if (draft.isEmpty()) {
      return Answer.refused(Refusal.of("simulation-unreadable", "", number));
    }
    var run = new SimulationRun(number, kept.text(), draft.get(), at);
    keep(run);
    Thread.ofPlatform().daemon().name("simulation").start(() -> go(run));
    return Answer.done(run);
  }

  /** Whether a version in this state is still to be looked at before it decides. */
  public static boolean isOpen(VersionState state) {
    return switch (state) {
      case DRAFT, IN_REVIEW -> true;
      case PUBLISHED, WITHDRAWN -> false;
    };
  }

  /** The last run of this version, under way or over. */
  public synchronized Optional<SimulationRun> of(int version) {
    return Optional.ofNullable(runs.get(version));
  }

  /** Tells the run of this version to end, if it is under way; its state says when it has. */
  public void stop(int version) {
    of(version).ifPresent(run -> run.run().stop());
  }

  private void keep(SimulationRun run) {
    runs.remove(run.version());
    runs.put(run.version(), run);
    if (runs.size() > KEPT_MAX) {
      runs.remove(runs.keySet().iterator().next());
    }
  }

  private void go(SimulationRun run) {
    var held = new HeldFlips();
    try {
      run.counted(replay.lines());
      var report = replay.run(run.draft(), run.run(), held);
      run.ended(new SimulationRun.Finished(report, held.list(), clock.instant()));
    } catch (CancellationException e) {
      run.ended(new SimulationRun.Stopped(run.run().done(), clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("The simulation of version {} failed", run.version(), e);
      run.ended(new SimulationRun.Failed(clock.instant()));
    } finally {
      if (run.isRunning()) {
        run.ended(new SimulationRun.Failed(clock.instant()));
      }
    }
  }

  /** Forgets what was replayed before this start. */
  @Override
  public synchronized void run(ApplicationArguments args) {
    destroy();
    runs.clear();
  }

  @Override
  public synchronized void destroy() {
    runs.values().forEach(run -> run.run().stop());
  }
}
