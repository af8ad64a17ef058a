package io.tukar.csv;

import java.util.Locale;

/**
 * How far an import has come.
 *
 * @param things what the file holds, in the plural: orders, products
 * @param rows rows read, the header not counted
 * @param skipped rows that are no sold thing, such as the parent of variations
 * @param refused rows left out, each with a remark
 */
public record ImportCounts(
    String things,
    long rows,
    long added,
    long changed,
    long unchanged,
    long skipped,
    long refused) {

  /** One line of progress. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rows: %,d %s added, %,d changed, %,d unchanged; %,d rows skipped, %,d refused",
        rows,
        added,
        things,
        changed,
        unchanged,
        skipped,
        refused);
  }
}
