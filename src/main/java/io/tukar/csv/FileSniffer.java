package io.tukar.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Finds out what a file is before a row of it is read: text at all, and in which encoding. */
final class FileSniffer {

  private static final int HEAD_BYTES = 8192;
  private static final int CHUNK_BYTES = 65536;
  private static final int CONTROL_SHARE_MAX = 50;

  private FileSniffer() {}

  /**
   * How to decode the file.
   *
   * @param skip bytes of a byte order mark
   */
  record Encoding(Charset charset, int skip) {}

  static Encoding encoding(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFile(
          Files.exists(file) ? file + " is not a file" : "There is no file " + file);
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableFile("The file " + file + " may not be read by this user");
    }
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    refuseWhatIsNoText(file, head);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(isUtf8(file) ? UTF_8 : Charset.forName("windows-1252"), 3);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Encoding(UTF_16LE, 2);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Encoding(UTF_16BE, 2);
    }
    return new Encoding(isUtf8(file) ? UTF_8 : Charset.forName("windows-1252"), 0);
  }

  private static void refuseWhatIsNoText(Path file, byte[] head) throws UnreadableFile {
    var start = new String(head, ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
    if (start.isEmpty()
        || Arrays.equals(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      throw new UnreadableFile("The file " + file + " is empty");
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableFile(
          file + " is a workbook or an archive, not CSV; save the sheet as CSV (UTF-8)");
    }
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
      throw new UnreadableFile(file + " is a web page or XML, not CSV");
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      throw new UnreadableFile(file + " is JSON, not CSV");
    }
    var utf16 = startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF);
    if (!utf16 && (start.startsWith("%pdf") || looksBinary(head))) {
      throw new UnreadableFile(file + " is a binary file, not CSV");
    }
  }

  private static boolean looksBinary(byte[] head) {
    var controls = 0;
    for (var b : head) {
      if (b == 0) {
        return true;
      }
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        controls++;
      }
    }
    return controls * CONTROL_SHARE_MAX > head.length;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads the file once through: whether it is UTF-8 can be decided by its last byte. */
  private static boolean isUtf8(Path file) throws IOException {
    var decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    var bytes = ByteBuffer.allocate(CHUNK_BYTES);
    var chars = CharBuffer.allocate(CHUNK_BYTES);
    try (var in = Files.newByteChannel(file)) {
      while (in.read(bytes) > 0) {
        bytes.flip();
        if (!decodes(decoder, bytes, chars, false)) {
          return false;
        }
        bytes.compact();
      }
      bytes.flip();
      return decodes(decoder, bytes, chars, true);
    }
  }

  private static boolean decodes(
      CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean last) {
    chars.clear();
    return !decoder.decode(bytes, chars, last).isError();
  }
}
