package io.tukar.cli;

import io.tukar.policy.edit.PolicySchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tukar policy schema}: for editors that check a policy file as one types. */
@Command(name = "schema", description = "Prints the JSON Schema of a policy file.")
final class PolicySchemaPrint implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.print(PolicySchema.json());
    out.flush();
    return 0;
  }
}
