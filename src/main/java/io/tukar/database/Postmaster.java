package io.tukar.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's main process, found or started.
 *
 * @param port on the loopback address
 */
record Postmaster(ProcessHandle process, int port) {

  private static final Duration FAST_SHUTDOWN_LIMIT = Duration.ofSeconds(3);
  private static final Duration IMMEDIATE_SHUTDOWN_LIMIT = Duration.ofSeconds(1);

  /** What {@code postmaster.pid} points at, if that process lives and is ours. */
  static Optional<Postmaster> running(Path home, Path data) {
    return pidFile(data)
        .flatMap(
            lines ->
                ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> isOurs(home, process))
                    .map(
                        process ->
                            new Postmaster(process, Integer.parseInt(lines.get(3).strip()))));
  }

  /**
   * Clears what a killed postmaster left: waits for its children, which notice its death, ends
   * those that do not, and removes its pid file, whose number may be another program's by now.
   */
  static void clearAway(Path home, Path data) {
    Optional<Boolean> gone =
        Waiting.upTo(
            Duration.ofSeconds(5),
            () -> survivors(home).isEmpty() ? Optional.of(true) : Optional.empty());
    if (gone.isEmpty()) {
      for (ProcessHandle survivor : survivors(home)) {
        survivor.destroyForcibly();
        waitForEnd(survivor, IMMEDIATE_SHUTDOWN_LIMIT);
      }
    }
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new StartFailure("the stale pid file in " + data + " cannot be removed", e);
    }
  }

  /** The version folder it was started from. */
  boolean runs(PostgresBinaries binaries) {
    return program(process).filter(path -> path.startsWith(binaries.folder())).isPresent();
  }

  /** Stops it with a checkpoint; if that takes too long, without (the next start recovers). */
  void stop() {
    signal("INT");
    if (!waitForEnd(process, FAST_SHUTDOWN_LIMIT)) {
      signal("QUIT");
      if (!waitForEnd(process, IMMEDIATE_SHUTDOWN_LIMIT)) {
        process.destroyForcibly();
        waitForEnd(process, IMMEDIATE_SHUTDOWN_LIMIT);
      }
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(FAST_SHUTDOWN_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean waitForEnd(ProcessHandle process, Duration limit) {
    return Waiting.upTo(limit, () -> process.isAlive() ? Optional.empty() : Optional.of(true))
        .isPresent();
  }

  /** The file's lines once it is written whole: pid, data folder, start, port and more. */
  private static Optional<List<String>> pidFile(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      boolean whole =
          lines.size() >= 4
              && lines.get(0).strip().matches("\\d{1,10}")
              && lines.get(3).strip().matches("\\d{1,5}");
      return whole ? Optional.of(lines) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL's files in " + data + " cannot be read", e);
    }
  }

  private static List<ProcessHandle> survivors(Path home) {
    return ProcessHandle.allProcesses().filter(process -> isOurs(home, process)).toList();
  }

  private static boolean isOurs(Path home, ProcessHandle process) {
    return process.isAlive()
        && program(process).filter(path -> PostgresBinaries.unpackedIn(home, path)).isPresent();
  }

  private static Optional<Path> program(ProcessHandle process) {
    return process.info().command().map(Path::of);
  }
}
