package io.tukar.rows;

import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;

/** What a test writes with the program's own rows, within the test's transaction. */
public final class WritesForTests {

  private WritesForTests() {}

  /** Collects and sends. */
  public static void send(JdbcOperations jdbc, Consumer<Writes> rows) {
    var writes = new Writes();
    rows.accept(writes);
    writes.send(jdbc);
  }
}
