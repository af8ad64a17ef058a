package io.tukar.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of comma, semicolon or tab separated values (RFC 4180, and what spreadsheets make of it),
 * read row by row: only one row is in memory. UTF-8 with or without a byte order mark, UTF-16 with
 * one, otherwise Windows-1252.
 */
public final class CsvFile implements AutoCloseable {

  /** The most columns a header may have. */
  private static final int COLUMNS_MAX = 1000;

  private final Path path;
  private final CsvRecords records;
  private final Map<String, Integer> columns;

  private CsvFile(Path path, CsvRecords records) throws IOException {
    this.path = path;
    this.records = records;
    this.columns = readHeader();
  }

  /** Opens the file and reads its header. */
  public static CsvFile open(Path path) throws IOException {
    var records = CsvRecords.open(path);
    try {
      return new CsvFile(path, records);
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  /** The names of the columns, in lower case. */
  public Set<String> header() {
    return Collections.unmodifiableSet(columns.keySet());
  }

  /** The next row that is not blank; empty at the end of the file. */
  public Optional<CsvRow> next() throws IOException {
    for (var cells = records.next(); cells.isPresent(); cells = records.next()) {
      var found = new CsvRow(records.row(), columns, cells.get());
      if (!found.blank()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private Map<String, Integer> readHeader() throws IOException {
    for (var cells = records.next(); cells.isPresent(); cells = records.next()) {
      var names = cells.get();
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
}
