package io.tukar.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Numbers as black modules on white, without margin. */
final class Codes {

  private static final Map<EncodeHintType, ?> WITHOUT_MARGIN = Map.of(EncodeHintType.MARGIN, 0);

  private Codes() {}

  /** A QR code (ISO/IEC 18004). */
  static BitMatrix qr(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, WITHOUT_MARGIN);
    } catch (WriterException e) {
      throw new IllegalArgumentException("No QR code for " + text.length() + " characters", e);
    }
  }

  /** Code 128 (ISO/IEC 15417), one module high. */
  static BitMatrix code128(String text) {
    return new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1, WITHOUT_MARGIN);
  }
}
