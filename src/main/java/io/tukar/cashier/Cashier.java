package io.tukar.cashier;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.payout.Payout;
import io.tukar.payout.PayoutDesk;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rows.AllOrNothing;
import io.tukar.settlement.Ledger;
import io.tukar.settlement.matching.Match;
import io.tukar.settlement.matching.Matcher;
import io.tukar.settlement.matching.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says whose a receipt is, and takes it back (clause P6). An entry is locked before the case it is
 * given to, and never gives more than it brought, as the database checks.
 */
@Component
public class Cashier {

  /** A reason is no longer. */
  public static final int REASON_CHARS_MAX = 500;

  private final AllOrNothing verbs;
  private final ExchangeDesk desk;
  private final Ledger ledger;
  private final Receipts receipts;
  private final PayoutDesk payouts;
  private final JdbcClient jdbc;

  Cashier(
      AllOrNothing verbs,
      ExchangeDesk desk,
      Ledger ledger,
      Receipts receipts,
      PayoutDesk payouts,
      JdbcClient jdbc) {
    this.verbs = verbs;
    this.desk = desk;
    this.ledger = ledger;
    this.receipts = receipts;
    this.payouts = payouts;
    this.jdbc = jdbc;
  }

  /** So much of a receipt is a case's. */
  public record Part(CaseRef rma, Money amount) {}

  /** Why a receipt was given to a case; empty where a person said so against all reasons. */
  public record Grounds(Set<Reason> reasons, int score) {

    public static final Grounds A_PERSONS_WORD = new Grounds(Set.of(), 0);

    public Grounds {
      reasons = Set.copyOf(reasons);
    }

    public static Grounds of(Match match) {
      return new Grounds(match.reasons(), match.score());
    }
  }

  /**
   * Gives a receipt, or what is left of it, to the cases it pays. Given again, nothing more
   * happens.
   */
  public Answer<Receipt> match(
      long entry, List<Part> parts, Grounds grounds, Instant at, Actor by) {
    return locked(entry, receipt -> matched(receipt, parts, grounds, at, by));
  }

  /**
   * Gives a receipt to the cases the matcher found; refused where one of them owes another amount
   * by now, or a part of the receipt has gone elsewhere.
   */
  public Answer<Receipt> match(long entry, Match match, Instant at, Actor by) {
    var parts =
        match.parts().stream()
            .map(part -> new Part(CaseRef.latest(part.open().caseId()), part.amount()))
            .toList();
    var whole = parts.stream().map(Part::amount).reduce(Money.rupiah(0), Money::plus);
    return locked(
        entry,
        receipt -> {
          if (receipt.left().equals(whole) && receipts.stillOwe(match)) {
            return matched(receipt, parts, Grounds.of(match), at, by);
          }
          return receipts.gave(entry, parts)
              ? Answer.done(receipt)
              : Answer.refused(Refusal.of("receipt-gone", ""));
        });
  }

  private Answer<Receipt> matched(
      Receipt receipt, List<Part> parts, Grounds grounds, Instant at, Actor by) {
    if (parts.isEmpty()) {
      return Answer.refused(Refusal.of("receipt-no-case", "case"));
    }
    if (receipt.aside()) {
      return Answer.refused(Refusal.of("receipt-set-aside", ""));
    }
    var sum = parts.stream().map(Part::amount).reduce(Money.rupiah(0), Money::plus);
    if (sum.compareTo(receipt.left()) > 0) {
      return receipts.gave(receipt.id(), parts)
          ? Answer.done(receipt)
          : Answer.refused(Refusal.of("receipt-too-little", "amount", receipt.left().minor()));
    }
    for (var part : parts.stream().sorted(Receipts.BY_CASE).toList()) {
      switch (desk.received(part.rma(), part.amount(), at, by)) {
        case Answer.Refused<Long>(var reasons) -> {
          return new Answer.Refused<>(reasons);
        }
        case Answer.Done<Long>(var posting) ->
            record(receipt.id(), part.rma().id(), part.amount(), posting, null, grounds, at, by);
      }
    }
    return Answer.done(receipts.find(receipt.id()).orElseThrow());
  }

