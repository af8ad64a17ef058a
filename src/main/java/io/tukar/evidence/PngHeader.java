package io.tukar.evidence;

import io.tukar.kernel.Answer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks the chunks of a PNG (W3C PNG, clause 5) to its end chunk. What follows that, as the archive
 * of a file that is two things at once, is not looked at.
 */
final class PngHeader {

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_FRAME_BYTES = 12;

  private PngHeader() {}

  static Answer<ImageHeader> read(ByteBuffer original) {
    var file = original.duplicate().order(ByteOrder.BIG_ENDIAN);
    int at = SIGNATURE_BYTES;
    if (file.limit() < at + CHUNK_FRAME_BYTES + 13) {
      return ImageHeader.truncated();
    }
    if (!ImageHeader.startsWith(file, at + 4, "IHDR") || file.getInt(at) != 13) {
      return ImageHeader.unreadable();
    }
    int width = file.getInt(at + 8);
    int height = file.getInt(at + 12);
    int orientation = 1;
    at += CHUNK_FRAME_BYTES + 13;
    while (at + CHUNK_FRAME_BYTES <= file.limit()) {
      int length = file.getInt(at);
      if (length < 0) {
        return ImageHeader.unreadable();
      }
      if ((long) at + CHUNK_FRAME_BYTES + length > file.limit()) {
        return ImageHeader.truncated();
      }
      switch (ImageHeader.text(file, at + 4, 4)) {
        // A second size that a decoder might believe instead.
        case "IHDR" -> {
          return ImageHeader.unreadable();
        }
        case "eXIf" -> orientation = ExifOrientation.read(file.slice(at + 8, length));
        case "IEND" -> {
          return Answer.done(new ImageHeader(ImageFormat.PNG, width, height, orientation, false));
        }
        default -> {}
      }
      at += CHUNK_FRAME_BYTES + length;
    }
    return ImageHeader.truncated();
  }
}
