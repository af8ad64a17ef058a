package io.tukar.cli;

import io.tukar.kernel.Actor;
import io.tukar.stock.ProductImport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tukar import products FILE}. */
@Command(
    name = "products",
    description =
        "Takes products from a WooCommerce export or a plain CSV; see docs/import-formats.md.")
final class ImportProductsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    return new ImportRun(spec.commandLine(), file)
        .over(
            data.path(),
            (shop, remarks, progress) ->
                shop.bean(ProductImport.class)
                    .read(
                        file,
                        shop.bean(Clock.class).instant(),
                        new Actor.Clock(),
                        remarks,
                        progress));
  }
}
