package io.tukar;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The data source of every started program, pointed at the database of the current test class. */
final class SwitchedDataSource extends AbstractDataSource {

  static final SwitchedDataSource ONLY = new SwitchedDataSource();

  private final AtomicReference<@Nullable DatabaseForTests> current = new AtomicReference<>();

  private SwitchedDataSource() {}

  void switchTo(DatabaseForTests next) {
    DatabaseForTests previous = current.getAndSet(next);
    if (previous != null) {
      previous.close();
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    DatabaseForTests database = current.get();
    if (database == null) {
      throw new IllegalStateException("no test class has begun");
    }
    return CountedStatements.counted(database.dataSource().getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException("the address has its own account");
  }
}
