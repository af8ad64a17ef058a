package io.tukar.evidence;

import io.tukar.kernel.Answer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks the chunks of a WebP file (RFC 9649). The canvas and every bitstream in it state a size of
 * their own; the largest counts, so that none of them hides a bomb.
 */
final class WebpHeader {

  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_HEAD_BYTES = 8;
  private static final int ANIMATION_FRAME_BYTES = 16;

  private final ByteBuffer file;
  private int width;
  private int height;
  private int orientation = 1;
  private boolean pictured;

  private WebpHeader(ByteBuffer file) {
    this.file = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  static Answer<ImageHeader> read(ByteBuffer file) {
    return new WebpHeader(file).walk();
  }

  private Answer<ImageHeader> walk() {
    long end = Integer.toUnsignedLong(file.getInt(4)) + CHUNK_HEAD_BYTES;
    if (end > file.limit()) {
      return ImageHeader.truncated();
    }
    if (!chunks(RIFF_BYTES, (int) end) || !pictured) {
      return ImageHeader.unreadable();
    }
    return Answer.done(new ImageHeader(ImageFormat.WEBP, width, height, orientation, false));
  }

  private boolean chunks(int from, int end) {
    int at = from;
    while (at + CHUNK_HEAD_BYTES <= end) {
      long length = Integer.toUnsignedLong(file.getInt(at + 4));
      int body = at + CHUNK_HEAD_BYTES;
      if (body + length > end) {
        return false;
      }
      if (!chunk(ImageHeader.text(file, at, 4), body, (int) length)) {
        return false;
      }
      at = body + (int) (length + (length & 1));
    }
    return true;
  }

  private boolean chunk(String kind, int at, int length) {
    return switch (kind) {
      case "VP8X" -> length >= 10 && size(uint24(at + 4) + 1, uint24(at + 7) + 1);
      case "VP8 " -> length >= 10 && picture(uint16(at + 6) & 0x3FFF, uint16(at + 8) & 0x3FFF);
      case "VP8L" -> length >= 5 && lossless(file.getInt(at + 1));
      case "ANMF" ->
          length >= ANIMATION_FRAME_BYTES
              && size(uint24(at + 6) + 1, uint24(at + 9) + 1)
              && chunks(at + ANIMATION_FRAME_BYTES, at + length);
      case "EXIF" -> {
        orientation = ExifOrientation.read(file.slice(at, length));
        yield true;
      }
      default -> true;
    };
  }

  private boolean lossless(int bits) {
    return picture((bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1);
  }

  private boolean picture(int across, int down) {
    pictured = true;
    return size(across, down);
  }

  private boolean size(int across, int down) {
    width = Math.max(width, across);
    height = Math.max(height, down);
    return true;
  }

  private int uint16(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private int uint24(int at) {
    return uint16(at) | Byte.toUnsignedInt(file.get(at + 2)) << 16;
  }
}
