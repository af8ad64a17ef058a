package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar calendar}: questions to the working calendar. */
@Command(
    name = "calendar",
    description = "Answers from the shop's working calendar.",
    subcommands = CalendarDue.class)
final class CalendarCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which question?");
  }
}
