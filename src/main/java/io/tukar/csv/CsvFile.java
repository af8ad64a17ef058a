package io.tukar.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma, semicolon or tab separated values (RFC 4180, and what spreadsheets make of it),
 * read row by row: only one row is in memory. UTF-8 with or without a byte order mark, UTF-16 with
 * one, otherwise Windows-1252.
 */
public final class CsvFile implements AutoCloseable {

  /** The most columns a header may have. */
  private static final int COLUMNS_MAX = 1000;

  private static final int HEADER_CHARACTERS_MAX = 65536;

  private final Path path;
  private final BoundedReader bounded;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Map<String, Integer> columns;
  private long row;

  private CsvFile(Path path, BoundedReader bounded, CSVParser parser) throws IOException {
    this.path = path;
    this.bounded = bounded;
    this.parser = parser;
    this.records = parser.iterator();
    this.columns = readHeader();
  }

  /** Opens the file and reads its header. */
  public static CsvFile open(Path path) throws IOException {
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
      return new CsvFile(path, bounded, CSVParser.parse((Reader) bounded, format));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The names of the columns, in lower case. */
  public Set<String> header() {
    return Collections.unmodifiableSet(columns.keySet());
  }

  /** The next row that is not blank; empty at the end of the file. */
  public Optional<CsvRow> next() throws IOException {
    for (var record = read(); record.isPresent(); record = read()) {
      var found = new CsvRow(row, columns, record.get().toList());
      if (!found.blank()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private Map<String, Integer> readHeader() throws IOException {
    for (var record = read(); record.isPresent(); record = read()) {
      var names = record.get().toList();
      if (names.stream().anyMatch(name -> !name.isBlank())) {
        if (names.size() > COLUMNS_MAX) {
          throw new UnreadableFile(path + " has " + names.size() + " columns; it is no known CSV");
        }
        return byName(names);
      }
    }
    throw new UnreadableFile("The file " + path + " is empty");
  }

  /** Every column has a place, also one without a name; of two with one name the first counts. */
  private static Map<String, Integer> byName(List<String> names) {
    var columns = new HashMap<String, Integer>();
    for (var i = 0; i < names.size(); i++) {
      var name = names.get(i).strip().toLowerCase(Locale.ROOT);
      if (columns.putIfAbsent(name, i) != null) {
        columns.put(name + "#" + (i + 1), i);
      }
    }
    return Map.copyOf(columns);
  }

  private Optional<CSVRecord> read() throws IOException {
    row++;
    try {
      var record = records.hasNext() ? Optional.of(records.next()) : Optional.<CSVRecord>empty();
      bounded.rowIsRead();
      return record;
    } catch (UncheckedIOException e) {
      throw translated(Objects.requireNonNull(e.getCause()));
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof IOException cause) {
        throw translated(cause);
      }
      throw e;
    }
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
