package io.tukar.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock file of the data folder. The operating system drops the lock when its holder dies, however
 * it dies, so there is no stale one.
 */
public final class FolderLock implements AutoCloseable {

  /**
   * Files that this very program holds. The operating system's locks belong to the program: opening
   * and closing a held file once more would drop the lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private FileLock lock;

  private FolderLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** The one place of the server on this folder; fails in one line when it is taken. */
  public static FolderLock ofServer(DataFolder folder) {
    return tryExclusive(folder.path().resolve("server.lock"))
        .orElseThrow(
            () -> new StartFailure("another Tukar already serves the folder " + folder.path()));
  }

  static Optional<FolderLock> tryExclusive(Path file) {
    return tryLock(file, false);
  }

  static Optional<FolderLock> tryShared(Path file) {
    return tryLock(file, true);
  }

  /** Waits for the lock, at most so long. */
  static Optional<FolderLock> exclusiveWithin(Duration limit, Path file) {
    return Waiting.upTo(limit, () -> tryExclusive(file));
  }

  /** Turns a shared lock into the only one; false, and nothing held, where others hold it too. */
  boolean alone() {
    try {
      lock.release();
      FileLock exclusive = channel.tryLock();
      if (exclusive == null) {
        return false;
      }
      lock = exclusive;
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }

  private static Optional<FolderLock> tryLock(Path file, boolean shared) {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      taken = true;
      return Optional.of(new FolderLock(file, channel, lock));
    } catch (IOException e) {
      throw new StartFailure("the lock file " + file + " cannot be used: " + e.getMessage(), e);
    } finally {
      if (!taken) {
        HELD.remove(file);
      }
    }
  }
}
