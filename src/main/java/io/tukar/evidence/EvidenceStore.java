package io.tukar.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The folder of photos, addressed by content: {@code ab/cd/<sha256>.jpg} and {@code .thumb.jpg}; a
 * video is {@code .clip}. A file is there whole or not at all, and its content never changes.
 */
public final class EvidenceStore {

  /** Photos stand apart by the first byte of their digest. */
  static final int SHARDS = 256;

  private static final String CLIP = ".clip";

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
        if (isBefore(part, yesterday)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /** A fresh empty file in the store's own file system, for an upload that is not yet judged. */
  Path spool() throws IOException {
    return Files.createTempFile(incoming, "upload", ".part");
  }

  /** Keeps both sizes of a photo; keeping the same photo again only makes it young again. */
  void keep(Sha256 digest, byte[] full, byte[] thumbnail) throws IOException {
    // The thumbnail first: where the photo is, its thumbnail is too.
    write(path(digest, PhotoSize.THUMBNAIL), thumbnail);
    write(path(digest, PhotoSize.FULL), full);
  }

  /** Keeps a video, which is moved here from the spool, and the picture that stands for it. */
  void keepClip(Sha256 digest, Path spooled, byte[] sign) throws IOException {
    write(path(digest, PhotoSize.THUMBNAIL), sign);
    var target = clip(digest);
    if (youngAgain(target)) {
      return;
    }
    Files.createDirectories(target.getParent());
    try (var channel = FileChannel.open(spooled, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(spooled, target, StandardCopyOption.ATOMIC_MOVE);
    surviving(target);
  }

  /** Where a video that was kept lies. */
  public Path clip(Sha256 digest) {
    return path(digest, CLIP);
  }

  /** Opens a photo that was kept; the caller closes it. */
  public InputStream open(Sha256 digest, PhotoSize size) throws IOException {
    return Files.newInputStream(path(digest, size));
  }

  /** The photos of a shard of which a file was last taken in before that instant. */
  Set<Sha256> takenInBefore(Instant before, int shard) throws IOException {
    var found = new HashSet<Sha256>();
    var outer = folder.resolve(HexFormat.of().toHexDigits((byte) shard));
    if (!Files.isDirectory(outer)) {
      return found;
    }
    try (var inners = Files.newDirectoryStream(outer, Files::isDirectory)) {
      for (var inner : inners) {
        try (var files = Files.newDirectoryStream(inner, "*.{jpg,clip}")) {
          for (var file : files) {
            if (isBefore(file, before)) {
              var name = file.getFileName().toString();
              found.add(new Sha256(name.substring(0, name.indexOf('.'))));
            }
          }
        }
      }
    }
    return found;
  }

  /**
   * Deletes a photo that nothing names; false, and it stays, where it was taken in again since.
   * Each file is put aside before its age is looked at: whoever keeps it again from then on finds
   * none and writes it anew.
   */
  boolean discard(Sha256 digest, Instant before) throws IOException {
    boolean full = discard(path(digest, PhotoSize.FULL), before);
    boolean clip = discard(clip(digest), before);
    boolean thumbnail = discard(path(digest, PhotoSize.THUMBNAIL), before);
    return full || clip || thumbnail;
  }

  private boolean discard(Path file, Instant before) throws IOException {
    var aside = incoming.resolve(file.getFileName() + ".gone");
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (isBefore(aside, before)) {
      Files.delete(aside);
      return true;
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    return false;
  }

  private static boolean isBefore(Path file, Instant before) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().isBefore(before);
  }

  Path path(Sha256 digest, PhotoSize size) {
    return path(digest, size.suffix());
  }

  private Path path(Sha256 digest, String suffix) {
    var hex = digest.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex + suffix);
  }

  /** False where the file is not there. */
  private static boolean youngAgain(Path file) throws IOException {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void write(Path target, byte[] content) throws IOException {
    if (youngAgain(target)) {
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
    surviving(target);
  }

  /** The rename survives a power cut only once its folder is on the disk. */
  private static void surviving(Path target) throws IOException {
    try (var directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
