package io.tukar.stock;

import io.tukar.csv.Cells;
import io.tukar.csv.CsvFile;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.ImportTally;
import io.tukar.csv.RowRemark;
import io.tukar.kernel.Actor;
import io.tukar.rows.Writes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes stock from a file: units by serial, other goods by number. A unit that is known gets the
 * marks the file tells and stays where it is, so that the same file taken twice changes nothing.
 */
@Component
public class StockImport {

  /** Rows written in one transaction. */
  private static final int ROWS_PER_BATCH = 500;

  private final TransactionTemplate transactions;
  private final JdbcTemplate batch;
  private final Catalogue catalogue;
  private final Units units;
  private final Papers papers;

  StockImport(
      TransactionTemplate transactions,
      JdbcTemplate batch,
      Catalogue catalogue,
      Units units,
      Papers papers) {
    this.transactions = transactions;
    this.batch = batch;
    this.catalogue = catalogue;
    this.units = units;
    this.papers = papers;
  }

  /**
   * Reads the file to its end.
   *
   * @param remarks told of every refused row, as it is found
   * @param progress told about once a second
   * @throws io.tukar.csv.UnreadableFile where the file is no table of stock; what was read before
   *     the fault was found stays
   */
  public ImportCounts read(
      Path file, Instant at, Actor by, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    var tally = new ImportTally("units", remarks, progress);
    try (var csv = CsvFile.open(file)) {
      CsvLayout.of(csv.header(), List.of(PlainStock.LAYOUT));
      var pending = new ArrayList<Row>();
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        tally.row();
        var cells = new Cells(row.get(), tally);
        PlainStock.read(cells).ifPresent(stock -> pending.add(new Row(stock, cells)));
        if (pending.size() >= ROWS_PER_BATCH) {
          land(pending, at, by, tally);
        }
      }
      land(pending, at, by, tally);
    }
    return tally.counts();
  }

  private record Row(ImportedStock stock, Cells cells) {}

  private void land(List<Row> rows, Instant at, Actor by, ImportTally tally) {
    transactions.executeWithoutResult(transaction -> write(rows, at, by, tally));
    rows.clear();
  }

  private void write(List<Row> rows, Instant at, Actor by, ImportTally tally) {
    batch.query("select pg_advisory_xact_lock(hashtext('tukar import stock'))", (row, n) -> 0);
    var products =
        catalogue.products(rows.stream().map(row -> row.stock().sku()).distinct().toList());
    var writes = new Writes();
    for (var row : rows) {
      var product = products.get(row.stock().sku());
      if (product == null) {
        row.cells().refuse("sku", row.stock().sku() + " is no product; import products first");
        continue;
      }
      switch (row.stock()) {
        case ImportedStock.OfUnit unit -> unit(unit, product, row.cells(), at, by, writes, tally);
        case ImportedStock.OfNumber number ->
            number(number, product, row.cells(), at, by, writes, tally);
      }
    }
    writes.send(batch);
  }

  private void unit(
      ImportedStock.OfUnit told,
      Product product,
      Cells cells,
      Instant at,
      Actor by,
      Writes writes,
      ImportTally tally) {
    if (!product.serialised()) {
      cells.refuse("serial", "is given, but units of " + told.sku() + " have no serials");
      return;
    }
    var mac = told.mac();
    var owner =
        mac == null
            ? List.<Unit>of()
            : units.withMac(List.of(mac)).stream()
                .filter(unit -> !unit.isSerial(told.sku(), told.serial()))
                .toList();
    if (!owner.isEmpty()) {
      cells.refuse("mac", "is recorded with unit " + owner.getFirst().serial() + " already");
      return;
    }
    var known = units.with(told.sku(), List.of(told.serial()));
    if (known.isEmpty()) {
      var id =
          units.add(
              told.sku(),
              new Delivery.Tag(told.serial(), mac),
              Place.SHELF,
              told.lot(),
              told.bin());
      units.mark(id, told);
      Shelf.move(
          List.of(new Move(told.sku(), id, 1, Place.SUPPLIER, Place.SHELF, "imported")),
          null,
          at,
          by,
          writes);
      tally.added(1);
    } else if (units.mark(known.getFirst().id(), told)) {
      tally.changed(1);
    } else {
      tally.unchanged(1);
    }
  }

  private void number(
      ImportedStock.OfNumber told,
      Product product,
      Cells cells,
      Instant at,
      Actor by,
      Writes writes,
      ImportTally tally) {
    if (product.serialised()) {
      cells.refuse("serial", "is empty, but every unit of " + told.sku() + " has one");
      return;
    }
    var key =
        UUID.nameUUIDFromBytes(
            ("import stock|" + told.reference() + "|" + told.sku())
                .getBytes(StandardCharsets.UTF_8));
    if (papers.of(key).isPresent()) {
      tally.unchanged(1);
      return;
    }
    var paper = papers.write(key, Paper.Kind.IMPORT, null, told.reference(), null, at, by);
    Shelf.moveOn(
        paper,
        List.of(
            new Move(told.sku(), null, told.quantity(), Place.SUPPLIER, Place.SHELF, "imported")),
        at,
        by,
        writes);
    tally.added(1);
  }
}
