package io.tukar.cli;

import io.tukar.kernel.Actor;
import io.tukar.staff.Login;
import io.tukar.staff.PasswordLinks;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tukar staff reset-link}: a link to a new password, seen only in the output. */
@Command(
    name = "reset-link",
    description = {
      "Prints a link that sets a new password, good once and for 24 hours; it is recorded.",
      "It begins with TUKAR_PUBLIC_URL, or else with http://127.0.0.1:8080."
    })
final class StaffResetLink implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SIGN-IN", description = "The name the account signs in with.")
  private String signIn = "";

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    var login = Login.parse(signIn).orElseThrow(StaffResetLink::nobody);
    try (var shop = Shop.open(data.path())) {
      var now = shop.bean(Clock.class).instant();
      var secret =
          shop.bean(PasswordLinks.class)
              .offer(login, now, new Actor.Operator())
              .orElseThrow(StaffResetLink::nobody);
      var url = System.getenv().getOrDefault("TUKAR_PUBLIC_URL", "http://127.0.0.1:8080");
      var out = spec.commandLine().getOut();
      out.println(url.replaceAll("/+$", "") + PasswordLinks.path(secret));
      out.flush();
      return 0;
    }
  }

  private static CommandFailed nobody() {
    return new CommandFailed("No active account signs in by that name.");
  }
}
