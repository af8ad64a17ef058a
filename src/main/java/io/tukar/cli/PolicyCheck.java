package io.tukar.cli;

import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.tree.PolicyProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tukar policy check}: everything that is wrong with a policy file, by line and column. */
@Command(
    name = "check",
    description = "Says what is wrong with a policy file; fails on errors, not on warnings.")
final class PolicyCheck implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A policy in YAML.")
  private Path file = Path.of("");

  @Option(
      names = "--draft",
      description = "Checks it as a draft to be published now: it may not begin in the past.")
  private boolean draft;

  @Override
  public Integer call() {
    var text = TextFile.read(file, PolicyFile.BYTES_MAX);
    var reading =
        draft ? PolicyFile.readDraft(text, Clock.systemUTC().instant()) : PolicyFile.read(text);
    var out = spec.commandLine().getOut();
    reading.problems().forEach(problem -> out.println(problem.inFile(file.toString())));
    var policy = reading.policy();
    if (policy.isPresent()) {
      out.println(
          file
              + ": policy "
              + policy.get().id()
              + " version "
              + policy.get().version()
              + ", clauses: "
              + policy.get().clauseIds().size()
              + ", warnings: "
              + reading.problems().size());
      out.flush();
      return 0;
    }
    out.flush();
    throw new CommandFailed(file + ": errors: " + errors(reading));
  }

  private static long errors(PolicyFile.Reading reading) {
    return reading.problems().stream()
        .filter(problem -> problem.weight() == PolicyProblem.Weight.ERROR)
        .count();
  }
}
