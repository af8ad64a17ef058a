package io.tukar.policy.replay;

import io.tukar.policy.Policy;
import io.tukar.policy.versions.Policies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Replays all past lines against a draft. Reads what was decided, not cases, in one snapshot for
 * each worker, and never holds more than a page of it.
 */
@Component
public class Replay {

  /** Half of a server's connections at most are left to a replay. */
  private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  /** Cases read at a stretch; a worker that is done takes the next. */
  private static final int STRETCH_CASES = 4_000;

  private static final int TOLD_EVERY_LINES = 5_000;

  private final JdbcClient jdbc;
  private final DataSource database;
  private final Policies policies;

  Replay(JdbcClient jdbc, DataSource database, Policies policies) {
    this.jdbc = jdbc;
    this.database = database;
    this.policies = policies;
  }

  /** How many lines were ever decided. */
  public long lines() {
    return jdbc.sql("select count(*) from (select distinct rma_id, line_no from decision) line")
        .query(Long.class)
        .single();
  }

  /** Follows a run, and can end it. */
  public static final class Run {

    private final AtomicLong done = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Consumer<Long> progress;

    /**
     * @param progress told now and then how many lines are done; by any thread
     */
    public Run(Consumer<Long> progress) {
      this.progress = progress;
    }

    /** Ends the run at its next line. */
    public void stop() {
      stopped.set(true);
    }

    /** The lines done so far. */
    public long done() {
      return done.get();
    }

    /** Whether it was told to end. */
    public boolean stopped() {
      return stopped.get();
    }

    private void another() {
      if (stopped.get()) {
        throw new CancellationException("The replay was stopped");
      }
      var lines = done.incrementAndGet();
      if (lines % TOLD_EVERY_LINES == 0) {
        progress.accept(lines);
      }
    }
  }

  /**
   * Decides every past line by the draft.
   *
   * @param each told of every flip, by one thread at a time
   * @throws CancellationException where the run was stopped
   */
  public SimulationReport run(Policy draft, Run run, Consumer<Flip> each) {
    var book = policies.current();
    var sums = new Simulation(draft, book);
    var stretches = Stretches.ofAll(jdbc, STRETCH_CASES);
    var work = new ArrayList<Callable<Simulation>>();
    for (var worker = 0; worker < WORKERS; worker++) {
      work.add(() -> part(stretches, new Simulation(draft, book), run, each));
    }
    try (var threads = Executors.newFixedThreadPool(WORKERS)) {
      for (var part : threads.invokeAll(work)) {
        sums.add(joined(part, run));
      }
    } catch (InterruptedException e) {
      run.stop();
      Thread.currentThread().interrupt();
      throw new CancellationException("The replay was interrupted");
    }
    return sums.report();
  }

  private static Simulation joined(Future<Simulation> part, Run run) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      run.stop();
      if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      throw new DataAccessResourceFailureException("The past cannot be read", e);
    }
  }

  private Simulation part(Stretches stretches, Simulation sums, Run run, Consumer<Flip> each)
      throws SQLException {
    try (var lines = PastLines.open(database)) {
      for (var cases = stretches.next(); cases.isPresent(); cases = stretches.next()) {
        lines.each(
            cases.get(),
            past -> {
              run.another();
              sums.replay(past).ifPresent(flip -> tell(each, flip));
            });
      }
    }
    return sums;
  }

  private static void tell(Consumer<Flip> each, Flip flip) {
    synchronized (each) {
      each.accept(flip);
    }
  }
}
