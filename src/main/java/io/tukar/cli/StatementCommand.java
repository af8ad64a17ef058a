package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar statement}: what banks write of the shop's account. */
@Command(
    name = "statement",
    description = "Reads statements of the shop's bank.",
    subcommands = StatementParse.class)
final class StatementCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "What about it?");
  }
}
