package io.tukar.evidence;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Turns a HEIC file into a JPEG by a program of the machine: {@code heif-dec} or {@code
 * heif-convert} (libheif), or {@code vips}. The program is given names of ours alone, no settings
 * of the server's, and its time; few run at once.
 */
final class HeicProgram {

  private static final List<String> NAMES = List.of("heif-dec", "heif-convert", "vips");
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path program;
  private final Duration patience;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  HeicProgram(Path program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /** The first such program in these folders, as they stand in {@code PATH}. */
  static Optional<HeicProgram> in(String path) {
    for (var folder : path.split(File.pathSeparator, -1)) {
      for (var name : NAMES) {
        var program = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isExecutable(program)) {
          return Optional.of(new HeicProgram(program, PATIENCE));
        }
      }
    }
    return Optional.empty();
  }

  /** Writes the first picture as a JPEG, upright; false where the program cannot, or is slow. */
  boolean convert(Path heic, Path jpeg) throws IOException {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      try {
        return converted(heic, jpeg);
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("Stopped while converting").initCause(e);
    }
  }

  private boolean converted(Path heic, Path jpeg) throws IOException, InterruptedException {
    // In a folder of its own: a file of several pictures becomes several.
    var folder = Files.createTempDirectory("tukar-heic");
    try {
      var in = Files.copy(heic, folder.resolve("in.heic"));
      if (!ran(command(in, folder.resolve("out.jpg")))) {
        return false;
      }
      for (var name : List.of("out.jpg", "out-1.jpg")) {
        if (Files.isRegularFile(folder.resolve(name))) {
          Files.move(folder.resolve(name), jpeg, StandardCopyOption.REPLACE_EXISTING);
          return true;
        }
      }
      return false;
    } finally {
      try (var left = Files.newDirectoryStream(folder)) {
        for (var file : left) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private List<String> command(Path in, Path out) {
    return program.endsWith("vips")
        ? List.of(program.toString(), "copy", in.toString(), out + "[Q=92]")
        : List.of(program.toString(), "-q", "92", in.toString(), out.toString());
  }

  private boolean ran(List<String> command) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    var process = builder.start();
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          && process.exitValue() == 0;
    } finally {
      if (process.isAlive()) {
        process.destroyForcibly().waitFor();
      }
    }
  }
}
