package io.tukar;

import com.zaxxer.hikari.HikariDataSource;
import io.tukar.database.DatabaseAddress;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh, migrated and otherwise empty database of its own for a test class. Take it with {@link
 * FreshDatabase} as a parameter, or with {@link #fresh()} where JUnit's parameters do not reach.
 */
public final class DatabaseForTests implements AutoCloseable {

  private static final int CONNECTIONS_MAX = 16;

  private final DatabaseAddress address;
  private final HikariDataSource pool;

  private DatabaseForTests(DatabaseAddress address) {
    this.address = address;
    this.pool = new HikariDataSource();
    pool.setJdbcUrl(address.jdbcUrl());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(CONNECTIONS_MAX);
    pool.setMinimumIdle(1);
  }

  /** Cloned from the migrated template in a few milliseconds. */
  public static DatabaseForTests fresh() {
    return new DatabaseForTests(TemplateDatabase.only().copy());
  }

  public DatabaseAddress address() {
    return address;
  }

  public DataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /** Closes the connections; the database itself goes when the next run starts. */
  @Override
  public void close() {
    pool.close();
  }
}
