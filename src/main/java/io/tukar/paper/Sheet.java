package io.tukar.paper;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A paper written from top to bottom; what does not fit goes to another page, up to {@value
 * #PAGES_MAX}.
 */
public final class Sheet implements AutoCloseable {

  static final int PAGES_MAX = 20;

  private static final float POINTS_PER_MM = 72f / 25.4f;
  private static final float MARGIN_MM = 7;
  private static final float LEADING = 1.3f;
  private static final float BOLD_STROKE = 0.35f;

  /** How large a text is, in points. */
  public enum Size {
    SMALL(7.5f),
    BODY(9.5f),
    LARGE(12f),
    TITLE(17f);

    private final float points;

    Size(float points) {
      this.points = points;
    }
  }

  private final PDRectangle format;
  private final PDDocument document = new PDDocument();
  private final Lettering lettering;
  private PDPageContentStream page;
  private float y;
  private boolean full;

  private Sheet(PDRectangle format, String title, String language) {
    this.format = format;
    try {
      lettering = new Lettering(document);
      document.getDocumentInformation().setTitle(lettering.printable(title));
      document.getDocumentCatalog().setLanguage(language);
      page = blank();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A label: 105 by 148 mm. */
  public static Sheet a6(String title, String language) {
    return new Sheet(PDRectangle.A6, title, language);
  }

  /** A slip: 148 by 210 mm. */
  public static Sheet a5(String title, String language) {
    return new Sheet(PDRectangle.A5, title, language);
  }

  /** A letter: 210 by 297 mm. */
  public static Sheet a4(String title, String language) {
    return new Sheet(PDRectangle.A4, title, language);
  }

  private PDPageContentStream blank() throws IOException {
    var next = new PDPage(format);
    document.addPage(next);
    y = format.getHeight() - mm(MARGIN_MM);
    return new PDPageContentStream(document, next);
  }

  private static float mm(float millimetres) {
    return millimetres * POINTS_PER_MM;
  }

  private float width() {
    return format.getWidth() - 2 * mm(MARGIN_MM);
  }

  /** Room for this much; on another page where this one is full. */
  private boolean room(float height) {
    if (full) {
      return false;
    }
    if (y - height >= mm(MARGIN_MM)) {
      return true;
    }
    if (document.getNumberOfPages() >= PAGES_MAX) {
      full = true;
      return false;
    }
    try {
      page.close();
      page = blank();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** A paragraph. */
  public Sheet text(Size size, String text) {
    return write(size, text, RenderingMode.FILL);
  }

  /** A paragraph that stands out. */
  public Sheet bold(Size size, String text) {
    return write(size, text, RenderingMode.FILL_STROKE);
  }

  private Sheet write(Size size, String text, RenderingMode mode) {
    for (var line : lettering.lines(text, size.points, width())) {
      if (room(size.points * LEADING)) {
        y -= size.points * LEADING;
        put(line, mm(MARGIN_MM), y + size.points * (LEADING - 1), size.points, mode);
      }
    }
    return this;
  }

  private void put(String line, float x, float baseline, float points, RenderingMode mode) {
    try {
      page.beginText();
      page.setFont(lettering.font(), points);
      page.setRenderingMode(mode);
      page.setLineWidth(BOLD_STROKE);
      page.newLineAtOffset(x, baseline);
      page.showText(line);
      page.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list, each with a dash. */
  public Sheet list(List<String> items) {
    items.forEach(item -> text(Size.BODY, "- " + item));
    return this;
  }

  /** Empty room of so many millimetres. */
  public Sheet gap(float millimetres) {
    y -= mm(millimetres);
    return this;
  }

  /** A line across. */
  public Sheet rule() {
    if (room(mm(3))) {
      y -= mm(1.5f);
      try {
        page.setLineWidth(0.6f);
        page.moveTo(mm(MARGIN_MM), y);
        page.lineTo(mm(MARGIN_MM) + width(), y);
        page.stroke();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      y -= mm(1.5f);
    }
    return this;
  }

  /**
   * A photo with a line below it, as wide as the paper or as high as so many millimetres.
   *
   * @param jpeg the picture as a JPEG
   */
  public Sheet photo(byte[] jpeg, float heightMaxMm, String caption) {
    try {
      var picture = JPEGFactory.createFromByteArray(document, jpeg);
      float scale = Math.min(width() / picture.getWidth(), mm(heightMaxMm) / picture.getHeight());
      float high = picture.getHeight() * scale;
      if (room(high + mm(7))) {
        y -= high;
        page.drawImage(picture, mm(MARGIN_MM), y, picture.getWidth() * scale, high);
        text(Size.SMALL, caption);
        gap(2);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A number to be scanned, as a QR code beside Code 128, with the number in letters. */
  public Sheet codes(String number) {
    float side = mm(24);
    if (!room(side)) {
      return this;
    }
    float x = mm(MARGIN_MM);
    draw(Codes.qr(number), x, y - side, side, side);
    float left = x + side + mm(7);
    float room = width() - side - mm(7);
    var bars = Codes.code128(number);
    draw(bars, left, y - mm(15), Math.min(room, mm(0.6f) * bars.getWidth()), mm(15));
    put(
        lettering.printable(number),
        left,
        y - mm(21),
        Size.LARGE.points,
        RenderingMode.FILL_STROKE);
    y -= side + mm(2);
    return this;
  }

  /** A number to be scanned as Code 128 across the paper, with the number in letters below. */
  public Sheet bars(String number) {
    if (room(mm(20))) {
      var code = Codes.code128(number);
      float wide = Math.min(width(), mm(0.5f) * code.getWidth());
      draw(code, mm(MARGIN_MM), y - mm(13), wide, mm(13));
      y -= mm(13);
      bold(Size.LARGE, number);
    }
    return this;
  }

  private void draw(BitMatrix code, float left, float bottom, float width, float height) {
    float wide = width / code.getWidth();
    float high = height / code.getHeight();
    try {
      for (int row = 0; row < code.getHeight(); row++) {
        int from = 0;
        while (from < code.getWidth()) {
          int to = from;
          while (to < code.getWidth() && code.get(to, row)) {
            to++;
          }
          if (to > from) {
            page.addRect(
                left + from * wide, bottom + height - (row + 1) * high, (to - from) * wide, high);
          }
          from = to + 1;
        }
      }
      page.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finished PDF; nothing more can be written. */
  public byte[] pdf() {
    var out = new ByteArrayOutputStream();
    try {
      page.close();
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
