package io.tukar.evidence;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the codes that labels of goods, parcels and RMA slips carry: QR, Data Matrix, Code 128,
 * Code 39, ITF and EAN.
 */
final class CodeReader {

  /**
   * Also smaller than it was taken: a sharp photo of a coarse print has more edges than modules.
   */
  private static final List<Integer> SIDES = List.of(PhotoIntake.STORED_SIDE_PIXELS_MAX, 1200, 700);

  private static final int CODE_CHARS_MAX = 100;

  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(
              BarcodeFormat.QR_CODE,
              BarcodeFormat.CODE_128,
              BarcodeFormat.DATA_MATRIX,
              BarcodeFormat.CODE_39,
              BarcodeFormat.EAN_13,
              BarcodeFormat.ITF));

  private CodeReader() {}

  /** What the clearest code says; empty where there is none, or one too long to be a number. */
  static Optional<String> read(BufferedImage image) {
    var longSide = Math.max(image.getWidth(), image.getHeight());
    return SIDES.stream()
        .filter(side -> side == PhotoIntake.STORED_SIDE_PIXELS_MAX || side < longSide)
        .map(side -> luminance(PhotoDecoder.scaled(image, side)))
        .flatMap(CodeReader::attempts)
        .flatMap(bitmap -> attempt(bitmap).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= CODE_CHARS_MAX)
        .findFirst();
  }

  private static Stream<BinaryBitmap> attempts(LuminanceSource source) {
    return Stream.<Function<LuminanceSource, Binarizer>>of(
            HybridBinarizer::new, GlobalHistogramBinarizer::new)
        .map(binarizer -> new BinaryBitmap(binarizer.apply(source)));
  }

  private static Optional<String> attempt(BinaryBitmap bitmap) {
    try {
      return Optional.of(new MultiFormatReader().decode(bitmap, HINTS).getText());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static LuminanceSource luminance(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = new int[width * height];
    IntStream.range(0, height).forEach(y -> image.getRGB(0, y, width, 1, pixels, y * width, width));
    return new RGBLuminanceSource(width, height, pixels);
  }
}
