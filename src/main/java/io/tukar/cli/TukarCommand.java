package io.tukar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code tukar}: its subcommands, and what they share. A command is a picocli class named in the
 * list below; it returns 0, throws {@link CommandFailed} for 1, and leaves 2 to picocli.
 */
@Command(
    name = "tukar",
    description = "The exchange desk for shops that swap rather than refund.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      VerifyCommand.class,
      OutboxCommand.class,
      StaffCommand.class,
      CalendarCommand.class,
      PolicyCommand.class,
      StatementCommand.class,
    })
public final class TukarCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command line and returns the exit status: 0, 1 (data) or 2 (usage). */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  static CommandLine commandLine() {
    return new CommandLine(new TukarCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Complaints::usage)
        .setExecutionExceptionHandler(Complaints::execution);
  }
}
