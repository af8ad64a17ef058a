package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar outbox}: what was to be said, and what became of it. */
@Command(
    name = "outbox",
    description = "Shows messages that did not go out, and sends them again.",
    subcommands = {OutboxList.class, OutboxResend.class})
final class OutboxCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "List or resend?");
  }
}
