package io.tukar.settlement.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an MT940 file one after the other, without the envelopes around the messages. */
final class Mt940Fields implements AutoCloseable {

  /** A field has a handful of lines of 65 characters; some banks write more. */
  private static final int FIELD_CHARS_MAX = 20_000;

  private static final Pattern TAG = Pattern.compile("^:([0-9]{2}[A-Z]?):");
  private static final Pattern ENVELOPE =
      Pattern.compile("^(?:\\{[1235]:.*\\})?\\{4:$|^\\{[1235]:.*");

  private final BufferedReader in;
  private @Nullable String ahead;
  private long read;
  private long line;
  private String tag = "";
  private String value = "";

  private Mt940Fields(Reader in) {
    this.in = new BufferedReader(in);
  }

  static Mt940Fields open(Path path) throws IOException {
    var in = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8);
    try {
      var fields = new Mt940Fields(in);
      fields.ahead = fields.advance();
      return fields;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Goes to the next field; false at the end of the file. */
  boolean next() throws IOException {
    while (ahead != null) {
      var found = TAG.matcher(ahead);
      line = read;
      if (!found.find()) {
        skip(ahead);
        ahead = advance();
        continue;
      }
      tag = found.group(1);
      var text = new StringBuilder(ahead.substring(found.end()));
      for (ahead = advance(); ahead != null && continues(ahead); ahead = advance()) {
        text.append('\n').append(ahead);
        if (text.length() > FIELD_CHARS_MAX) {
          throw BadStatement.at(line, "field " + tag + " is longer than any field is");
        }
      }
      value = text.toString().strip();
      return true;
    }
    return false;
  }

  private static boolean continues(String text) {
    return !TAG.matcher(text).find()
        && !text.equals("-")
        && !text.startsWith("-}")
        && !ENVELOPE.matcher(text).matches();
  }

  /** Outside a field there is only an envelope. */
  private void skip(String text) throws BadStatement {
    if (!text.isBlank()
        && !text.equals("-")
        && !text.startsWith("-}")
        && !ENVELOPE.matcher(text).matches()) {
      throw BadStatement.at(line, "no field of an MT940 begins here");
    }
  }

  private @Nullable String advance() throws IOException {
    var text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    read++;
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (text.length() >= FIELD_CHARS_MAX) {
        throw BadStatement.at(read, "the line is longer than any field is");
      }
      text.append((char) c);
    }
    var whole = text.toString();
    return (read == 1 && whole.startsWith("\uFEFF") ? whole.substring(1) : whole).stripTrailing();
  }

  /** The line the field begins on; the first is 1. */
  long line() {
    return line;
  }

  /** Such as {@code 61}. */
  String tag() {
    return tag;
  }

  /** What is behind the tag, its lines separated by line feeds. */
  String value() {
    return value;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
