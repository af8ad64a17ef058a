package io.tukar.cli;

import io.tukar.rma.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tukar verify}. */
@Command(
    name = "verify",
    description = "Proves every invariant over all data; exits 1 where one is broken.")
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    try (var shop = Shop.open(data.path())) {
      var report = shop.bean(Verification.class).run();
      var out = spec.commandLine().getOut();
      report.counts().forEach((what, count) -> out.println(what + ": " + count));
      report.broken().forEach(spec.commandLine().getErr()::println);
      out.println(report.broken().isEmpty() ? "all invariants hold" : "broken");
      out.flush();
      return report.broken().isEmpty() ? 0 : 1;
    }
  }
}
