package io.tukar.cli;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.file.DecisionText;
import io.tukar.policy.file.FactsFile;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.tree.PolicyProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tukar policy explain}: one decision with its proof. No database. */
@Command(name = "explain", description = "Decides on the facts in a file and shows the proof.")
final class PolicyExplain implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--facts",
      required = true,
      paramLabel = "FILE",
      description = "The facts in JSON; docs/policy-format.md has an example.")
  private Path facts = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy in YAML (default: the shipped one).")
  private @Nullable Path policy;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "The proof's language: id or en (default: ${DEFAULT-VALUE}).")
  private Language language = Language.EN;

  @Option(names = "--json", description = "Prints the decision as it is stored.")
  private boolean json;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var decision = decide(known(facts));
    if (json) {
      out.println(new String(decision.toCanonicalJson(), StandardCharsets.UTF_8));
    } else {
      out.print(DecisionText.of(decision, language));
    }
    out.flush();
    return 0;
  }

  private Decision decide(ReturnFacts known) {
    if (policy == null) {
      return PolicyFile.shipped().judge(known);
    }
    var reading = PolicyFile.load(TextFile.read(policy, PolicyFile.BYTES_MAX));
    return sound(reading.policy(), reading.problems(), policy)
        .decide(known, WorkingCalendar.indonesia());
  }

  private ReturnFacts known(Path file) {
    var reading = FactsFile.read(TextFile.read(file, FactsFile.BYTES_MAX));
    return sound(reading.facts(), reading.problems(), file);
  }

  /** What was read; where it is not to be used, says why on the error output. */
  private <T> T sound(Optional<T> read, List<PolicyProblem> problems, Path file) {
    if (read.isPresent()) {
      return read.get();
    }
    var lines = problems.stream().map(problem -> problem.inFile(file.toString())).toList();
    var err = spec.commandLine().getErr();
    lines.stream().skip(1).forEach(err::println);
    err.flush();
    throw new CommandFailed(lines.getFirst());
  }
}
