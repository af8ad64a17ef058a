package io.tukar.settlement.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a bank's messages, which are no tables, by how they begin. */
final class MessageSniffer {

  private static final int HEAD_BYTES = 8_192;

  private static final Pattern MT940 =
      Pattern.compile(
          "\\A\\s*(?:\\{1:|:20:)|^:20:[^\\n]*\\R(?s:.*)^:(?:25P?|60[FM]):", Pattern.MULTILINE);

  private static final Pattern CAMT053 =
      Pattern.compile("camt\\.053\\.001\\.|<(?:[A-Za-z0-9_.-]+:)?BkToCstmrStmt\\b");

  private MessageSniffer() {}

  /**
   * The format; empty where it may be a table.
   *
   * @throws BadStatement where it is XML, but of another kind
   */
  static Optional<StatementFormat> format(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      return Optional.empty();
    }
    String head;
    try (var in = Files.newInputStream(path)) {
      var bytes = in.readNBytes(HEAD_BYTES);
      var wide = bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF);
      head = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
    var text = head.startsWith("\uFEFF") ? head.substring(1) : head;
    if (CAMT053.matcher(text).find() && text.stripLeading().startsWith("<")) {
      return Optional.of(StatementFormat.CAMT053);
    }
    if (text.stripLeading().startsWith("<?xml")) {
      throw new BadStatement("the file is XML, but no statement of camt.053");
    }
    return MT940.matcher(text).find() ? Optional.of(StatementFormat.MT940) : Optional.empty();
  }
}
