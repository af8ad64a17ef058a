package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar policy}: work on policy files; only the simulation needs the shop's data. */
@Command(
    name = "policy",
    description =
        "Checks a policy file, explains one decision, replays the past, or prints the schema.",
    subcommands = {
      PolicyCheck.class,
      PolicyExplain.class,
      PolicySimulate.class,
      PolicySchemaPrint.class
    })
final class PolicyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Check, explain, simulate or schema?");
  }
}
