package io.tukar.policy.replay;

import io.tukar.policy.Policy;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.file.FactsFile;
import io.tukar.policy.versions.Policies;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
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

  private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
  private static final int PAGE_LINES = 2_000;
  private static final int TOLD_EVERY_LINES = 5_000;

  /** Of every line what was decided last. */
  private static final String LAST_DECISIONS =
      """
      select rma_id, line_no, facts, policy_version, outcome, payer, difference, fee
      from decision
      where rma_id % ? = ? and not exists (
        select from decision later
        where later.rma_id = decision.rma_id and later.line_no = decision.line_no
          and later.id > decision.id)
      """;

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
    var work = new ArrayList<Callable<Simulation>>();
    for (var worker = 0; worker < WORKERS; worker++) {
      var part = worker;
      work.add(() -> part(part, new Simulation(draft, book), run, each));
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

  private Simulation part(int part, Simulation sums, Run run, Consumer<Flip> each)
      throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try {
        read(connection, part, sums, run, each);
      } finally {
        connection.rollback();
      }
    }
    return sums;
  }

  private static void read(
      Connection connection, int part, Simulation sums, Run run, Consumer<Flip> each)
      throws SQLException {
    try (var lines = connection.prepareStatement(LAST_DECISIONS)) {
      lines.setInt(1, WORKERS);
      lines.setInt(2, part);
      lines.setFetchSize(PAGE_LINES);
      try (var row = lines.executeQuery()) {
        while (row.next()) {
          run.another();
          sums.replay(past(row))
              .ifPresent(
                  flip -> {
                    synchronized (each) {
                      each.accept(flip);
                    }
                  });
        }
      }
    }
  }

  private static Past past(ResultSet row) throws SQLException {
    var facts =
        FactsFile.read(new String(row.getBytes("facts"), StandardCharsets.UTF_8))
            .facts()
            .orElseThrow(() -> new IllegalStateException("A stored decision cannot be read back"));
    return new Past(
        row.getLong("rma_id"),
        row.getInt("line_no"),
        facts,
        new Past.Result(
            row.getInt("policy_version"),
            Outcome.valueOf(row.getString("outcome")),
            Payer.valueOf(row.getString("payer")),
            row.getLong("difference"),
            row.getLong("fee")));
  }
}
