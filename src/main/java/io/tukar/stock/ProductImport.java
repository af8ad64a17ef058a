package io.tukar.stock;

import io.tukar.csv.Cells;
import io.tukar.csv.CsvFile;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.ImportTally;
import io.tukar.csv.RowRemark;
import io.tukar.csv.SeenKeys;
import io.tukar.kernel.Actor;
import io.tukar.rows.Writes;
import io.tukar.stock.ProductLayout.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes products from a file. A new product is counted in from the supplier once; of a known one
 * the stock is never touched, so that the same file taken twice changes nothing.
 */
@Component
public class ProductImport {

  private static final List<ProductLayout> LAYOUTS =
      List.of(PlainProducts.LAYOUT, WooProducts.LAYOUT);

  /** Products written in one transaction. */
  private static final int PRODUCTS_PER_BATCH = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final TransactionTemplate transactions;
  private final Catalogue catalogue;

  ProductImport(
      JdbcClient jdbc, JdbcTemplate batch, TransactionTemplate transactions, Catalogue catalogue) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.transactions = transactions;
    this.catalogue = catalogue;
  }

  /**
   * Reads the file to its end.
   *
   * @param at the moment of the import
   * @param remarks told of every refused row, as it is found
   * @param progress told about once a second
   * @throws io.tukar.csv.UnreadableFile where the file is no table of products; what was read
   *     before the fault was found stays
   */
  public ImportCounts read(
      Path file, Instant at, Actor by, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    var tally = new ImportTally("products", remarks, progress);
    try (var csv = CsvFile.open(file)) {
      var known = LAYOUTS.stream().map(ProductLayout::columns).toList();
      var layout = LAYOUTS.get(known.indexOf(CsvLayout.of(csv.header(), known)));
      read(csv, layout.reading().get(), at, by, tally);
    }
    return tally.counts();
  }

  private void read(
      CsvFile csv, ProductLayout.Reading reading, Instant at, Actor by, ImportTally tally)
      throws IOException {
    var seen = new SeenKeys();
    var pending = new ArrayList<ImportedProduct>();
    for (var row = csv.next(); row.isPresent(); row = csv.next()) {
      tally.row();
      var cells = new Cells(row.get(), tally);
      switch (reading.read(row.get(), cells)) {
        case Told.Sold(var product) -> {
          if (seen.add(product.sku().value())) {
            pending.add(product);
          } else {
            cells.refuse("sku", product.sku() + " stands further up already");
          }
        }
        case Told.NotSold() -> tally.skipped();
        case Told.Refused() -> {}
      }
      if (pending.size() >= PRODUCTS_PER_BATCH) {
        land(pending, at, by, tally);
      }
    }
    land(pending, at, by, tally);
  }

  private void land(List<ImportedProduct> products, Instant at, Actor by, ImportTally tally) {
    transactions.executeWithoutResult(status -> write(products, at, by, tally));
    products.clear();
  }

  private void write(List<ImportedProduct> products, Instant at, Actor by, ImportTally tally) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('tukar import products'))")
        .query((row, n) -> 0)
        .list();
    var known = catalogue.products(products.stream().map(ImportedProduct::sku).toList());
    var added = new ArrayList<Product>();
    var changed = new ArrayList<Product>();
    var moves = new ArrayList<Move>();
    for (var product : products) {
      var before = known.get(product.sku());
      var after = product.over(before);
      if (before == null) {
        added.add(after);
        if (product.stock() > 0) {
          moves.add(
              new Move(
                  product.sku(), null, product.stock(), Place.SUPPLIER, Place.SHELF, "imported"));
        }
      } else if (!before.equals(after)) {
        changed.add(after);
      }
    }
    store(added, at);
    store(changed, at);
    var writes = new Writes();
    Shelf.move(moves, null, at, by, writes);
    writes.send(batch);
    tally.added(added.size());
    tally.changed(changed.size());
    tally.unchanged(products.size() - added.size() - changed.size());
  }

  private void store(List<Product> products, Instant at) {
    batch.batchUpdate(
        """
        insert into product
          (sku, name, category, list_price, boxed, wrapped, serialised, contents, active, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (sku) do update set
          name = excluded.name, category = excluded.category, list_price = excluded.list_price,
          boxed = excluded.boxed, wrapped = excluded.wrapped, serialised = excluded.serialised,
          contents = excluded.contents, active = excluded.active, updated_at = excluded.updated_at
        """,
        products.stream()
            .map(
                product ->
                    new Object[] {
                      product.sku().value(),
                      product.name(),
                      product.category(),
                      product.listPrice().minor(),
                      product.boxed(),
                      product.wrapped(),
                      product.serialised(),
                      product.contents(),
                      product.active(),
                      at.atOffset(ZoneOffset.UTC)
                    })
            .toList());
  }
}
