package io.tukar.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Real image files, drawn and written by hand. */
public final class TestPhotos {

  private TestPhotos() {}

  /** Coloured noise in blocks, red in the top left quarter. */
  static BufferedImage picture(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      graphics.setColor(new Color(0, random.nextInt(256), random.nextInt(256)));
      graphics.fillRect(random.nextInt(width), random.nextInt(height), width / 8, height / 8);
    }
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height / 2);
    graphics.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) {
    try {
      var out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("No writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] jpeg(int width, int height) {
    return encoded(picture(width, height), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return encoded(picture(width, height), "png");
  }

  static BufferedImage decoded(byte[] image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(image));
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** The JPEG with an EXIF segment: an orientation, and a GPS directory for Jakarta. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    var tiff = ByteBuffer.allocate(26 + 12 + 2 + 4 * 12 + 4 + 48).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1).putInt(38);
    tiff.putInt(0);
    tiff.position(38).putShort((short) 4);
    entry(tiff, 1, 2, 2).put(new byte[] {'S', 0, 0, 0});
    entry(tiff, 2, 5, 3).putInt(92);
    entry(tiff, 3, 2, 2).put(new byte[] {'E', 0, 0, 0});
    entry(tiff, 4, 5, 3).putInt(92 + 0);
    tiff.putInt(0);
    tiff.position(92);
    var body = ByteBuffer.allocate(92 + 24).put(tiff.array(), 0, 92);
    for (int part : new int[] {6, 10, 30}) {
      body.putInt(part).putInt(1);
    }
    var exif = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), body.array());
    var head =
        ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).array();
    return joined(slice(jpeg, 0, 2), head, exif, slice(jpeg, 2, jpeg.length));
  }

  private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
    return tiff.putShort((short) tag).putShort((short) type).putInt(count);
  }

  static byte[] slice(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  /** A tiny PNG file that claims to be huge. */
  public static byte[] forgedPng(int width, int height) {
    var deflater = new Deflater();
    deflater.setInput(new byte[4096]);
    deflater.finish();
    var data = new byte[256];
    int length = deflater.deflate(data);
    deflater.end();
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        header(width, height),
        chunk("IDAT", slice(data, 0, length)),
        chunk("IEND", new byte[0]));
  }

  static byte[] header(int width, int height) {
    return chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
  }

  static byte[] chunk(String kind, byte[] body) {
    var typed = joined(kind.getBytes(StandardCharsets.ISO_8859_1), body);
    var crc = new CRC32();
    crc.update(typed);
    return joined(
        ByteBuffer.allocate(4).putInt(body.length).array(),
        typed,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** The JPEG with another size in its frame header. */
  static byte[] forgedJpeg(byte[] jpeg, int width, int height) {
    var forged = ByteBuffer.wrap(jpeg.clone());
    for (int at = 2; at < jpeg.length; at += 2 + Short.toUnsignedInt(forged.getShort(at + 2))) {
      if (Short.toUnsignedInt(forged.getShort(at)) == 0xFFC0) {
        forged.putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return forged.array();
      }
    }
    throw new IllegalArgumentException("No baseline frame");
  }

  static byte[] resource(String name) throws IOException {
    try (var in = TestPhotos.class.getResourceAsStream("/evidence/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("No such test file: " + name);
      }
      return in.readAllBytes();
    }
  }
}
