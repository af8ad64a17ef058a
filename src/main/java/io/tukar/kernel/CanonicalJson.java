package io.tukar.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON that has one form only: no blanks, keys in ascending order, whole numbers, controls
 * escaped. What is hashed or compared later is written with it. Keys out of order are a bug and
 * throw.
 */
public final class CanonicalJson {

  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;
  private static final int LAST_C1_CONTROL = 0x9f;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;
  private static final int BYTE_ORDER_MARK = 0xfeff;
  private static final int FIRST_NONCHARACTER = 0xfffe;
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final String NOTHING_YET = "";

  private final StringBuilder out;

  /** The last key of each open object; of a list, whether it has an item. */
  private final Deque<String> last = new ArrayDeque<>();

  public CanonicalJson() {
    this(1024);
  }

  /**
   * @param charsExpected how much room to start with
   */
  public CanonicalJson(int charsExpected) {
    out = new StringBuilder(charsExpected);
  }

  public CanonicalJson object() {
    out.append('{');
    last.push(NOTHING_YET);
    return this;
  }

  public CanonicalJson endObject() {
    last.pop();
    out.append('}');
    return this;
  }

  public CanonicalJson list() {
    out.append('[');
    last.push(NOTHING_YET);
    return this;
  }

  public CanonicalJson endList() {
    last.pop();
    out.append(']');
    return this;
  }

  /** The key of the value that follows; later in order than the object's keys before it. */
  public CanonicalJson key(String key) {
    var before = last.element();
    if (key.compareTo(before) <= 0) {
      throw new IllegalStateException("Key " + key + " after " + before);
    }
    last.pop();
    last.push(key);
    if (!before.isEmpty()) {
      out.append(',');
    }
    quoted(key);
    out.append(':');
    return this;
  }

  /** To be called before each item of a list. */
  public CanonicalJson item() {
    var before = last.pop();
    if (!before.isEmpty()) {
      out.append(',');
    }
    last.push("item");
    return this;
  }

  public CanonicalJson value(String text) {
    quoted(text);
    return this;
  }

  public CanonicalJson value(long number) {
    out.append(number);
    return this;
  }

  public CanonicalJson value(boolean yes) {
    out.append(yes);
    return this;
  }

  public CanonicalJson nothing() {
    out.append("null");
    return this;
  }

  /** The text written so far. */
  @Override
  public String toString() {
    return out.toString();
  }

  /** The text in UTF-8. */
  public byte[] toBytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void quoted(String text) {
    out.append('"');
    var written = 0;
    for (var i = 0; i < text.length(); i++) {
      if (!isPlain(text, i)) {
        out.append(text, written, i);
        escaped(text.charAt(i));
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private void escaped(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else {
      out.append("\\u");
      for (var shift = 12; shift >= 0; shift -= 4) {
        out.append(HEX[(c >> shift) & 0xf]);
      }
    }
  }

  /** Whether a character can stand as it is: no quote, control, line break or half a pair. */
  private static boolean isPlain(String text, int at) {
    var c = text.charAt(at);
    if (c < DELETE) {
      return c >= FIRST_PRINTABLE && c != '"' && c != '\\';
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c > LAST_C1_CONTROL
        && c != LINE_SEPARATOR
        && c != PARAGRAPH_SEPARATOR
        && c != BYTE_ORDER_MARK
        && c < FIRST_NONCHARACTER;
  }
}
