package io.tukar.evidence;

import io.tukar.kernel.Answer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks the markers of a JPEG (ITU-T T.81, annex B) from start to end of image. What follows the
 * end of image, as the films some phones append, is not looked at.
 */
final class JpegHeader {

  /** A progressive picture has about ten; each costs a pass over every pixel. */
  private static final int SCANS_MAX = 64;

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APP1 = 0xE1;
  private static final String EXIF = "Exif\0\0";

  private final ByteBuffer file;
  private int at = 2;
  private int width;
  private int height;
  private int frames;
  private int scans;
  private int orientation = 1;
  private boolean progressive;

  private JpegHeader(ByteBuffer file) {
    this.file = file.duplicate().order(ByteOrder.BIG_ENDIAN);
  }

  static Answer<ImageHeader> read(ByteBuffer file) {
    return new JpegHeader(file).walk();
  }

  private Answer<ImageHeader> walk() {
    while (true) {
      int marker = nextMarker();
      if (marker < 0) {
        return ImageHeader.truncated();
      }
      if (marker == END_OF_IMAGE) {
        return frames == 1 && scans > 0
            ? Answer.done(
                new ImageHeader(ImageFormat.JPEG, width, height, orientation, progressive))
            : ImageHeader.unreadable();
      }
      if (standsAlone(marker)) {
        continue;
      }
      if (at + 2 > file.limit()) {
        return ImageHeader.truncated();
      }
      int length = Short.toUnsignedInt(file.getShort(at));
      if (at + length > file.limit()) {
        return ImageHeader.truncated();
      }
      if (length < 2 || !segment(marker, at + 2, length - 2)) {
        return ImageHeader.unreadable();
      }
      at += length;
    }
  }

  /** Moves past the next marker and gives its code, or -1 at the end of the file. */
  private int nextMarker() {
    while (at + 1 < file.limit()) {
      int first = Byte.toUnsignedInt(file.get(at++));
      int second = Byte.toUnsignedInt(file.get(at));
      // Within a scan, FF00 is a byte of data; FFFF is a fill byte before a marker.
      if (first == 0xFF && second != 0x00 && second != 0xFF) {
        at++;
        return second;
      }
    }
    return -1;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private boolean segment(int marker, int from, int length) {
    if (isFrame(marker)) {
      return frame(marker, from, length);
    }
    if (marker == START_OF_SCAN) {
      return frames == 1 && ++scans <= SCANS_MAX;
    }
    if (marker == APP1 && length > EXIF.length() && ImageHeader.startsWith(file, from, EXIF)) {
      orientation = ExifOrientation.read(file.slice(from + EXIF.length(), length - EXIF.length()));
    }
    return true;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /**
   * Baseline, extended and progressive Huffman frames of one or three colours; no other decodes.
   */
  private boolean frame(int marker, int from, int length) {
    if (marker > 0xC2 || length < 6) {
      return false;
    }
    int colours = Byte.toUnsignedInt(file.get(from + 5));
    height = Short.toUnsignedInt(file.getShort(from + 1));
    width = Short.toUnsignedInt(file.getShort(from + 3));
    progressive = marker == 0xC2;
    return ++frames == 1 && (colours == 1 || colours == 3);
  }
}
