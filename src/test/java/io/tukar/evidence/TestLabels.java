package io.tukar.evidence;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Labels with a code, as a phone photographs them: askew, on a desk, with noise. */
public final class TestLabels {

  private TestLabels() {}

  /** A JPEG of a label with this code, turned by so many degrees. */
  public static byte[] jpeg(BarcodeFormat format, String text, int degrees) {
    return TestPhotos.encoded(photo(format, text, degrees), "jpeg");
  }

  static BufferedImage photo(BarcodeFormat format, String text, int degrees) {
    var code = code(format, text);
    var photo = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    var graphics = photo.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(new Color(150, 110, 70));
    graphics.fillRect(0, 0, 1600, 1200);
    graphics.rotate(Math.toRadians(degrees), 800, 600);
    graphics.setColor(new Color(235, 233, 225));
    graphics.fillRect(
        800 - code.getWidth() / 2 - 60,
        600 - code.getHeight() / 2 - 60,
        code.getWidth() + 120,
        code.getHeight() + 120);
    graphics.drawImage(
        code,
        AffineTransform.getTranslateInstance(
            800 - code.getWidth() / 2.0, 600 - code.getHeight() / 2.0),
        null);
    graphics.dispose();
    return noisy(photo);
  }

  private static BufferedImage code(BarcodeFormat format, String text) {
    try {
      int height = format == BarcodeFormat.CODE_128 || format == BarcodeFormat.CODE_39 ? 180 : 420;
      return image(new MultiFormatWriter().encode(text, format, 700, height));
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static BufferedImage image(BitMatrix matrix) {
    var image =
        new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        image.setRGB(x, y, matrix.get(x, y) ? 0x202020 : 0xEBE9E1);
      }
    }
    return image;
  }

  private static BufferedImage noisy(BufferedImage image) {
    var random = new Random(11);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        var pixel = new Color(image.getRGB(x, y));
        int shift = random.nextInt(41) - 20;
        image.setRGB(
            x,
            y,
            new Color(
                    Math.clamp(pixel.getRed() + shift, 0, 255),
                    Math.clamp(pixel.getGreen() + shift, 0, 255),
                    Math.clamp(pixel.getBlue() + shift, 0, 255))
                .getRGB());
      }
    }
    return image;
  }
}
