package io.tukar.cli;

import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.kernel.Actor;
import io.tukar.stock.StockImport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code tukar import stock FILE}. */
@Command(
    name = "stock",
    description =
        "Takes units by serial, and other goods by number, from a CSV; see docs/import-formats.md.")
final class ImportStockCommand extends FileImport {

  @Override
  ImportCounts read(
      Shop shop, Path from, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    return shop.bean(StockImport.class)
        .read(from, shop.bean(Clock.class).instant(), new Actor.Operator(), remarks, progress);
  }
}
