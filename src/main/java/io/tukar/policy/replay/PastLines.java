package io.tukar.policy.replay;

import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.file.StoredFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reads the past for one worker: of every line what was decided last, from one snapshot, a page at
 * a time.
 */
final class PastLines implements AutoCloseable {

  private static final int PAGE_LINES = 1_000;

  /** In the order of an index, so that neither a sort nor a look for a later one is needed. */
  private static final String LAST_DECISIONS =
      """
      select distinct on (rma_id, line_no)
        rma_id, line_no, facts, policy_version, outcome, payer, difference, fee
      from decision
      where rma_id between ? and ?
      order by rma_id desc, line_no desc, id desc
      """;

  private final Connection connection;
  private final PreparedStatement lines;
  private final StoredFacts facts = new StoredFacts();

  private PastLines(Connection connection, PreparedStatement lines) {
    this.connection = connection;
    this.lines = lines;
  }

  static PastLines open(DataSource database) throws SQLException {
    var connection = database.getConnection();
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var lines = connection.prepareStatement(LAST_DECISIONS);
      lines.setFetchSize(PAGE_LINES);
      return new PastLines(connection, lines);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Cases by their numbers, both included. */
  record Span(long first, long last) {}

  /** Reads the lines of these cases. */
  void each(Span cases, Consumer<Past> line) throws SQLException {
    try (var row = rows(cases)) {
      while (row.next()) {
        line.accept(past(row));
      }
    }
  }

  /** The lines of these cases as the database gives them. */
  ResultSet rows(Span cases) throws SQLException {
    lines.setLong(1, cases.first());
    lines.setLong(2, cases.last());
    return lines.executeQuery();
  }

  private Past past(ResultSet row) throws SQLException {
    return new Past(
        row.getLong(1),
        row.getInt(2),
        facts
            .read(row.getBytes(3))
            .orElseThrow(() -> new IllegalStateException("A stored decision cannot be read back")),
        new Past.Result(
            row.getInt(4),
            Outcome.valueOf(row.getString(5)),
            Payer.valueOf(row.getString(6)),
            row.getLong(7),
            row.getLong(8)));
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      lines.close();
      connection.rollback();
    }
  }
}
