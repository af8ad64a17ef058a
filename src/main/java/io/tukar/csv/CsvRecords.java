package io.tukar.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a file of separated values as they stand, without a header: for files that have one
 * further down, or none. Encodings and delimiters are found as {@link CsvFile} says.
 */
public final class CsvRecords implements AutoCloseable {

  private static final int HEADER_CHARACTERS_MAX = 65536;

  private final Path path;
  private final BoundedReader bounded;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long row;

  private CsvRecords(Path path, BoundedReader bounded, CSVParser parser) {
    this.path = path;
    this.bounded = bounded;
    this.parser = parser;
    this.records = parser.iterator();
  }

  /** Opens the file; nothing of it is read but what tells how to read it. */
  public static CsvRecords open(Path path) throws IOException {
    var encoding = FileSniffer.encoding(path);
    var in = Files.newInputStream(path);
    try {
      in.skipNBytes(encoding.skip());
      var text = new BufferedReader(new InputStreamReader(in, encoding.charset()));
      var format =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter(path, text))
              .setIgnoreEmptyLines(false)
              .setTrailingData(true)
              .get();
      var bounded = new BoundedReader(text);
      return new CsvRecords(path, bounded, CSVParser.parse((Reader) bounded, format));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The number of the row that was read last; the first is 1. */
  public long row() {
    return row;
  }

  /** The cells of the next row, blank ones too; empty at the end of the file. */
  public Optional<List<String>> next() throws IOException {
    row++;
    try {
      var cells =
          records.hasNext() ? Optional.of(records.next().toList()) : Optional.<List<String>>empty();
      bounded.rowIsRead();
      return cells;
    } catch (UncheckedIOException e) {
      throw translated(Objects.requireNonNull(e.getCause()));
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof IOException cause) {
        throw translated(cause);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private IOException translated(IOException cause) {
    if (cause instanceof BoundedReader.RowTooLong) {
      return new UnreadableFile(
          "Row %d of %s is longer than %,d characters; a quotation mark is probably never closed"
              .formatted(row, path, BoundedReader.ROW_CHARACTERS_MAX));
    }
    var message = String.valueOf(cause.getMessage());
    return message.contains("EOF") || message.contains("encapsulated")
        ? new UnreadableFile(
            "Row %d of %s opens a quotation mark that is never closed".formatted(row, path))
        : cause;
  }

  /** The mark that stands most often outside quotation marks in the first line. */
  private static char delimiter(Path path, BufferedReader text) throws IOException {
    text.mark(HEADER_CHARACTERS_MAX);
    var counts = new int[3];
    var marks = ",;\t";
    var quoted = false;
    var seen = 0;
    for (var c = text.read(); c >= 0 && (quoted || seen == 0 || !isLineEnd(c)); c = text.read()) {
      if (++seen >= HEADER_CHARACTERS_MAX) {
        throw new UnreadableFile(
            "The first line of %s is longer than %,d characters; it is no known CSV"
                .formatted(path, HEADER_CHARACTERS_MAX));
      }
      quoted ^= c == '"';
      if (!quoted && marks.indexOf(c) >= 0) {
        counts[marks.indexOf(c)]++;
      }
    }
    text.reset();
    var best = 0;
    for (var i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return marks.charAt(best);
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }
}
