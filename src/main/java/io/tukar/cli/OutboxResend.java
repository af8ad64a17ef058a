package io.tukar.cli;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Language;
import io.tukar.kernel.RefusalText;
import io.tukar.outbox.OutboxState;
import io.tukar.outbox.Resending;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tukar outbox resend}: each message by itself; one that is refused stops no other. */
@Command(
    name = "resend",
    description = {
      "Puts messages that are REFUSED, UNKNOWN or PARKED back in the queue; it is recorded.",
      "An UNKNOWN one may have arrived: its customer may get it twice."
    })
final class OutboxResend implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "The messages, as list names them.")
  private List<Long> ids = List.of();

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    try (var shop = Shop.open(data.path())) {
      var resending = shop.bean(Resending.class);
      var now = shop.bean(Clock.class).instant();
      var out = spec.commandLine().getOut();
      var err = spec.commandLine().getErr();
      int exit = 0;
      for (long id : ids) {
        switch (resending.resend(id, new Actor.Operator(), now)) {
          case Answer.Done<OutboxState>(var before) ->
              out.println(id + ": queued again, was " + before);
          case Answer.Refused<OutboxState>(var reasons) -> {
            exit = 1;
            reasons.forEach(why -> err.println(id + ": " + RefusalText.of(why, Language.EN)));
          }
        }
      }
      out.flush();
      err.flush();
      return exit;
    }
  }
}
