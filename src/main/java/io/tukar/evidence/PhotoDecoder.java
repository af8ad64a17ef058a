package io.tukar.evidence;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns a file whose header was judged into upright pixels, and pixels into a bare JPEG. */
final class PhotoDecoder {

  /** Larger pictures are read with every second or third pixel left out. */
  private static final int RASTER_PIXELS_MAX = 16_000_000;

  private static final int BYTES_PER_PIXEL = 3;
  private static final int PROGRESSIVE_BYTES_PER_PIXEL = 6;

  /** Measured: the lossy WebP decoder keeps an object for every block of the picture. */
  private static final int WEBP_BYTES_PER_PIXEL = 24;

  private static final float JPEG_QUALITY = 0.85f;

  private PhotoDecoder() {}

  /** About how many bytes decoding takes at its highest. */
  static long memoryBytes(ImageHeader header) {
    int step = step(header);
    long raster = header.pixels() / ((long) step * step) * BYTES_PER_PIXEL;
    return switch (header.format()) {
      case JPEG ->
          raster + (header.progressive() ? header.pixels() * PROGRESSIVE_BYTES_PER_PIXEL : 0);
      case PNG -> raster * 2;
      case WEBP -> header.pixels() * WEBP_BYTES_PER_PIXEL;
      case HEIC -> throw new IllegalArgumentException("HEIC is made a JPEG first");
    };
  }

  private static int step(ImageHeader header) {
    int step = 1;
    while (header.pixels() / ((long) step * step) > RASTER_PIXELS_MAX) {
      step++;
    }
    return step;
  }

  /**
   * Decodes the first picture of a file, upright, at most {@code longSideMax} pixels long.
   *
   * @throws IOException where the file cannot be decoded whole
   */
  static BufferedImage decode(Path file, ImageHeader header, int longSideMax) throws IOException {
    return upright(scaled(raster(file, header), longSideMax), header.orientation());
  }

  private static BufferedImage raster(Path file, ImageHeader header) throws IOException {
    var reader = reader(header.format());
    var cutOff = new AtomicBoolean();
    try (var in = new FileImageInputStream(file.toFile())) {
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
              cutOff.set(true);
            }
          });
      reader.setInput(in, true, true);
      if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
        throw new IOException("The decoder sees a larger picture than the header states");
      }
      var param = reader.getDefaultReadParam();
      int step = step(header);
      param.setSourceSubsampling(step, step, 0, 0);
      var raster = reader.read(0, param);
      if (cutOff.get()) {
        throw new IOException("The picture ends early");
      }
      return raster;
    } catch (RuntimeException e) {
      // Decoders answer some malformed files with an index or an argument out of range.
      throw new IOException("The decoder failed", e);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(ImageFormat format) {
    return switch (format) {
      case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case HEIC -> throw new IllegalArgumentException("HEIC is made a JPEG first");
    };
  }

  /** Opaque, on white, at most so long; never enlarged. Halves step by step to stay sharp. */
  static BufferedImage scaled(BufferedImage image, int longSideMax) {
    var current = image;
    while (true) {
      int side = Math.max(current.getWidth(), current.getHeight());
      double ratio = Math.max(0.5, Math.min(1.0, (double) longSideMax / side));
      if (ratio == 1.0 && current.getType() == BufferedImage.TYPE_INT_RGB) {
        return current;
      }
      int width = Math.max(1, (int) Math.round(current.getWidth() * ratio));
      int height = Math.max(1, (int) Math.round(current.getHeight() * ratio));
      current =
          drawn(
              current,
              width,
              height,
              AffineTransform.getScaleInstance(
                  (double) width / current.getWidth(), (double) height / current.getHeight()));
    }
  }

  private static BufferedImage upright(BufferedImage image, int orientation) {
    int w = image.getWidth();
    int h = image.getHeight();
    return switch (orientation) {
      case 2 -> drawn(image, w, h, new AffineTransform(-1, 0, 0, 1, w, 0));
      case 3 -> drawn(image, w, h, new AffineTransform(-1, 0, 0, -1, w, h));
      case 4 -> drawn(image, w, h, new AffineTransform(1, 0, 0, -1, 0, h));
      case 5 -> drawn(image, h, w, new AffineTransform(0, 1, 1, 0, 0, 0));
      case 6 -> drawn(image, h, w, new AffineTransform(0, 1, -1, 0, h, 0));
      case 7 -> drawn(image, h, w, new AffineTransform(0, -1, -1, 0, h, w));
      case 8 -> drawn(image, h, w, new AffineTransform(0, -1, 1, 0, 0, w));
      default -> image;
    };
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, AffineTransform t) {
    var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = result.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, t, null);
    graphics.dispose();
    return result;
  }

  /** A JPEG that holds the pixels and nothing else. */
  static byte[] jpeg(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(JPEG_QUALITY);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