  /**
   * Gives every receipt of which it is sure whose it is to its case, each in a transaction of its
   * own; those that somebody else has given away meanwhile are left.
   *
   * @return how many
   */
  public int matchTheSure(Instant at, Actor by) {
    int done = settleTyped(at, by) + confirmPayouts(at, by);
    var open = receipts.openForMatching(at);
    var sure = new Matcher(receipts.openAmounts()).sure(open);
    for (var found : sure.entrySet()) {
      if (match(found.getKey().id(), found.getValue(), at, by) instanceof Answer.Done) {
        done++;
      }
    }
    return done;
  }

  /** Transfers that somebody had typed, where one entry and one typed transfer belong together. */
  private int settleTyped(Instant at, Actor by) {
    int done = 0;
    for (var pair : receipts.typedPairs()) {
      if (settle(pair.entry(), pair.typed(), at, by) instanceof Answer.Done) {
        done++;
      }
    }
    return done;
  }

  /** Payouts whose debit is on a statement: told by their reference, or alone of their amount. */
  private int confirmPayouts(Instant at, Actor by) {
    int done = 0;
    for (var pair : receipts.payoutPairs()) {
      var answer =
          locked(
              pair.entry(),
              debit -> {
                if (!debit.untouched() || debit.aside()) {
                  return Answer.refused(Refusal.of("receipt-gone", ""));
                }
                return switch (payouts.seen(pair.payout(), debit.id(), at, by)) {
                  case Answer.Refused<Payout>(var reasons) -> new Answer.Refused<>(reasons);
                  case Answer.Done<Payout>(var payout) -> {
                    move(debit.id(), payout.amount());
                    yield Answer.done(debit);
                  }
                };
              });
      if (answer instanceof Answer.Done) {
        done++;
      }
    }
    receipts.missPayouts();
    return done;
  }

  /** An entry is the transfer that somebody typed before the statement showed it. */
  public Answer<Receipt> settle(long entry, long typed, Instant at, Actor by) {
    return verbs.runBesideOthers(
        () -> {
          var receipt = receipts.lock(entry);
          var transfer = receipts.typed(typed);
          if (receipt.isEmpty() || transfer.isEmpty()) {
            return Answer.refused(Refusal.of("receipt-gone", ""));
          }
          var amount = transfer.get().amount();
          if (receipt.get().aside()
              || transfer.get().in() != receipt.get().in()
              || !receipt.get().left().equals(amount)) {
            return Answer.refused(Refusal.of("receipt-not-that", ""));
          }
          var rma = transfer.get().rmaId();
          var posting =
              transfer.get().in()
                  ? ledger.arrived(rma, amount, at, by)
                  : ledger.left(rma, amount, at, by);
          record(entry, rma, amount, posting, typed, Grounds.A_PERSONS_WORD, at, by);
          return Answer.done(receipts.find(entry).orElseThrow());
        });
  }

  /** Takes a receipt back from a case; it is nobody's again. Done again, nothing happens. */
  public Answer<Receipt> unmatch(long match, String reason, Instant at, Actor by) {
    var entry = receipts.entryOf(match);
    if (entry.isEmpty()) {
      return Answer.refused(Refusal.of("receipt-gone", ""));
    }
    return locked(
        entry.get(),
        receipt -> {
          var given = receipts.given(match).orElseThrow();
          if (given.undone() != null) {
            return Answer.done(receipt);
          }
          var refusal = reasonRefusal(reason);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var answer =
              given.typed() == null
                  ? desk.takeBackTransfer(
                      CaseRef.latest(given.rmaId()), given.posting(), reason, at, by)
                  : Answer.done(ledger.reverse(given.posting(), at, by).posting());
          return switch (answer) {
            case Answer.Refused<Long>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Long>(var reversal) -> {
              undo(match, reversal, reason.strip(), at, by);
              move(receipt.id(), given.amount().negated());
              yield Answer.done(receipts.find(receipt.id()).orElseThrow());
            }
          };
        });
  }

