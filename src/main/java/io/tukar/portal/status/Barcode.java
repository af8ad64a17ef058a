package io.tukar.portal.status;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Numbers as pictures that a scanner reads. */
public final class Barcode {

  private static final Map<EncodeHintType, ?> WITHOUT_MARGIN = Map.of(EncodeHintType.MARGIN, 0);

  private Barcode() {}

  /**
   * A picture of black modules on white, drawn without margin.
   *
   * @param path an SVG path, one unit a module
   */
  public record Drawing(int width, int height, String path) {}

  /** A QR code (ISO/IEC 18004). */
  static Drawing qr(String text) {
    try {
      return drawn(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, WITHOUT_MARGIN));
    } catch (WriterException e) {
      throw new IllegalArgumentException("No QR code for " + text.length() + " characters", e);
    }
  }

  /** Code 128 (ISO/IEC 15417), one module high. */
  static Drawing code128(String text) {
    return drawn(new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1, WITHOUT_MARGIN));
  }

  private static Drawing drawn(BitMatrix modules) {
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y)) {
          end++;
        }
        if (end > x) {
          path.append('M').append(x).append(' ').append(y).append('h').append(end - x);
          path.append("v1h-").append(end - x).append('z');
        }
        x = end + 1;
      }
    }
    return new Drawing(modules.getWidth(), modules.getHeight(), path.toString());
  }
}
