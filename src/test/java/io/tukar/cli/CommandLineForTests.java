package io.tukar.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs a command line as the program does and keeps what it says. */
record CommandLineForTests(int exit, String out, String err) {

  static CommandLineForTests run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        TukarCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new CommandLineForTests(exit, out.toString(), err.toString());
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
