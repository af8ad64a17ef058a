package io.tukar.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends EvidenceStoreContract {

  @TempDir private Path folder;
  private FolderStore store;

  @BeforeEach
  void open() throws IOException {
    store = new FolderStore(folder);
  }

  @Override
  EvidenceStore store() {
    return store;
  }

  @Override
  void age() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(OLD)));
      }
    }
  }
}
