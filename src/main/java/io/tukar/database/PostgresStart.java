package io.tukar.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One start of the embedded PostgreSQL: make its files, adopt or clear an orphan, run it. */
final class PostgresStart {

  private static final String SUPERUSER = "postgres";
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int PORT_ATTEMPTS_MAX = 5;
  private static final long LOG_BYTES_MAX = 10_000_000;

  /** SQLSTATEs that ask for patience: starting or recovering, shutting down, not yet listening. */
  private static final List<String> NOT_YET = List.of("57P03", "57P01", "08001", "08006");

  private final Path home;
  private final Path data;
  private final Path log;
  private final PostgresBinaries binaries;
  private final Privilege privilege;
  private final String password;

  PostgresStart(Path home) throws IOException {
    this.home = home;
    this.data = home.resolve("data");
    this.log = home.resolve("postgres.log");
    this.binaries = PostgresBinaries.in(home);
    this.password = rememberedPassword();
    this.privilege = Privilege.forHome(home);
  }

  /** The superuser's address on a running server. */
  DatabaseAddress superuser(Postmaster postmaster) {
    return address(postmaster.port(), "postgres", SUPERUSER);
  }

  DatabaseAddress address(int port, String database, String user) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  /** Makes the data files where there are none; refuses those of another major version. */
  void initialise() throws IOException {
    if (Files.exists(data)) {
      int major = Integer.parseInt(Files.readString(data.resolve("PG_VERSION")).strip());
      if (major != binaries.majorVersion()) {
        throw new StartFailure(
            "the data in %s is of PostgreSQL %d, this Tukar brings %d; dump it with the Tukar that made it and restore it here"
                .formatted(data, major, binaries.majorVersion()));
      }
      return;
    }
    Path draft = home.resolve("data.new");
    PostgresBinaries.deleteAll(draft);
    runToEnd(
        privilege.command(
            binaries.program("initdb"),
            "--pgdata=" + draft,
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums"));
    Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A running server: the one there is, or a new one. */
  Postmaster adoptOrRun(boolean nobodyElse) throws IOException {
    Optional<Postmaster> adopted = adopt(nobodyElse);
    return adopted.isPresent() ? adopted.get() : run();
  }

  /**
   * The server that runs already: another program's, or one whose program was killed. One that is
   * shutting down, or of another version and nobody's, is stopped instead.
   */
  private Optional<Postmaster> adopt(boolean nobodyElse) {
    Optional<Postmaster> found = Postmaster.running(home, data);
    if (found.isPresent()) {
      Postmaster postmaster = found.get();
      if (nobodyElse && !postmaster.runs(binaries)) {
        postmaster.stop();
      } else if (ready(postmaster)) {
        return found;
      } else {
        postmaster.stop();
      }
    }
    Postmaster.clearAway(home, data);
    return Optional.empty();
  }

  /** Starts the server on the port it had before, or on another free one, and waits for it. */
  private Postmaster run() throws IOException {
    Path portFile = home.resolve("port");
    for (int attempt = 1; attempt <= PORT_ATTEMPTS_MAX; attempt++) {
      int port = freePort(portFile);
      Files.writeString(data.resolve("postgresql.conf"), PostgresSettings.on(port));
      shortenLog();
      Process process =
          new ProcessBuilder(privilege.command(binaries.program("postgres"), "-D", data.toString()))
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      Postmaster postmaster = new Postmaster(process.toHandle(), port);
      if (ready(postmaster)) {
        Files.writeString(portFile, Integer.toString(port));
        return postmaster;
      }
      if (process.isAlive()) {
        postmaster.stop();
        throw new StartFailure("PostgreSQL was not ready in time; see " + log);
      }
      if (!isTaken(port)) {
        throw new StartFailure("PostgreSQL did not start: " + lastComplaint());
      }
    }
    throw new StartFailure("PostgreSQL found no free port on 127.0.0.1");
  }

  /** True once it answers our password from our files; false when it ended or took too long. */
  private boolean ready(Postmaster postmaster) {
    return Waiting.upTo(READY_LIMIT, () -> answer(postmaster)).orElse(false);
  }

  private Optional<Boolean> answer(Postmaster postmaster) {
    try (Connection connection = superuser(postmaster).connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show data_directory")) {
      rows.next();
      return Optional.of(Path.of(rows.getString(1)).equals(data));
    } catch (SQLException e) {
      if (!postmaster.process().isAlive()) {
        return Optional.of(false);
      }
      if (NOT_YET.contains(String.valueOf(e.getSQLState()))) {
        return Optional.empty();
      }
      throw new StartFailure("PostgreSQL in " + home + " refuses us: " + e.getMessage(), e);
    }
  }

  private Path passwordFile() {
    return home.resolve("password");
  }

  private String rememberedPassword() throws IOException {
    if (!Files.exists(passwordFile())) {
      if (Files.exists(data)) {
        throw new StartFailure("the file " + passwordFile() + " is missing; restore it");
      }
      DataFolder.writePrivately(passwordFile(), SecretKey.random());
    }
    return Files.readString(passwordFile()).strip();
  }

  private static int freePort(Path portFile) throws IOException {
    if (Files.exists(portFile)) {
      String remembered = Files.readString(portFile).strip();
      if (remembered.matches("\\d{1,5}") && !isTaken(Integer.parseInt(remembered))) {
        return Integer.parseInt(remembered);
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void runToEnd(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(INITDB_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new StartFailure("PostgreSQL's files were not made in time; see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new StartFailure("interrupted while making PostgreSQL's files", e);
    }
    if (process.exitValue() != 0) {
      throw new StartFailure("PostgreSQL's files cannot be made: " + lastComplaint());
    }
  }

  private String lastComplaint() throws IOException {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(
              line -> line.contains("FATAL") || line.contains("error") || line.contains("PANIC"))
          .reduce((earlier, later) -> later)
          .orElse("see " + log);
    }
  }

  private void shortenLog() throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
      Files.move(log, home.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
