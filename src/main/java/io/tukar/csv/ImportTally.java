package io.tukar.csv;

import java.util.function.Consumer;

/** Counts while an import runs, and passes every remark on at once: nothing piles up in memory. */
public final class ImportTally {

  private static final long NANOS_BETWEEN_REPORTS = 1_000_000_000L;

  private final String things;
  private final Consumer<RowRemark> remarks;
  private final Consumer<ImportCounts> progress;
  private long rows;
  private long added;
  private long changed;
  private long unchanged;
  private long skipped;
  private long refused;
  private long lastRefusedRow;
  private long reportedAt = System.nanoTime();

  /**
   * @param progress is told about once a second, never more often
   */
  public ImportTally(String things, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress) {
    this.things = things;
    this.remarks = remarks;
    this.progress = progress;
  }

  /** One more row was read. */
  public void row() {
    rows++;
    var now = System.nanoTime();
    if (now - reportedAt >= NANOS_BETWEEN_REPORTS) {
      reportedAt = now;
      progress.accept(counts());
    }
  }

  public void added(int things) {
    added += things;
  }

  public void changed(int things) {
    changed += things;
  }

  public void unchanged(int things) {
    unchanged += things;
  }

  /** One row is no sold thing. */
  public void skipped() {
    skipped++;
  }

  /** A row is left out; several remarks about one row, given in a run, count once. */
  public void refused(long row, String column, String text) {
    if (row != lastRefusedRow) {
      refused++;
      lastRefusedRow = row;
    }
    remarks.accept(RowRemark.refused(row, column, text));
  }

  /** Something worth knowing about a row that was taken all the same. */
  public void notice(long row, String column, String text) {
    remarks.accept(RowRemark.notice(row, column, text));
  }

  public ImportCounts counts() {
    return new ImportCounts(things, rows, added, changed, unchanged, skipped, refused);
  }
}
