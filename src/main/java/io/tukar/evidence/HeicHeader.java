package io.tukar.evidence;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Walks the boxes of a HEIC file (ISO/IEC 14496-12 and 23008-12) to the sizes its pictures state.
 * The largest counts, so that no tile or thumbnail hides a bomb.
 */
final class HeicHeader {

  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> WALKED = Set.of("meta", "iprp", "ipco");

  private static final int BOX_HEAD_BYTES = 8;
  private static final int VERSION_BYTES = 4;

  private final ByteBuffer file;
  private int width;
  private int height;

  private HeicHeader(ByteBuffer file) {
    this.file = file.duplicate().order(ByteOrder.BIG_ENDIAN);
  }

  static boolean is(ByteBuffer file) {
    return file.limit() >= 12
        && ImageHeader.startsWith(file, 4, "ftyp")
        && BRANDS.contains(ImageHeader.text(file, 8, 4));
  }

  static Answer<ImageHeader> read(ByteBuffer file) {
    var header = new HeicHeader(file);
    if (!header.boxes(0, file.limit())) {
      return ImageHeader.truncated();
    }
    return header.width < 1 || header.height < 1
        ? Answer.refused(Refusal.of("photo-heic", "photo"))
        : Answer.done(new ImageHeader(ImageFormat.HEIC, header.width, header.height, 1, false));
  }

  /** False where a box ends outside of the one that holds it. */
  private boolean boxes(int from, int end) {
    int at = from;
    while (at + BOX_HEAD_BYTES <= end) {
      long length = Integer.toUnsignedLong(file.getInt(at));
      // 0 goes on to the end; 1 has its length behind its name.
      int body = at + BOX_HEAD_BYTES;
      if (length == 0) {
        length = (long) end - at;
      } else if (length == 1 && body + Long.BYTES <= end) {
        length = file.getLong(body);
        body += Long.BYTES;
      }
      if (length < body - at || length > end - at) {
        return false;
      }
      int next = at + (int) length;
      var kind = ImageHeader.text(file, at + 4, 4);
      if (kind.equals("ispe") && next - body >= VERSION_BYTES + 8) {
        width = Math.max(width, file.getInt(body + VERSION_BYTES));
        height = Math.max(height, file.getInt(body + VERSION_BYTES + 4));
        if (file.getInt(body + VERSION_BYTES) < 0 || file.getInt(body + VERSION_BYTES + 4) < 0) {
          return false;
        }
      } else if (WALKED.contains(kind)
          && !boxes(kind.equals("meta") ? body + VERSION_BYTES : body, next)) {
        return false;
      }
      at = next;
    }
    return at == end;
  }
}
