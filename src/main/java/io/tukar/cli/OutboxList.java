package io.tukar.cli;

import io.tukar.outbox.OutboxState;
import io.tukar.outbox.QueuedMessage;
import io.tukar.outbox.Resending;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tukar outbox list}: a message a line, its columns parted by tabs. */
@Command(
    name = "list",
    description = "Lists messages: those that wait for a person, or those of one state.")
final class OutboxList implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "One of ${COMPLETION-CANDIDATES} (default: REFUSED, UNKNOWN and PARKED).")
  private Set<OutboxState> states = EnumSet.copyOf(Resending.STUCK);

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    try (var shop = Shop.open(data.path())) {
      var messages = shop.bean(Resending.class).list(states);
      var out = spec.commandLine().getOut();
      out.println("ID\tSTATE\tCASE\tNOTICE\tFOR\tATTEMPTS\tRESENT\tWRITTEN\tREASON");
      messages.forEach(message -> out.println(line(message)));
      out.flush();
      if (messages.size() == Resending.MESSAGES_LISTED_MAX) {
        var err = spec.commandLine().getErr();
        err.println("These are the oldest " + messages.size() + "; there may be more.");
        err.flush();
      }
      return 0;
    }
  }

  private static String line(QueuedMessage message) {
    return String.join(
        "\t",
        Long.toString(message.id()),
        message.state().name(),
        message.request().value(),
        message.notice().name(),
        message.recipient().reference(),
        Integer.toString(message.attempts()),
        Integer.toString(message.resends()),
        message.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        message.reason().orElse(""));
  }
}
