package io.tukar.settlement.statement;

import io.tukar.csv.CsvRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a bank, read row by row: only one entry is in memory. */
public final class StatementFile {

  private static final int HEADER_ROWS_MAX = 50;

  private final Path path;
  private final StatementFormat format;

  private StatementFile(Path path, StatementFormat format) {
    this.path = path;
    this.format = format;
  }

  /** A file whose format is told. */
  public static StatementFile of(Path path, StatementFormat format) {
    return new StatementFile(path, format);
  }

  /** A file whose format is found by how it begins, or by the header of its table. */
  public static StatementFile recognised(Path path) throws IOException {
    var message = MessageSniffer.format(path);
    if (message.isPresent()) {
      return new StatementFile(path, message.get());
    }
    try (var records = CsvRecords.open(path)) {
      for (var rows = 0; rows < HEADER_ROWS_MAX; rows++) {
        var cells = records.next();
        if (cells.isEmpty()) {
          break;
        }
        var format = format(new Row(records.row(), cells.get()));
        if (format.isPresent()) {
          return new StatementFile(path, format.get());
        }
      }
    }
    throw new BadStatement(
        "the first "
            + HEADER_ROWS_MAX
            + " rows hold no header of a known statement; known are: "
            + StatementFormat.words());
  }

  private static Optional<StatementFormat> format(Row row) {
    var header = row.header();
    if (header.containsKey(BcaCsv.FIRST_COLUMN) && header.containsKey("jumlah")) {
      return Optional.of(StatementFormat.BCA);
    }
    if (TableCsv.BRI.head(header)) {
      return Optional.of(StatementFormat.BRI);
    }
    return TableCsv.MANDIRI.head(header) ? Optional.of(StatementFormat.MANDIRI) : Optional.empty();
  }

  public StatementFormat format() {
    return format;
  }

  /**
   * Reads it through twice: first all rows and sums are checked, then the entries are handed on, so
   * that nothing of a wrong file reaches the sink.
   *
   * @throws BadStatement where it is refused, with the row
   * @throws io.tukar.csv.UnreadableFile where it is no such text at all
   */
  public StatementBalances read(StatementSink sink) throws IOException {
    pass(entry -> {});
    return pass(sink);
  }

  private StatementBalances pass(StatementSink sink) throws IOException {
    return switch (format) {
      case BCA -> table(new BcaCsv(), sink);
      case BRI -> table(new TableCsv(TableCsv.BRI), sink);
      case MANDIRI -> table(new TableCsv(TableCsv.MANDIRI), sink);
      case MT940 -> Mt940.read(path, sink);
      case CAMT053 -> Camt053.read(path, sink);
    };
  }

  private StatementBalances table(StatementLayout layout, StatementSink sink) throws IOException {
    try (var records = CsvRecords.open(path)) {
      return layout.read(records, sink);
    }
  }
}
