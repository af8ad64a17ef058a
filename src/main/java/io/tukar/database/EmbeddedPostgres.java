package io.tukar.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A real, durable PostgreSQL in the data folder, shared by every Tukar program that has the folder
 * open: the first starts it (or adopts one that a killed program left behind), the last stops it.
 */
final class EmbeddedPostgres implements Database {

  /** The program's own account and database; the account owns the database and nothing else. */
  static final String NAME = "tukar";

  private static final Duration OTHERS_START_LIMIT = Duration.ofSeconds(150);
  private static final Duration OTHERS_STOP_LIMIT = Duration.ofSeconds(1);

  private final Path home;
  private final DatabaseAddress address;
  private final DatabaseAddress superuser;
  private final FolderLock use;

  private EmbeddedPostgres(
      Path home, DatabaseAddress address, DatabaseAddress superuser, FolderLock use) {
    this.home = home;
    this.address = address;
    this.superuser = superuser;
    this.use = use;
  }

  static EmbeddedPostgres open(DataFolder folder) {
    Path home = folder.subfolder("postgres");
    FolderLock starting =
        FolderLock.exclusiveWithin(OTHERS_START_LIMIT, startLock(home))
            .orElseThrow(() -> new StartFailure("another Tukar is busy starting in " + home));
    try {
      return openAlone(home);
    } catch (IOException | SQLException e) {
      throw new StartFailure("PostgreSQL in " + home + " cannot start: " + e.getMessage(), e);
    } finally {
      starting.close();
    }
  }

  @Override
  public DatabaseAddress address() {
    return address;
  }

  /** The server's own administrator, who may make and drop databases. */
  DatabaseAddress superuser() {
    return superuser;
  }

  @Override
  public void close() {
    Optional<FolderLock> stopping = FolderLock.exclusiveWithin(OTHERS_STOP_LIMIT, startLock(home));
    try {
      // Without the start lock somebody else is opening this folder: theirs to stop.
      if (stopping.isPresent() && use.alone()) {
        Postmaster.running(home, data(home)).ifPresent(Postmaster::stop);
      }
    } finally {
      use.close();
      stopping.ifPresent(FolderLock::close);
    }
  }

  private static EmbeddedPostgres openAlone(Path home) throws IOException, SQLException {
    Path useFile = home.resolve("use.lock");
    Optional<FolderLock> onlyUser = FolderLock.tryExclusive(useFile);
    onlyUser.ifPresent(FolderLock::close);
    FolderLock use =
        FolderLock.tryShared(useFile)
            .orElseThrow(() -> new StartFailure("this program has " + home + " open already"));
    boolean opened = false;
    try {
      PostgresStart start = new PostgresStart(home);
      start.initialise();
      Optional<Postmaster> adopted = start.adopt(onlyUser.isPresent());
      Postmaster postmaster = adopted.isPresent() ? adopted.get() : start.run();
      DatabaseAddress superuser = start.superuser(postmaster);
      createShop(superuser);
      DatabaseAddress address = start.address(postmaster.port(), NAME, NAME);
      opened = true;
      return new EmbeddedPostgres(home, address, superuser, use);
    } finally {
      if (!opened) {
        use.close();
      }
    }
  }

  /** Makes the program's account and database, whichever is missing. */
  private static void createShop(DatabaseAddress superuser) throws SQLException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login password '" + superuser.password() + "'");
      }
      if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static Path startLock(Path home) {
    return home.resolve("start.lock");
  }

  private static Path data(Path home) {
    return home.resolve("data");
  }
}
