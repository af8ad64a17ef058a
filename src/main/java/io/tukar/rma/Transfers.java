package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.settlement.Ledger;
import io.tukar.settlement.PaymentCodes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the bank's statement says of a case's money (clause P6). */
@Component
class Transfers {

  private final CaseFiles files;
  private final Ledger ledger;
  private final PaymentCodes codes;
  private final Notes notes;
  private final Promises promises;

  Transfers(CaseFiles files, Ledger ledger, PaymentCodes codes, Notes notes, Promises promises) {
    this.files = files;
    this.ledger = ledger;
    this.codes = codes;
    this.notes = notes;
    this.promises = promises;
  }

  /**
   * A receipt, or a part of it, is this case's. More than was owed is owed back.
   *
   * @return the posting
   */
  Answer<Long> received(CaseRef ref, Money amount, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          if (!amount.isPositive()) {
            return Answer.refused(Refusal.of("amount-not-positive", "amount"));
          }
          var incoming = codes.incoming(rma.id(), rma.balance(), amount);
          var change = incoming.settles().negated().minor();
          var due = promises.shop(at, Promises.DISPATCH);
          var mayNot = rma.check(new RmaEvent.Paid(change, 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var posting = ledger.received(rma.id(), incoming, at, by);
          journal.append(new RmaEvent.Paid(change, posting, due), at, by);
          if (!journal.now().balance().isPositive()) {
            codes.end(rma.id(), at);
          }
          files.file(journal, at);
          return Answer.done(posting);
        });
  }

  /**
   * The bank was told to transfer this to the customer, who is told; never more than the shop owes.
   *
   * @return the posting
   */
  Answer<Long> payoutSent(CaseRef ref, Money amount, String reference, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var owed = rma.balance().negated();
          if (amount.compareTo(owed) > 0) {
            return Answer.refused(Refusal.of("more-than-owed", "amount", owed.minor()));
          }
          var due = promises.shop(at, Promises.DISPATCH);
          var mayNot = rma.check(new RmaEvent.Paid(amount.minor(), 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var posting = ledger.payoutSent(rma.id(), amount, reference, at, by);
          journal.append(new RmaEvent.Paid(amount.minor(), posting, due), at, by);
          journal.tell(Notice.PAYOUT_SENT, said -> said.with(Param.AMOUNT, amount));
          files.file(journal, at);
          return Answer.done(posting);
        });
  }

  /**
   * A transfer that was booked is not this case's, or never came: its posting is taken back, and
   * the customer has the days to pay again.
   *
   * @param reason kept as a note of the case
   * @return the posting that takes it back
   */
  Answer<Long> takeBack(CaseRef ref, long posting, String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var was = Objects.requireNonNullElse(rma.dueAt(), at);
          var mayNot = refusal(reason).or(() -> rma.check(new RmaEvent.PaymentReversed(0, 0, was)));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          notes.add(rma.id(), null, Note.Kind.OVERRIDE, reason.strip(), at, by);
          var reversal = ledger.reverse(posting, at, by);
          var owes = rma.balance().plus(reversal.change()).isPositive();
          var due =
              owes && rma.status() == RmaStatus.SETTLED
                  ? promises.customer(at, Promises.PAYMENT_WORKING_DAYS)
                  : was;
          journal.append(
              new RmaEvent.PaymentReversed(reversal.change().minor(), reversal.posting(), due),
              at,
              by);
          codes.ask(rma.id(), journal.now().balance(), at);
          files.file(journal, at);
          return Answer.done(reversal.posting());
        });
  }

  private static Optional<Refusal> refusal(String reason) {
    if (reason.isBlank()) {
      return Optional.of(Refusal.of("reason-needed", "reason"));
    }
    return reason.length() > Note.CHARS_MAX
        ? Optional.of(Refusal.of("value-too-long", "reason", Note.CHARS_MAX))
        : Optional.empty();
  }
}
