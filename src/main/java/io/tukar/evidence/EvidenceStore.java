package io.tukar.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The folder of photos, addressed by content: {@code ab/cd/<sha256>.jpg} and {@code .thumb.jpg}. A
 * file is there whole or not at all, and never changes once it is there.
 */
public final class EvidenceStore {

  private final Path folder;
  private final Path incoming;

  /** Opens the store in a folder, made where it is missing. */
  public EvidenceStore(Path folder) throws IOException {
    this.folder = folder;
    this.incoming = Files.createDirectories(folder.resolve("incoming"));
    sweep();
  }

  /** Takes away what a killed program left of its uploads; another node's are younger. */
  private void sweep() throws IOException {
    var yesterday = Instant.now().minus(Duration.ofDays(1));
    try (var left = Files.newDirectoryStream(incoming)) {
      for (var part : left) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(yesterday)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /** A fresh empty file in the store's own file system, for an upload that is not yet judged. */
  Path spool() throws IOException {
    return Files.createTempFile(incoming, "upload", ".part");
  }

  /** Keeps both sizes of a photo; keeping the same photo again changes nothing. */
  void keep(Sha256 digest, byte[] full, byte[] thumbnail) throws IOException {
    // The thumbnail first: where the photo is, its thumbnail is too.
    write(path(digest, PhotoSize.THUMBNAIL), thumbnail);
    write(path(digest, PhotoSize.FULL), full);
  }

  /** Opens a photo that was kept; the caller closes it. */
  public InputStream open(Sha256 digest, PhotoSize size) throws IOException {
    return Files.newInputStream(path(digest, size));
  }

  Path path(Sha256 digest, PhotoSize size) {
    var hex = digest.hex();
    return folder
        .resolve(hex.substring(0, 2))
        .resolve(hex.substring(2, 4))
        .resolve(hex + size.suffix());
  }

  private void write(Path target, byte[] content) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Files.createDirectories(target.getParent());
    var part = spool();
    try {
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        var buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    // The rename survives a power cut only once its folder is on the disk.
    try (var directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
