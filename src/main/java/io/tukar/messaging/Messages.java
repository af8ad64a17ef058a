package io.tukar.messaging;

import io.tukar.kernel.Language;
import io.tukar.outbox.Outbox;
import io.tukar.outbox.Recipient;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the shop said to the customer of a case, whether or not it could be sent. */
@Component
public class Messages {

  private final Outbox outbox;
  private final CaseCards cards;
  private final Letters letters;

  Messages(Outbox outbox, CaseCards cards, Letters letters) {
    this.outbox = outbox;
    this.cards = cards;
    this.letters = letters;
  }

  /** Oldest first, in the reader's language; the text can be copied into a chat. */
  public List<SaidMessage> toCustomer(long rmaId, Language language) {
    var entries =
        outbox.ofCase(rmaId).stream()
            .filter(entry -> entry.message().recipient() instanceof Recipient.Customer)
            .toList();
    if (entries.isEmpty()) {
      return List.of();
    }
    var card = cards.of(rmaId);
    return entries.stream()
        .map(
            entry ->
                new SaidMessage(
                    letters.write(entry.message(), card, language),
                    entry.state(),
                    entry.createdAt()))
        .toList();
  }
}
