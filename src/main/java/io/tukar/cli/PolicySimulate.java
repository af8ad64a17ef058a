package io.tukar.cli;

import io.tukar.policy.Policy;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.replay.Flip;
import io.tukar.policy.replay.Replay;
import io.tukar.policy.replay.SimulationReport;
import io.tukar.rma.FlipTable;
import io.tukar.rma.RequestNumbers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tukar policy simulate}: replays the past against a draft. */
@Command(
    name = "simulate",
    description =
        "Decides every past line anew by a draft: how many decisions flip, why, and what it costs.")
final class PolicySimulate implements Callable<Integer> {

  private static final int GROUPS_SHOWN_MAX = 20;
  private static final double NANOS_A_SECOND = 1e9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--draft",
      paramLabel = "FILE",
      required = true,
      description = "A policy in YAML.")
  private Path draft = Path.of("");

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes every flip to this file.")
  private @Nullable Path csv;

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    var policy = readable();
    try (var shop = Shop.open(data.path())) {
      var began = System.nanoTime();
      var report = csv == null ? run(shop, policy, flip -> {}) : intoFile(shop, policy, csv);
      var seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
      var out = spec.commandLine().getOut();
      print(out, report);
      out.println("seconds: " + String.format(Locale.ROOT, "%.1f", seconds));
      out.flush();
      return 0;
    }
  }

  private Policy readable() {
    var reading = PolicyFile.load(TextFile.read(draft, PolicyFile.BYTES_MAX));
    if (reading.policy().isEmpty()) {
      var err = spec.commandLine().getErr();
      reading.problems().forEach(problem -> err.println(problem.inFile(draft.toString())));
      err.flush();
      throw new CommandFailed(draft + ": this policy cannot be read");
    }
    return reading.policy().get();
  }

  private SimulationReport intoFile(Shop shop, Policy policy, Path file) {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      return rows(shop, policy, out);
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed(file + ": cannot be written: " + e.getMessage());
    }
  }

  private SimulationReport rows(Shop shop, Policy policy, Writer out) throws IOException {
    try (var table = new FlipTable(shop.bean(RequestNumbers.class), out)) {
      return run(shop, policy, table);
    }
  }

  private SimulationReport run(Shop shop, Policy policy, Consumer<Flip> each) {
    var err = spec.commandLine().getErr();
    var progress =
        new Replay.Run(
            lines -> {
              err.println("replayed: " + lines);
              err.flush();
            });
    return shop.bean(Replay.class).run(policy, progress, each);
  }

  private static void print(PrintWriter out, SimulationReport report) {
    var all = report.all();
    out.println("draft: " + report.policyId() + " version " + report.policyVersion());
    out.println("holidays: " + report.calendar());
    out.println("lines: " + all.lines());
    out.println("flips: " + all.flips());
    out.println("kinder: " + all.kinder());
    out.println("harsher: " + all.harsher());
    out.println("customers paid: " + all.was().fromCustomers());
    out.println("customers would pay: " + all.would().fromCustomers());
    out.println("lines shipped at the shop's cost: " + all.was().byShop());
    out.println("lines that would be: " + all.would().byShop());
    for (var turned : report.turns()) {
      var turn = turned.turn();
      out.println(
          "from "
              + turn.was()
              + " to "
              + turn.would()
              + (turn.was() == turn.would() ? ", on other terms" : "")
              + ": "
              + turned.lines());
    }
    groups(out, "clause", report.byClause());
    groups(out, "reason", report.byReason());
    groups(out, "product", report.byProduct());
  }

  private static void groups(PrintWriter out, String what, List<SimulationReport.Group> groups) {
    groups.stream()
        .filter(group -> group.count().flips() > 0)
        .limit(GROUPS_SHOWN_MAX)
        .forEach(
            group ->
                out.println(
                    what
                        + " "
                        + group.name()
                        + ": "
                        + group.count().flips()
                        + " of "
                        + group.count().lines()
                        + " flip, kinder: "
                        + group.count().kinder()));
  }
}
