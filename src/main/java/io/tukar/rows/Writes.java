package io.tukar.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one change writes, collected from every room it touches and sent to the database as one
 * message: they are done in their order, within the caller's transaction, and the program waits
 * once instead of once for each.
 */
public final class Writes {

  private final List<Write> writes = new ArrayList<>();

  /** A statement without a semicolon; {@code missed} where it must touch exactly one row. */
  private record Write(
      String statement,
      List<@Nullable Object> values,
      @Nullable Supplier<? extends RuntimeException> missed) {}

  /** Adds a statement that may touch any number of rows. */
  public void any(String statement, @Nullable Object... values) {
    writes.add(new Write(alone(statement), listed(values), null));
  }

  /** Adds a statement that touches exactly one row, or {@link #send} throws {@code missed}. */
  public void one(
      Supplier<? extends RuntimeException> missed, String statement, @Nullable Object... values) {
    writes.add(new Write(alone(statement), listed(values), missed));
  }

  /** Adds all of the other's, behind those that are here. */
  public void addAll(Writes others) {
    writes.addAll(others.writes);
  }

  /** Does them all, within the transaction there is. */
  public void send(JdbcOperations jdbc) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A change is written in a transaction, whole or not at all");
    }
    if (!writes.isEmpty()) {
      var text = writes.stream().map(Write::statement).collect(Collectors.joining(";\n"));
      PreparedStatementCallback<@Nullable Void> work = this::done;
      jdbc.execute(text, work);
    }
  }

  private @Nullable Void done(PreparedStatement message) throws SQLException {
    int index = 0;
    for (var write : writes) {
      for (var value : write.values()) {
        StatementCreatorUtils.setParameterValue(message, ++index, SqlTypeValue.TYPE_UNKNOWN, value);
      }
    }
    message.execute();
    for (var write : writes) {
      if (write.missed() != null && message.getUpdateCount() != 1) {
        throw write.missed().get();
      }
      message.getMoreResults();
    }
    return null;
  }

  private static String alone(String statement) {
    if (statement.indexOf(';') >= 0) {
      throw new IllegalArgumentException("One statement at a time: " + statement);
    }
    return statement;
  }

  private static List<@Nullable Object> listed(@Nullable Object... values) {
    var list = new ArrayList<@Nullable Object>(values.length);
    for (var value : values) {
      list.add(value);
    }
    return list;
  }
}
