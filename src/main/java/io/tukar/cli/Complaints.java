package io.tukar.cli;

import io.tukar.database.StartFailure;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Says in one line on the error output why a command did not do its work. */
final class Complaints {

  /** Set to anything, shows where an unforeseen failure came from. */
  private static final String DEBUG = "TUKAR_DEBUG";

  private static final int CAUSES_MAX = 20;

  private Complaints() {}

  static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(command, name + ": " + oneLine(e) + " (see " + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  static int execution(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    Optional<String> known = causes(e).flatMap(cause -> known(cause).stream()).findFirst();
    if (known.isPresent()) {
      say(command, name + ": " + known.get());
    } else {
      Throwable root = causes(e).reduce((outer, inner) -> inner).orElse(e);
      say(
          command,
          name
              + ": unforeseen failure: "
              + root.getClass().getSimpleName()
              + ": "
              + oneLine(root)
              + " (set "
              + DEBUG
              + "=1 to see where)");
    }
    if (System.getenv(DEBUG) != null) {
      e.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static Optional<String> known(Throwable cause) {
    return switch (cause) {
      case CommandFailed failed -> Optional.of(oneLine(failed));
      case StartFailure failure -> Optional.of(oneLine(failure));
      case PortInUseException inUse -> Optional.of("port " + inUse.getPort() + " is in use");
      case FlywayException migration ->
          Optional.of("the database cannot be migrated: " + oneLine(migration));
      default -> Optional.empty();
    };
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES_MAX);
  }

  private static void say(CommandLine command, String line) {
    PrintWriter err = command.getErr();
    err.println(line);
    err.flush();
  }

  private static String oneLine(Throwable e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("no reason given");
  }
}
