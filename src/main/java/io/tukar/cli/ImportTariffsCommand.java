package io.tukar.cli;

import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.shipping.TariffImport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code tukar import tariffs FILE}. */
@Command(
    name = "tariffs",
    description = "Takes what couriers cost from a CSV; see docs/import-formats.md.")
final class ImportTariffsCommand extends FileImport {

  @Override
  ImportCounts read(
      Shop shop, Path from, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    return shop.bean(TariffImport.class)
        .read(from, shop.bean(Clock.class).instant(), remarks, progress);
  }
}
