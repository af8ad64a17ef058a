package io.tukar.rma;

import io.tukar.inspection.Arrivals;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.settlement.Ledger;
import io.tukar.settlement.PaymentCodes;
import io.tukar.stock.Holds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The replacement first, by a manager's word: it leaves before the customer's goods come, which
 * stay awaited. Goods that never come are charged at the replacement's price, or let go.
 */
@Component
class Advances {

  private final CaseFiles files;
  private final Ledger ledger;
  private final PaymentCodes codes;
  private final Holds holds;
  private final Arrivals arrivals;
  private final Notes notes;
  private final Promises promises;

  Advances(
      CaseFiles files,
      Ledger ledger,
      PaymentCodes codes,
      Holds holds,
      Arrivals arrivals,
      Notes notes,
      Promises promises) {
    this.files = files;
    this.ledger = ledger;
    this.codes = codes;
    this.holds = holds;
    this.arrivals = arrivals;
    this.notes = notes;
    this.promises = promises;
  }

  /** Allows it for a case, in writing; against a deposit where one is asked. */
  Answer<Rma> allow(CaseRef ref, String reason, @Nullable Money deposit, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var payBy = promises.customerDay(at, Promises.PAYMENT_WORKING_DAYS);
          var due =
              rma.parcelSent()
                  ? Objects.requireNonNullElse(rma.dueAt(), at)
                  : deposit == null ? promises.shop(at, Promises.DISPATCH) : promises.endOf(payBy);
          var refusal =
              refusal(reason, by)
                  .or(() -> rma.check(new RmaEvent.AdvanceAllowed(0, null, null, due)))
                  .or(() -> amount(rma, deposit));
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var note = notes.add(rma.id(), null, Note.Kind.OVERRIDE, reason.strip(), at, by);
          if (deposit == null) {
            journal.append(new RmaEvent.AdvanceAllowed(note, null, null, due), at, by);
            journal.tell(Notice.ADVANCE_ALLOWED);
          } else {
            var posting = ledger.deposit(rma.id(), deposit, at, by);
            journal.append(
                new RmaEvent.AdvanceAllowed(note, posting, deposit.minor(), due), at, by);
            var asked = codes.ask(rma.id(), journal.now().balance(), at).amount();
            journal.tell(
                Notice.DEPOSIT_ASKED,
                said -> said.with(Param.AMOUNT, asked).with(Param.PAY_BY, payBy));
          }
          holds.extendTo(rma.id(), due);
          return Answer.done(files.file(journal, at));
        });
  }

  /** A deposit is worth no more than what leaves for it. */
  private static Optional<Refusal> amount(Rma rma, @Nullable Money deposit) {
    if (deposit == null) {
      return Optional.empty();
    }
    var most = price(rma, rma.in(LineState.AUTHORIZED).stream().map(RmaLine::lineNo).toList());
    if (!deposit.isPositive()) {
      return Optional.of(Refusal.of("amount-not-positive", "deposit"));
    }
    return deposit.compareTo(most) > 0
        ? Optional.of(Refusal.of("deposit-too-high", "deposit", most.minor()))
        : Optional.empty();
  }

  /** The replacement waits for the goods again: no deposit came, or the customer wants it back. */
  Answer<Rma> withdraw(CaseRef ref, String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var mayNot = refusal(reason, by).or(() -> withdrawable(journal.now(), at));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var note =
              notes.add(journal.now().id(), null, Note.Kind.OVERRIDE, reason.strip(), at, by);
          withdrawn(journal, note, at, by);
          journal.tell(Notice.ADVANCE_WITHDRAWN);
          return Answer.done(files.file(journal, at));
        });
  }

  private static Optional<Refusal> withdrawable(Rma rma, Instant at) {
    return rma.check(new RmaEvent.AdvanceWithdrawn(null, null, 0, at));
  }

  /** Lets go of a deposit that was not paid, before its case ends; nothing where none stands. */
  void letGo(Journal journal, Instant at, Actor by) {
    var rma = journal.now();
    var deposit = ledger.standingDeposit(rma.id());
    if (deposit.isPositive() && rma.balance().equals(deposit) && withdrawable(rma, at).isEmpty()) {
      withdrawn(journal, null, at, by);
    }
  }

  private void withdrawn(Journal journal, @Nullable Long note, Instant at, Actor by) {
    var rma = journal.now();
    var deposit = ledger.standingDeposit(rma.id());
    var posting = deposit.isPositive() ? ledger.depositBack(rma.id(), deposit, at, by) : null;
    var due =
        rma.parcelSent()
            ? Objects.requireNonNullElse(rma.dueAt(), at)
            : promises.customer(at, Promises.SHIPPING_WORKING_DAYS);
    journal.append(
        new RmaEvent.AdvanceWithdrawn(note, posting, deposit.negated().minor(), due), at, by);
    holds.extendTo(rma.id(), due);
  }

  /** The customer's goods never came; only once they are due. */
  Answer<Rma> giveUp(
      CaseRef ref, List<Integer> lineNos, Unreturned how, String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var charged =
              how == Unreturned.CHARGED ? price(rma, lineNos) : Money.zero(rma.currency());
          var deposit = ledger.standingDeposit(rma.id());
          var owed = charged.minus(deposit);
          var event = new RmaEvent.GivenUp(lineNos, how, 0, null, owed.minor(), at);
          var refusal =
              refusal(reason, by)
                  .or(() -> rma.check(event))
                  .or(() -> early(rma, at))
                  .or(() -> hereInPart(rma, lineNos));
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var note = notes.add(rma.id(), null, Note.Kind.OVERRIDE, reason.strip(), at, by);
          var posting = ledger.unreturned(rma.id(), charged, deposit, at, by);
          var due = due(rma, rma.after(event), how, at);
          journal.append(
              new RmaEvent.GivenUp(lineNos, how, note, posting, owed.minor(), due), at, by);
          tell(journal, owed, at);
          return Answer.done(files.file(journal, at));
        });
  }

  private static Optional<Refusal> refusal(String reason, Actor by) {
    if (!by.isManager()) {
      return Optional.of(Refusal.of("manager-needed", "reason"));
    }
    if (reason.isBlank()) {
      return Optional.of(Refusal.of("reason-needed", "reason"));
    }
    return reason.length() > Note.CHARS_MAX
        ? Optional.of(Refusal.of("value-too-long", "reason", Note.CHARS_MAX))
        : Optional.empty();
  }

  private static Money price(Rma rma, List<Integer> lineNos) {
    return rma.lines().stream()
        .filter(line -> lineNos.contains(line.lineNo()))
        .map(line -> line.wantedPrice().times(line.quantity()))
        .reduce(Money.zero(rma.currency()), Money::plus);
  }

  private static Optional<Refusal> early(Rma rma, Instant at) {
    var due = Objects.requireNonNullElse(rma.dueAt(), at);
    return at.isBefore(due)
        ? Optional.of(Refusal.of("goods-not-due", "", Promises.day(due)))
        : Optional.empty();
  }

  /** Of goods that came in part, the rest is first made a line of its own. */
  private Optional<Refusal> hereInPart(Rma rma, List<Integer> lineNos) {
    var here = arrivals.waiting(rma.id());
    return lineNos.stream()
        .filter(no -> here.getOrDefault(no, 0) > 0)
        .map(no -> Refusal.of("goods-here-in-part", "lines", no))
        .findFirst();
  }

  private Instant due(Rma before, Rma after, Unreturned how, Instant at) {
    return switch (after.status()) {
      case DISPATCHED ->
          promises.customer(
              at,
              how == Unreturned.CHARGED
                  ? Promises.PAYMENT_WORKING_DAYS
                  : Promises.ANSWER_WORKING_DAYS);
      case INSPECTED -> promises.shop(at, Promises.SETTLEMENT);
      case REQUESTED,
          NEEDS_EVIDENCE,
          AUTHORIZED,
          RECEIVED,
          SETTLED,
          CLOSED,
          DECLINED,
          CANCELLED,
          EXPIRED ->
          Objects.requireNonNullElse(before.dueAt(), at);
    };
  }

  private void tell(Journal journal, Money owed, Instant at) {
    if (!owed.isPositive()) {
      journal.tell(Notice.NO_LONGER_AWAITED);
      return;
    }
    var payBy = promises.customerDay(at, Promises.PAYMENT_WORKING_DAYS);
    var asked = codes.ask(journal.now().id(), journal.now().balance(), at).amount();
    journal.tell(
        Notice.REPLACEMENT_CHARGED,
        said -> said.with(Param.AMOUNT, asked).with(Param.PAY_BY, payBy));
  }
}
