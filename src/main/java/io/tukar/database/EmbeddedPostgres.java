package io.tukar.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real, durable PostgreSQL in the data folder, shared by every Tukar program that has the folder
 * open: the first starts it (or adopts one that a killed program left behind), the last stops it.
 * Should it be killed meanwhile, it is started again.
 */
final class EmbeddedPostgres implements Database {

  /** The program's own account and database; the account owns the database and nothing else. */
  static final String NAME = "tukar";

  private static final Duration OTHERS_START_LIMIT = Duration.ofSeconds(150);
  private static final Duration OTHERS_STOP_LIMIT = Duration.ofSeconds(2);

  /** More often than this in one program it is not bad luck. */
  private static final int REVIVALS_MAX = 10;

  private static final Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());

  private final Path home;
  private final DatabaseAddress address;
  private final DatabaseAddress superuser;
  private final FolderLock use;
  private final AtomicInteger revivals = new AtomicInteger();
  private volatile boolean closed;

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
    closed = true;
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
      Postmaster postmaster = start.adoptOrRun(onlyUser.isPresent());
      DatabaseAddress superuser = start.superuser(postmaster);
      createShop(superuser);
      DatabaseAddress address = start.address(postmaster.port(), NAME, NAME);
      opened = true;
      EmbeddedPostgres embedded = new EmbeddedPostgres(home, address, superuser, use);
      embedded.watch(postmaster);
      return embedded;
    } finally {
      if (!opened) {
        use.close();
      }
    }
  }

  private void watch(Postmaster postmaster) {
    var _ = postmaster.process().onExit().thenRunAsync(this::revive);
  }

  private void revive() {
    if (closed || revivals.incrementAndGet() > REVIVALS_MAX) {
      return;
    }
    LOG.log(Level.WARNING, "PostgreSQL has ended unasked and is started again");
    Optional<FolderLock> starting = FolderLock.exclusiveWithin(OTHERS_START_LIMIT, startLock(home));
    try {
      if (!closed && starting.isPresent()) {
        watch(new PostgresStart(home).adoptOrRun(false));
      }
    } catch (IOException | StartFailure e) {
      LOG.log(Level.ERROR, "PostgreSQL cannot be started again: {0}", e.getMessage());
    } finally {
      starting.ifPresent(FolderLock::close);
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
