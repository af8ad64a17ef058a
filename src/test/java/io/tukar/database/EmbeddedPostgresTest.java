package io.tukar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** One folder for all, since making PostgreSQL's files takes seconds. */
  @TempDir private static Path temporary;

  private static DataFolder folder;
  private final List<Process> programs = new ArrayList<>();

  @BeforeAll
  static void openTheFolder() {
    folder = DataFolder.open(temporary.resolve("shop data"));
  }

  @BeforeEach
  void beginWithAStoppedServerAndNoNote() throws SQLException {
    try (Database database = EmbeddedPostgres.open(folder);
        Connection connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute("drop table if exists note");
    }
  }

  @AfterEach
  void stopWhatWasStarted() {
    programs.forEach(program -> program.toHandle().destroyForcibly());
    postmaster().ifPresent(Postmaster::stop);
  }

  @Test
  void whatWasCommittedSurvivesAnOrderlyStopAndKeepsItsPort() throws SQLException {
    String url;
    try (Database database = EmbeddedPostgres.open(folder)) {
      url = database.address().jdbcUrl();
      write(database, "kept");
    }
    assertThat(postmaster()).isEmpty();
    try (Database database = EmbeddedPostgres.open(folder)) {
      assertThat(read(database)).isEqualTo("kept");
      assertThat(database.address().jdbcUrl()).isEqualTo(url);
    }
  }

  @Test
  void whatWasCommittedSurvivesTheKillOfTheProgramAndOfItsPostmaster() throws Exception {
    Process program = program();
    try (Database database = EmbeddedPostgres.open(folder)) {
      write(database, "kept");
    }
    ProcessHandle server = postmaster().orElseThrow().process();
    kill(program.toHandle());
    kill(server);
    assertThat(home().resolve("data/postmaster.pid")).exists();
    try (Database database = EmbeddedPostgres.open(folder)) {
      assertThat(read(database)).isEqualTo("kept");
    }
  }

  @Test
  void aPostmasterKilledUnderARunningProgramIsStartedAgain() throws Exception {
    try (Database database = EmbeddedPostgres.open(folder)) {
      write(database, "kept");
      kill(postmaster().orElseThrow().process());
      assertThat(Waiting.upTo(LIMIT, () -> readIfUp(database))).contains("kept");
    }
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void anOrphanOfAKilledProgramIsAdoptedAndStoppedInItsTime() throws Exception {
    Process program = program();
    ProcessHandle orphan = postmaster().orElseThrow().process();
    kill(program.toHandle());
    assertThat(orphan.isAlive()).isTrue();
    try (Database database = EmbeddedPostgres.open(folder)) {
      write(database, "adopted");
      assertThat(postmaster().orElseThrow().process()).isEqualTo(orphan);
      assertThat(read(database)).isEqualTo("adopted");
    }
    assertThat(ended(orphan)).isTrue();
  }

  @Test
  void programsShareOneServerAndTheLastStopsIt() throws Exception {
    Process program = program();
    ProcessHandle server = postmaster().orElseThrow().process();
    try (Database database = EmbeddedPostgres.open(folder)) {
      write(database, "shared");
    }
    assertThat(server.isAlive()).isTrue();
    program.getOutputStream().close();
    assertThat(program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefused() throws Exception {
    program();
    assertThatThrownBy(() -> FolderLock.ofServer(folder))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("already serves the folder " + folder.path());
  }

  @Test
  void aStalePidFileWhoseNumberBelongsToAnotherProgramIsNoObstacle() throws Exception {
    try (Database database = EmbeddedPostgres.open(folder)) {
      write(database, "kept");
    }
    Files.writeString(
        home().resolve("data/postmaster.pid"),
        "%d\n%s\n1\n5432\n\n127.0.0.1\n  1 1\nready\n"
            .formatted(ProcessHandle.current().pid(), home().resolve("data")));
    try (Database database = EmbeddedPostgres.open(folder)) {
      assertThat(read(database)).isEqualTo("kept");
    }
  }

  @Test
  void aPortTakenMeanwhileIsExchangedForAFreeOne() throws Exception {
    int port = Integer.parseInt(Files.readString(home().resolve("port")));
    try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        Database database = EmbeddedPostgres.open(folder)) {
      assertThat(database.address().jdbcUrl()).doesNotContain(":" + port + "/");
    }
  }

  @Test
  void itIsDurableAndOpensToOurPasswordOnly() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.open(folder)) {
      DatabaseAddress ours = database.address();
      for (String setting :
          List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertThat(query(ours, "show " + setting)).as(setting).isEqualTo("on");
      }
      DatabaseAddress superuser = database.superuser();
      assertThat(query(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(superuser, "show unix_socket_directories")).isEmpty();
      assertThat(query(ours, "select rolsuper from pg_roles where rolname = current_user"))
          .isEqualTo("f");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home().resolve("password"))))
          .isEqualTo("rw-------");
      var wrong = new DatabaseAddress(ours.jdbcUrl(), ours.user(), "guessed");
      assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
      var empty = new DatabaseAddress(ours.jdbcUrl(), "postgres", "");
      assertThatThrownBy(empty::connect).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aShopsOwnServerIsUsedWithoutStoppingIt() throws Exception {
    try (Database embedded = EmbeddedPostgres.open(folder)) {
      Database external = ExternalPostgres.open(embedded.address());
      external.close();
      write(embedded, "still running");
      assertThat(read(embedded)).isEqualTo("still running");
    }
  }

  @Test
  void dataOfAnotherMajorVersionIsRefusedUntouched() throws Exception {
    Path version = home().resolve("data/PG_VERSION");
    String ours = Files.readString(version);
    Files.writeString(version, "12\n");
    assertThatThrownBy(() -> EmbeddedPostgres.open(folder))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PostgreSQL 12");
    Files.writeString(version, ours);
  }

  private static Path home() {
    return folder.path().resolve("postgres");
  }

  private static Optional<Postmaster> postmaster() {
    return Postmaster.running(home(), home().resolve("data"));
  }

  private Process program() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HoldsTheDatabase.class.getName(),
                folder.path().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    programs.add(program);
    assertThat(program.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    return program;
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    assertThat(ended(process)).isTrue();
  }

  private static boolean ended(ProcessHandle process) {
    return Waiting.upTo(LIMIT, () -> process.isAlive() ? Optional.empty() : Optional.of(true))
        .isPresent();
  }

  private static void write(Database database, String text) throws SQLException {
    try (Connection connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute("create table note (text text)");
      statement.execute("insert into note values ('" + text + "')");
    }
  }

  private static String read(Database database) throws SQLException {
    return query(database.address(), "select text from note");
  }

  private static Optional<String> readIfUp(Database database) {
    try {
      return Optional.of(read(database));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static String query(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
