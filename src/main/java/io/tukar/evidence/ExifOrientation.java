package io.tukar.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one EXIF tag that matters to a picture: which way is up (EXIF 2.32, tag 0x0112). */
final class ExifOrientation {

  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final int SHORT_TYPE = 3;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** Reads a TIFF block; whatever is damaged or missing is upright. */
  static int read(ByteBuffer tiff) {
    if (ImageHeader.startsWith(tiff, 0, "Exif\0\0")) {
      return read(tiff.slice(6, tiff.limit() - 6));
    }
    if (ImageHeader.startsWith(tiff, 0, "II*\0")) {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    } else if (ImageHeader.startsWith(tiff, 0, "MM\0*")) {
      tiff.order(ByteOrder.BIG_ENDIAN);
    } else {
      return UPRIGHT;
    }
    if (tiff.limit() < 8) {
      return UPRIGHT;
    }
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.limit()) {
      return UPRIGHT;
    }
    int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
    for (int i = 0; i < entries; i++) {
      long at = directory + 2 + (long) i * ENTRY_BYTES;
      if (at + ENTRY_BYTES > tiff.limit()) {
        return UPRIGHT;
      }
      if (Short.toUnsignedInt(tiff.getShort((int) at)) == TAG) {
        int value = Short.toUnsignedInt(tiff.getShort((int) at + 8));
        boolean known = tiff.getShort((int) at + 2) == SHORT_TYPE && value >= 1 && value <= 8;
        return known ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
