package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar import}: takes what other programs wrote; every import can be repeated. */
@Command(
    name = "import",
    description =
        "Takes orders, products, stock, tariffs, holidays and bank statements from files; safe to"
            + " run twice.",
    subcommands = {
      ImportOrdersCommand.class,
      ImportProductsCommand.class,
      ImportStockCommand.class,
      ImportTariffsCommand.class,
      ImportHolidaysCommand.class,
      ImportStatementCommand.class,
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Import what?");
  }
}
