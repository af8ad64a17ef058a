package io.tukar.cli;

import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.kernel.Actor;
import io.tukar.stock.ProductImport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code tukar import products FILE}. */
@Command(
    name = "products",
    description =
        "Takes products from a WooCommerce export or a plain CSV; see docs/import-formats.md.")
final class ImportProductsCommand extends FileImport {

  @Override
  ImportCounts read(
      Shop shop, Path from, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    return shop.bean(ProductImport.class)
        .read(from, shop.bean(Clock.class).instant(), new Actor.Operator(), remarks, progress);
  }
}
