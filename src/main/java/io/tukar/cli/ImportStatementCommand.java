package io.tukar.cli;

import io.tukar.cashier.Cashier;
import io.tukar.cashier.StatementIntake;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Language;
import io.tukar.kernel.RefusalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tukar import statement FILE}: all of a bank's statement, or nothing. */
@Command(
    name = "statement",
    description =
        "Takes a bank's statement in whole, and gives the receipts of which it is sure to their"
            + " cases; see docs/import-formats.md.")
final class ImportStatementCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailed("There is no file " + file);
    }
    try (Shop shop = Shop.open(data.path())) {
      var now = shop.bean(Clock.class).instant();
      var by = new Actor.Operator();
      var name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
      switch (shop.bean(StatementIntake.class).take(file, name, now, by)) {
        case Answer.Refused<StatementIntake.Taken>(var reasons) ->
            throw new CommandFailed(RefusalText.of(reasons.getFirst(), Language.EN));
        case Answer.Done<StatementIntake.Taken>(var taken) -> {
          var matched = shop.bean(Cashier.class).matchTheSure(now, by);
          var out = spec.commandLine().getOut();
          out.printf(
              "%d entries, %d new, %d pending; %d matched%n",
              taken.entries(), taken.fresh(), taken.pending(), matched);
          out.flush();
        }
      }
      return CommandLine.ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailed(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
