package io.tukar.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * Where photos and short videos lie, addressed by content: {@code ab/cd/<sha256>.jpg} and {@code
 * .thumb.jpg}; a video is {@code .clip}. A file is there whole or not at all, and its content never
 * changes. A folder of this machine ({@link FolderStore}) or a bucket ({@link S3Store}); a bucket
 * that does not answer is told by {@link StoreUnreachable}.
 */
public interface EvidenceStore {

  /** Photos stand apart by the first byte of their digest. */
  int SHARDS = 256;

  /** The ending of a video's name. */
  String CLIP = ".clip";

  /**
   * Makes sure that the store can be used, before the program serves anybody.
   *
   * @throws io.tukar.database.StartFailure with what is wrong, for the person who starts it
   */
  void check();

  /** A fresh empty file on this machine, for an upload that is not yet judged. */
  Path spool() throws IOException;

  /** Keeps both sizes of a photo; keeping the same photo again makes it young again. */
  void keep(Sha256 digest, byte[] full, byte[] thumbnail) throws IOException;

  /**
   * Keeps a video, which lies in a file of {@link #spool}, and the picture that stands for it. The
   * file may be gone afterwards.
   */
  void keepClip(Sha256 digest, Path spooled, byte[] sign) throws IOException;

  /**
   * Opens a photo that was kept; the caller closes it.
   *
   * @throws NoSuchFileException where it is not there
   */
  InputStream open(Sha256 digest, PhotoSize size) throws IOException;

  /**
   * A video that was kept.
   *
   * @throws NoSuchFileException where it is not there
   */
  Clip clip(Sha256 digest) throws IOException;

  /** The photos of a shard of which a file was last taken in before that instant. */
  Set<Sha256> takenInBefore(Instant before, int shard) throws IOException;

  /**
   * Deletes a photo that nothing names; false, and it stays, where it was taken in again since.
   * Whoever keeps it again meanwhile finds it kept all the same.
   */
  boolean discard(Sha256 digest, Instant before) throws IOException;

  /** A video in the store, which is read from any place and never held as a whole. */
  interface Clip {

    /** How many bytes it has. */
    long length();

    /**
     * Opens it from this byte, of 0 to {@link #length}, on to its end; the caller closes it.
     *
     * @throws NoSuchFileException where it is gone by now
     */
    InputStream from(long offset) throws IOException;
  }

  /** The name of a photo's or video's file, with slashes. */
  static String name(Sha256 digest, String suffix) {
    var hex = digest.hex();
    return hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex + suffix;
  }
}
