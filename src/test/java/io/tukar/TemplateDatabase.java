package io.tukar;

import io.tukar.database.DatabaseAddress;
import io.tukar.database.ServerForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;

/**
 * The migrated database that every test's own is cloned from; made anew when a migration changes.
 */
final class TemplateDatabase {

  private static final String TEMPLATE_PREFIX = "template_of_";
  private static final String COPY_PREFIX = "test_";
  private static final AtomicInteger COPIES = new AtomicInteger();

  private final ServerForTests server;
  private final String name;

  private TemplateDatabase(ServerForTests server, String name) {
    this.server = server;
    this.name = name;
  }

  /** The only one of this test run, started at its first use. */
  static TemplateDatabase only() {
    return Holder.ONLY;
  }

  DatabaseAddress copy() {
    String copy = COPY_PREFIX + ProcessHandle.current().pid() + "_" + COPIES.incrementAndGet();
    try (Connection connection = server.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database " + copy + " template " + name + " owner " + server.owner());
      return server.database(copy);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for a test", e);
    }
  }

  private static TemplateDatabase make() {
    ServerForTests server = ServerForTests.start(Path.of("target", "postgres-for-tests"));
    String name = TEMPLATE_PREFIX + Long.toHexString(checksumOfMigrations());
    try (Connection connection = server.superuser().connect();
        Statement statement = connection.createStatement()) {
      List<String> databases = names(statement);
      dropLeftovers(statement, databases, name);
      if (!databases.contains(name)) {
        String draft = "draft_" + name;
        statement.execute("drop database if exists " + draft);
        statement.execute("create database " + draft + " owner " + server.owner());
        DatabaseAddress address = server.database(draft);
        Flyway.configure()
            .dataSource(address.jdbcUrl(), address.user(), address.password())
            .load()
            .migrate();
        statement.execute("alter database " + draft + " rename to " + name);
      }
      return new TemplateDatabase(server, name);
    } catch (SQLException e) {
      throw new IllegalStateException("no template database", e);
    }
  }

  private static void dropLeftovers(Statement statement, List<String> databases, String template)
      throws SQLException {
    for (String database : databases) {
      boolean oldTemplate = database.startsWith(TEMPLATE_PREFIX) && !database.equals(template);
      if (oldTemplate || isOfEndedRun(database)) {
        statement.execute("drop database if exists " + database + " with (force)");
      }
    }
  }

  private static boolean isOfEndedRun(String database) {
    if (!database.startsWith(COPY_PREFIX)) {
      return false;
    }
    long pid = Long.parseLong(database.substring(COPY_PREFIX.length(), database.lastIndexOf('_')));
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("select datname from pg_database")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static long checksumOfMigrations() {
    URL folder = TemplateDatabase.class.getResource("/db/migration");
    if (folder == null) {
      throw new IllegalStateException("no migrations in the class path");
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      CRC32 checksum = new CRC32();
      for (Path file : files.sorted().toList()) {
        checksum.update(file.toString().getBytes(StandardCharsets.UTF_8));
        checksum.update(Files.readAllBytes(file));
      }
      return checksum.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Holder {
    static final TemplateDatabase ONLY = make();
  }
}
