package io.tukar.rma;

import io.tukar.csv.Harmless;
import io.tukar.policy.replay.Flip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the lines that a replay decides otherwise as CSV, with the cases' numbers. Holds a page of
 * them at most.
 */
public final class FlipTable implements Consumer<Flip>, AutoCloseable {

  private static final int PAGE_LINES = RequestNumbers.ASKED_MAX;

  private final RequestNumbers numbers;
  private final CSVPrinter csv;
  private final List<Flip> page = new ArrayList<>();

  /** Writes the names of the columns; the writer stays open. */
  public FlipTable(RequestNumbers numbers, Writer out) throws IOException {
    this.numbers = numbers;
    this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(
        "case",
        "line",
        "reason",
        "product",
        "was",
        "would",
        "shipping_was",
        "shipping_would",
        "customer_pays_more",
        "clauses");
  }

  @Override
  public void accept(Flip flip) {
    page.add(flip);
    if (page.size() == PAGE_LINES) {
      write();
    }
  }

  private void write() {
    var named = numbers.of(page.stream().map(Flip::rmaId).distinct().toList());
    try {
      for (var flip : page) {
        row(flip, named);
      }
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.clear();
  }

  private void row(Flip flip, Map<Long, String> named) throws IOException {
    csv.printRecord(
        named.getOrDefault(flip.rmaId(), ""),
        flip.lineNo(),
        word(flip.reason()),
        Harmless.cell(flip.product().value()),
        word(flip.was()),
        word(flip.would()),
        word(flip.payerWas()),
        word(flip.payerWould()),
        flip.differenceChange(),
        String.join(" ", flip.clauses()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    write();
  }
}
