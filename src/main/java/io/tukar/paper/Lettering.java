package io.tukar.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of our papers, embedded, so that every printer has it. What it has no letter for is
 * written without its marks, or as a question mark: a name may look odd, a page is never refused.
 */
final class Lettering {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float UNITS_PER_EM = 1000f;

  private final PDType0Font font;
  private final Map<Integer, String> letters = new HashMap<>();

  Lettering(PDDocument document) throws IOException {
    try (var in = PDDocument.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("The font is not on the class path");
      }
      font = PDType0Font.load(document, in, true);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** The text as it can be printed, in one line. */
  String printable(String text) {
    var out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(point -> out.append(letters.computeIfAbsent(point, this::letter)));
    return out.toString().strip();
  }

  private String letter(int point) {
    if (Character.isWhitespace(point) || Character.getType(point) == Character.SPACE_SEPARATOR) {
      return " ";
    }
    if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
      return "";
    }
    var plain = Character.toString(point);
    if (has(plain)) {
      return plain;
    }
    var bare = Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return !bare.isEmpty() && has(bare) ? bare : "?";
  }

  private boolean has(String text) {
    try {
      return font.encode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Width in points of a printable text. */
  float width(String printable, float size) {
    try {
      return font.getStringWidth(printable) / UNITS_PER_EM * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text in lines no wider than this; a word that is too long is broken. */
  List<String> lines(String text, float size, float width) {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\\R", -1)) {
      var line = new StringBuilder();
      for (var word : printable(paragraph).split(" +", -1)) {
        var rest = word;
        while (!fits(line, rest, size, width)) {
          if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
          } else {
            int cut = cut(rest, size, width);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut);
          }
        }
        line.append(line.isEmpty() ? "" : " ").append(rest);
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private boolean fits(StringBuilder line, String word, float size, float width) {
    return width(line.isEmpty() ? word : line + " " + word, size) <= width;
  }

  private int cut(String word, float size, float width) {
    int cut = 1;
    while (cut < word.length() && width(word.substring(0, cut + 1), size) <= width) {
      cut++;
    }
    return cut;
  }
}
