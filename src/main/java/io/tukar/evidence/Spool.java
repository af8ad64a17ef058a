package io.tukar.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The folder of uploads that are not yet judged. Each file is bounded by who writes it, and gone
 * once its upload was judged.
 */
final class Spool {

  private final Path folder;

  /** Opens the folder, made where it is missing. */
  Spool(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    sweep();
  }

  /** Takes away what a killed program left of its uploads; another node's are younger. */
  private void sweep() throws IOException {
    var yesterday = Instant.now().minus(Duration.ofDays(1));
    try (var left = Files.newDirectoryStream(folder)) {
      for (var part : left) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(yesterday)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /** A fresh empty file. */
  Path file() throws IOException {
    return Files.createTempFile(folder, "upload", ".part");
  }

  Path folder() {
    return folder;
  }
}
