package io.tukar.evidence;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What stands in lists for a video: a triangle on a dark ground. */
final class ClipSign {

  static final byte[] JPEG = jpeg();

  private ClipSign() {}

  private static byte[] jpeg() {
    int side = PhotoIntake.THUMBNAIL_SIDE_PIXELS_MAX;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0x1F2937));
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.WHITE);
    graphics.fillPolygon(
        new int[] {side * 2 / 5, side * 2 / 5, side * 7 / 10},
        new int[] {side * 3 / 10, side * 7 / 10, side / 2},
        3);
    graphics.dispose();
    try {
      return PhotoDecoder.jpeg(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