  /**
   * Says that a receipt is not the exchange desk's: the shop has other business on the same
   * account.
   */
  public Answer<Receipt> setAside(long entry, String reason, Instant at, Actor by) {
    return locked(
        entry,
        receipt -> {
          if (receipt.aside()) {
            return Answer.done(receipt);
          }
          var refusal = reasonRefusal(reason);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          if (!receipt.untouched()) {
            return Answer.refused(Refusal.of("receipt-in-use", ""));
          }
          var posting = receipt.in() ? ledger.setAside(receipt.left(), at, by) : null;
          jdbc.sql(
                  """
                  update bank_entry set aside_at = ?, aside_reason = ?, aside_actor = ?,
                                        aside_posting = ?
                  where id = ?
                  """)
              .param(at.atOffset(ZoneOffset.UTC))
              .param(reason.strip())
              .param(by.reference())
              .param(posting)
              .param(entry)
              .update();
          return Answer.done(receipts.find(entry).orElseThrow());
        });
  }

  /** Takes a receipt up again that was set aside. */
  public Answer<Receipt> takeUp(long entry, Instant at, Actor by) {
    return locked(
        entry,
        receipt -> {
          if (!receipt.aside()) {
            return Answer.done(receipt);
          }
          var posting = receipt.asidePosting();
          if (posting == null) {
            return Answer.refused(Refusal.of("receipt-odd", ""));
          }
          ledger.reverse(posting, at, by);
          jdbc.sql(
                  """
                  update bank_entry set aside_at = null, aside_reason = null, aside_actor = null,
                                        aside_posting = null
                  where id = ?
                  """)
              .param(entry)
              .update();
          return Answer.done(receipts.find(entry).orElseThrow());
        });
  }

  /** A transfer that somebody typed never came: the customer owes it again. */
  public Answer<Long> neverCame(long typed, String reason, Instant at, Actor by) {
    return verbs.run(
        () -> {
          var transfer = receipts.typed(typed);
          if (transfer.isEmpty()) {
            return Answer.refused(Refusal.of("receipt-gone", ""));
          }
          var refusal = reasonRefusal(reason);
          return refusal.isPresent()
              ? Answer.refused(refusal.get())
              : desk.takeBackTransfer(
                  CaseRef.latest(transfer.get().rmaId()), typed, reason, at, by);
        });
  }

  private static Optional<Refusal> reasonRefusal(String reason) {
    if (reason.isBlank()) {
      return Optional.of(Refusal.of("receipt-reason", "reason", REASON_CHARS_MAX));
    }
    return reason.length() > REASON_CHARS_MAX
        ? Optional.of(Refusal.of("value-too-long", "reason", REASON_CHARS_MAX))
        : Optional.empty();
  }

  private Answer<Receipt> locked(long entry, Function<Receipt, Answer<Receipt>> verb) {
    Supplier<Answer<Receipt>> run =
        () ->
            receipts
                .lock(entry)
                .map(verb)
                .orElseGet(() -> Answer.refused(Refusal.of("receipt-gone", "")));
    return verbs.run(run);
  }

  private void record(
      long entry,
      long rma,
      Money amount,
      long posting,
      @Nullable Long typed,
      Grounds grounds,
      Instant at,
      Actor by) {
    jdbc.sql(
            """
            insert into bank_match
              (entry_id, rma_id, amount, posting_id, typed_id, reasons, score, at, actor)
            values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?)
            """)
        .param(entry)
        .param(rma)
        .param(amount.minor())
        .param(posting)
        .param(typed)
        .param(names(grounds.reasons()))
        .param(grounds.score())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .update();
    move(entry, amount);
  }

  private static String[] names(Collection<Reason> reasons) {
    return reasons.stream().sorted().map(Reason::name).toArray(String[]::new);
  }

  private void move(long entry, Money amount) {
    jdbc.sql("update bank_entry set matched = matched + ? where id = ?")
        .params(amount.minor(), entry)
        .update();
  }

  private void undo(long match, long reversal, String reason, Instant at, Actor by) {
    jdbc.sql(
            """
            update bank_match set undone_by = ?, undone_reason = ?, undone_at = ?, undone_actor = ?
            where id = ?
            """)
        .params(reversal, reason, at.atOffset(ZoneOffset.UTC), by.reference(), match)
        .update();
  }
}
