package io.tukar.evidence;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an upload says of itself before anything is decoded, read by our own code so that the
 * decoders only ever see files of a known form and size.
 *
 * @param orientation 1 to 8 as in EXIF; 1 is upright
 * @param progressive whether decoding holds the coefficients of the whole picture
 */
record ImageHeader(
    ImageFormat format, int width, int height, int orientation, boolean progressive) {

  long pixels() {
    return (long) width * height;
  }

  /** The same picture, taken as it lies. */
  ImageHeader upright() {
    return new ImageHeader(format, width, height, 1, progressive);
  }

  int longSide() {
    return Math.max(width, height);
  }

  /** Reads the header of a whole file; walks to its end, so a cut-off file is found here. */
  static Answer<ImageHeader> read(ByteBuffer file) {
    return switch (format(file).orElse(null)) {
      case JPEG -> JpegHeader.read(file);
      case PNG -> PngHeader.read(file);
      case WEBP -> WebpHeader.read(file);
      case HEIC -> HeicHeader.read(file);
      case null -> Answer.refused(foreign(file));
    };
  }

  static Answer<ImageHeader> truncated() {
    return Answer.refused(Refusal.of("photo-truncated", "photo"));
  }

  static Answer<ImageHeader> unreadable() {
    return Answer.refused(Refusal.of("photo-unreadable", "photo"));
  }

  private static Optional<ImageFormat> format(ByteBuffer file) {
    if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(ImageFormat.JPEG);
    }
    if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(ImageFormat.PNG);
    }
    if (startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")) {
      return Optional.of(ImageFormat.WEBP);
    }
    if (HeicHeader.is(file)) {
      return Optional.of(ImageFormat.HEIC);
    }
    return Optional.empty();
  }

  private static Refusal foreign(ByteBuffer file) {
    if (startsWith(file, 4, "ftyp") && file.limit() >= 12) {
      return Refusal.of(
          "photo-format", "photo", text(file, 8, 4).equals("avif") ? "AVIF" : "video");
    }
    if (startsWith(file, 0, "GIF8")) {
      return Refusal.of("photo-format", "photo", "GIF");
    }
    if (startsWith(file, 0, "%PDF")) {
      return Refusal.of("photo-format", "photo", "PDF");
    }
    if (startsWith(file, 0, "II*\0") || startsWith(file, 0, "MM\0*")) {
      return Refusal.of("photo-format", "photo", "TIFF");
    }
    return Refusal.of("photo-not-an-image", "photo");
  }

  /** Whether the bytes at an offset are these Latin-1 characters. */
  static boolean startsWith(ByteBuffer file, int offset, String magic) {
    return file.limit() >= offset + magic.length()
        && text(file, offset, magic.length()).equals(magic);
  }

  static String text(ByteBuffer file, int offset, int length) {
    var bytes = new byte[length];
    file.get(offset, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
