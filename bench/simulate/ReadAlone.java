package io.tukar.policy.replay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what a replay reads, by its own cursors on as many threads, and decides nothing. Prints the
 * rows and the seconds. Arguments: the port, the password.
 */
final class ReadAlone {

  private static final int STRETCH_CASES = 4_000;

  private ReadAlone() {}

  public static void main(String[] args) throws Exception {
    var database = new PGSimpleDataSource();
    database.setURL("jdbc:postgresql://127.0.0.1:" + args[0] + "/tukar");
    database.setUser("tukar");
    database.setPassword(args[1]);
    var workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    var began = System.nanoTime();
    var stretches = Stretches.ofAll(JdbcClient.create(database), STRETCH_CASES);
    var work = new ArrayList<Callable<Long>>();
    for (var worker = 0; worker < workers; worker++) {
      work.add(() -> read(database, stretches));
    }
    var rows = 0L;
    try (var threads = Executors.newFixedThreadPool(workers)) {
      for (var part : threads.invokeAll(work)) {
        rows += part.get();
      }
    }
    System.out.println("rows: " + rows);
    System.out.printf("seconds: %.1f%n", (System.nanoTime() - began) / 1e9);
  }

  private static long read(PGSimpleDataSource database, Stretches stretches) throws SQLException {
    var rows = 0L;
    try (var lines = PastLines.open(database)) {
      for (var cases = stretches.next(); cases.isPresent(); cases = stretches.next()) {
        try (var row = lines.rows(cases.get())) {
          while (row.next()) {
            if (row.getBytes(3).length > 0) {
              rows++;
            }
          }
        }
      }
    }
    return rows;
  }
}
