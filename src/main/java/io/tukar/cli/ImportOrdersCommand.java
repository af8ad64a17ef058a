package io.tukar.cli;

import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.orders.OrderImport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code tukar import orders FILE}. */
@Command(
    name = "orders",
    description =
        "Takes orders from a WooCommerce export or a plain CSV; see docs/import-formats.md.")
final class ImportOrdersCommand extends FileImport {

  @Override
  ImportCounts read(
      Shop shop, Path from, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    return shop.bean(OrderImport.class)
        .read(from, shop.bean(Clock.class).instant(), remarks, progress);
  }
}
