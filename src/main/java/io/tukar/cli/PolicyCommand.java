package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar policy}: work on policy files. No database. */
@Command(
    name = "policy",
    description = "Checks a policy file, or explains one decision.",
    subcommands = {PolicyCheck.class, PolicyExplain.class})
final class PolicyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Check or explain?");
  }
}
