package io.tukar.rma;

import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Tells a case's customer what happened, by the outbox. */
@Component
class Announcer {

  private final Outbox outbox;

  Announcer(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Says this about the case as it stands after its latest event. */
  void tell(Rma rma, Notice notice, UnaryOperator<Outgoing.Writing> words, Instant at) {
    var writing = words.apply(Outgoing.about(rma.id(), rma.version(), notice));
    outbox.add(List.of(writing.to(new Recipient.Customer(rma.customerId()))), at);
  }

  void tell(Rma rma, Notice notice, Instant at) {
    tell(rma, notice, UnaryOperator.identity(), at);
  }
}
