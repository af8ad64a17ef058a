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
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** The store in a folder of this machine, or of a file system that several servers share. */
public final class FolderStore implements EvidenceStore {

  private final Path folder;
  private final Spool incoming;

  /** Opens the store in a folder, made where it is missing. */
  public FolderStore(Path folder) throws IOException {
    this.folder = folder;
    this.incoming = new Spool(folder.resolve("incoming"));
  }

  @Override
  public void check() {
    // Opening it was the check.
  }

  /** In the store's own file system, so that a video is moved and not copied. */
  @Override
  public Path spool() throws IOException {
    return incoming.file();
  }

  @Override
  public void keep(Sha256 digest, byte[] full, byte[] thumbnail) throws IOException {
    // The thumbnail first: where the photo is, its thumbnail is too.
    write(path(digest, PhotoSize.THUMBNAIL), thumbnail);
    write(path(digest, PhotoSize.FULL), full);
  }

  @Override
  public void keepClip(Sha256 digest, Path spooled, byte[] sign) throws IOException {
    write(path(digest, PhotoSize.THUMBNAIL), sign);
    var target = path(digest, CLIP);
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

  @Override
  public Clip clip(Sha256 digest) throws IOException {
    var file = path(digest, CLIP);
    return new Film(file, Files.size(file));
  }

  private record Film(Path file, long length) implements Clip {
    @Override
    public InputStream from(long offset) throws IOException {
      var in = Files.newInputStream(file);
      try {
        in.skipNBytes(offset);
        return in;
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }
  }

  @Override
  public InputStream open(Sha256 digest, PhotoSize size) throws IOException {
    return Files.newInputStream(path(digest, size));
  }

  @Override
  public Set<Sha256> takenInBefore(Instant before, int shard) throws IOException {
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
   * {@inheritDoc}
   *
   * <p>Each file is put aside before its age is looked at: whoever keeps it again from then on
   * finds none and writes it anew.
   */
  @Override
  public boolean discard(Sha256 digest, Instant before) throws IOException {
    boolean full = discard(path(digest, PhotoSize.FULL), before);
    boolean clip = discard(path(digest, CLIP), before);
    boolean thumbnail = discard(path(digest, PhotoSize.THUMBNAIL), before);
    return full || clip || thumbnail;
  }

  private boolean discard(Path file, Instant before) throws IOException {
    var aside = incoming.folder().resolve(file.getFileName() + ".gone");
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

  Path path(Sha256 digest, String suffix) {
    return folder.resolve(EvidenceStore.name(digest, suffix));
  }

  /** False where the file is not there. */
  private static boolean youngAgain(Path file) throws IOException {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      // Java opens the file first: it may have been put aside and deleted before it got its date.
      return Files.exists(file);
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
