package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.settlement.Ledger;
import io.tukar.settlement.PaymentCodes;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the bank's statement says of a case's money (clause P6). */
@Component
class Transfers {

  private final CaseFiles files;
  private final Ledger ledger;
  private final PaymentCodes codes;
  private final Promises promises;

  Transfers(CaseFiles files, Ledger ledger, PaymentCodes codes, Promises promises) {
    this.files = files;
    this.ledger = ledger;
    this.codes = codes;
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
          var receipt = codes.receipt(rma.id(), rma.balance(), amount);
          var change = receipt.settles().negated().minor();
          var due = promises.shop(at, Promises.DISPATCH);
          var mayNot = rma.check(new RmaEvent.Paid(change, 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var posting = ledger.received(rma.id(), receipt, at, by);
          journal.append(new RmaEvent.Paid(change, posting, due), at, by);
          files.file(journal, at);
          return Answer.done(posting);
        });
  }

  /**
   * A transfer that was booked is not this case's, or never came: its posting is taken back, and
   * the customer has the days to pay again.
   *
   * @return the posting that takes it back
   */
  Answer<Long> takeBack(CaseRef ref, long posting, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var was = Objects.requireNonNullElse(rma.dueAt(), at);
          var mayNot = rma.check(new RmaEvent.PaymentReversed(0, 0, was));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
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
          files.file(journal, at);
          return Answer.done(reversal.posting());
        });
  }
}
