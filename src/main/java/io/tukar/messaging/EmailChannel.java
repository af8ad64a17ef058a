package io.tukar.messaging;

import io.tukar.outbox.Channel;
import io.tukar.outbox.Delivery;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Recipient;
import java.time.Clock;
import java.util.Optional;

/** Sends to customers by e-mail, where a mail server is set up and they have an address. */
final class EmailChannel implements Channel {

  private final Optional<SmtpSettings> settings;
  private final CaseCards cards;
  private final Letters letters;
  private final Clock clock;

  EmailChannel(Optional<SmtpSettings> settings, CaseCards cards, Letters letters, Clock clock) {
    this.settings = settings;
    this.cards = cards;
    this.letters = letters;
    this.clock = clock;
  }

  @Override
  public boolean isOpen() {
    return settings.isPresent();
  }

  @Override
  public Delivery deliver(Outgoing message) {
    return switch (message.recipient()) {
      // Staff see their work in the desk's queues.
      case Recipient.Staff _ -> new Delivery.NoChannel("for the desk");
      case Recipient.Customer _ ->
          settings
              .map(smtp -> mailed(smtp, message))
              .orElseGet(() -> new Delivery.NoChannel("no mail server"));
    };
  }

  private Delivery mailed(SmtpSettings smtp, Outgoing message) {
    var card = cards.of(message.rmaId());
    var from = smtp.from().or(card::shopEmail);
    var to = card.email();
    if (from.isEmpty()) {
      return new Delivery.NoChannel("no sender");
    }
    if (to.isEmpty()) {
      return new Delivery.NoChannel("no address");
    }
    if (to.get().isReserved()) {
      return new Delivery.NoChannel("reserved domain");
    }
    var envelope =
        new SmtpLine.Envelope(from.get(), card.shop(), to.get(), message.key(), clock.instant());
    return new SmtpLine(smtp).send(envelope, letters.write(message, card, card.language()));
  }
}
