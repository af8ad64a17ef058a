package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar staff}: accounts, for when nobody can get in by the desk. */
@Command(
    name = "staff",
    description = "Helps a member of staff back in.",
    subcommands = StaffResetLink.class)
final class StaffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which step? There is reset-link.");
  }
}
