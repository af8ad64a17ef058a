package io.tukar.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF as a printer and a hand scanner would. */
public final class Scanner {

  private static final int DPI = 200;

  private Scanner() {}

  /** The codes on the first page. */
  public static Set<String> codes(byte[] pdf, BarcodeFormat format) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var bitmap =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
      var found =
          new GenericMultipleBarcodeReader(new MultiFormatReader())
              .decodeMultiple(
                  bitmap,
                  Map.of(
                      DecodeHintType.POSSIBLE_FORMATS,
                      List.of(format),
                      DecodeHintType.TRY_HARDER,
                      true));
      return Arrays.stream(found).map(Result::getText).collect(Collectors.toSet());
    } catch (NotFoundException e) {
      return Set.of();
    }
  }

  /** What is written on it. */
  public static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** How many pages it has. */
  public static int pages(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }
}
