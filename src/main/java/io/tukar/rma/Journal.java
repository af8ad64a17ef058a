package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Recipient;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one gate: a case being changed. Every event passes {@link #append}, which checks the move and
 * links it to the chain; {@link CaseFiles} writes the row, the events and what goes with them.
 */
final class Journal {

  private final Rma before;
  private final List<Chain.Link> links = new ArrayList<>();
  private final List<Outgoing> letters = new ArrayList<>();
  private final Writes writes = new Writes();
  private Rma now;
  private byte[] chain;

  private Journal(Rma before, byte[] chain) {
    this.before = before;
    this.now = before;
    this.chain = chain;
  }

  /** A case as it was read. */
  static Journal of(Rma rma, byte[] chain) {
    return new Journal(rma, chain);
  }

  /** A case that begins with this event. */
  static Journal opening(Rma opened, RmaEvent.Opened event, Instant at, Actor by) {
    var journal = new Journal(opened, Chain.genesis());
    journal.link(1, event, at, by);
    return journal;
  }

  /** Lets the event happen; the reason where it may not, and then nothing changed. */
  Optional<Refusal> append(RmaEvent event, Instant at, Actor by) {
    var refusal = now.check(event);
    if (refusal.isEmpty()) {
      now = now.after(event);
      link(now.version(), event, at, by);
    }
    return refusal;
  }

  private void link(int seq, RmaEvent event, Instant at, Actor by) {
    var link =
        Chain.link(
            now.id(), chain, seq, event.kind().name(), at, by.reference(), EventCodec.write(event));
    links.add(link);
    chain = link.hash();
  }

  /** Tells the case's customer, by the outbox, once the change is filed. */
  void tell(Notice notice, UnaryOperator<Outgoing.Writing> words) {
    var writing = words.apply(Outgoing.about(now.id(), now.version(), notice));
    letters.add(writing.to(new Recipient.Customer(now.customerId())));
  }

  void tell(Notice notice) {
    tell(notice, UnaryOperator.identity());
  }

  List<Outgoing> letters() {
    return letters;
  }

  /** What other rooms write with the change, behind the case's own rows. */
  Writes writes() {
    return writes;
  }

  Rma before() {
    return before;
  }

  Rma now() {
    return now;
  }

  List<Chain.Link> links() {
    return links;
  }

  byte[] chain() {
    return chain;
  }
}
