package io.tukar.evidence;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Finds the content of a track by its tables (ISO/IEC 14496-12, 8.7) and makes it zeros: where a
 * track that is neither picture nor sound says where the phone was, second by second, it says it
 * there.
 */
final class ClipSamples {

  private final ByteBuffer file;

  /** What may still be zeroed: a file cannot hold more of a track than its own length. */
  private long left;

  private ClipSamples(ByteBuffer file) {
    this.file = file;
    this.left = file.limit();
  }

  /**
   * Erases what the tables name.
   *
   * @param tables where the bodies of {@code stsz}, {@code stsc}, and {@code stco} or {@code co64}
   *     begin
   * @return false where the tables are not whole or name what is not in the file
   */
  static boolean erase(ByteBuffer file, Map<String, Integer> tables) {
    var sizes = tables.get("stsz");
    var runs = tables.get("stsc");
    var chunks = tables.getOrDefault("stco", tables.get("co64"));
    if (sizes == null || runs == null || chunks == null) {
      return false;
    }
    try {
      return new ClipSamples(file).erased(sizes, runs, chunks, !tables.containsKey("stco"));
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /**
   * Chunk by chunk: a run says how many samples its chunks hold, until the next run begins. Each
   * table begins with its version and flags, four bytes.
   */
  private boolean erased(int sizes, int runs, int chunks, boolean wide) {
    int sameSize = file.getInt(sizes + 4);
    int samples = file.getInt(sizes + 8);
    int count = file.getInt(chunks + 4);
    int runCount = file.getInt(runs + 4);
    int run = 0;
    int sample = 0;
    for (int chunk = 0; chunk < count && sample < samples; chunk++) {
      while (run + 1 < runCount && file.getInt(runs + 8 + 12 * (run + 1)) <= chunk + 1) {
        run++;
      }
      int inChunk = file.getInt(runs + 8 + 12 * run + 4);
      long at =
          wide
              ? file.getLong(chunks + 8 + 8 * chunk)
              : Integer.toUnsignedLong(file.getInt(chunks + 8 + 4 * chunk));
      for (int i = 0; i < inChunk && sample < samples; i++, sample++) {
        long size =
            Integer.toUnsignedLong(sameSize == 0 ? file.getInt(sizes + 12 + 4 * sample) : sameSize);
        if (!zero(at, size)) {
          return false;
        }
        at += size;
      }
    }
    return sample == samples;
  }

  private boolean zero(long at, long size) {
    left -= size;
    if (left < 0 || at < 0 || at > file.limit() - size) {
      return false;
    }
    for (int i = (int) at; i < at + size; i++) {
      file.put(i, (byte) 0);
    }
    return true;
  }
}
