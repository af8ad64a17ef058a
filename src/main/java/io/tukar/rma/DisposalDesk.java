package io.tukar.rma;

import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import io.tukar.settlement.Account;
import io.tukar.settlement.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets goods that nobody claimed leave the books: one person proposes how and why, a manager who is
 * another person approves. Neither before the last day the owner was told has passed; the owner can
 * still ask for them until the approval.
 */
@Component
public class DisposalDesk {

  private final AllOrNothing verbs;
  private final CaseFiles files;
  private final Rmas rmas;
  private final Arrivals arrivals;
  private final StrangeItems strange;
  private final Leftovers leftovers;
  private final Disposals disposals;
  private final PutAway putAway;
  private final Ledger ledger;
  private final Promises promises;
  private final JdbcTemplate jdbc;

  DisposalDesk(
      AllOrNothing verbs,
      CaseFiles files,
      Rmas rmas,
      Arrivals arrivals,
      StrangeItems strange,
      Leftovers leftovers,
      Disposals disposals,
      PutAway putAway,
      Ledger ledger,
      Promises promises,
      JdbcTemplate jdbc) {
    this.verbs = verbs;
    this.files = files;
    this.rmas = rmas;
    this.arrivals = arrivals;
    this.strange = strange;
    this.leftovers = leftovers;
    this.disposals = disposals;
    this.putAway = putAway;
    this.ledger = ledger;
    this.promises = promises;
    this.jdbc = jdbc;
  }

  /** What is proposed for goods nobody claimed. */
  public record Proposed(Disposal.Way way, String reason, String consent) {}

  /**
   * Proposes that the goods leave the books. The same proposal of the same person is one.
   *
   * @param proposed the reason is needed, and the owner's written consent where the shop is to keep
   *     the goods
   */
  public Answer<Disposal> propose(long leftoverId, Proposed proposed, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var found = leftovers.find(leftoverId);
          if (found.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-leftover", ""));
          }
          var said = words(proposed);
          if (said.isPresent()) {
            return Answer.refused(said.get());
          }
          locked(found.get());
          var goods = leftovers.lock(leftoverId).orElseThrow();
          var mayNot = early(goods, at);
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var keep = proposed.way() == Disposal.Way.KEEP;
          var consent = keep ? proposed.consent().strip() : null;
          var reason = proposed.reason().strip();
          var open = disposals.open(leftoverId);
          if (open.isPresent()) {
            var same =
                open.get().way() == proposed.way()
                    && open.get().reason().equals(reason)
                    && Objects.equals(open.get().consent(), consent)
                    && open.get().actor().equals(by.reference());
            return same
                ? Answer.done(open.get())
                : Answer.refused(Refusal.of("disposal-proposed-already", ""));
          }
          var id = disposals.add(leftoverId, proposed.way(), consent, reason, at, by);
          return Answer.done(disposals.find(id).orElseThrow());
        });
  }

  /**
   * Approves it, and the goods leave the books; a manager's word, who is not the one that proposed.
   * Repeated it is done once.
   */
  public Answer<Disposal> approve(long id, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () ->
            manager(by)
                .map(Answer::<Disposal>refused)
                .orElseGet(
                    () ->
                        disposals
                            .find(id)
                            .map(proposal -> approved(proposal, at, by))
                            .orElseGet(() -> Answer.refused(Refusal.of("no-such-disposal", "")))));
  }

  private Answer<Disposal> approved(Disposal proposal, Instant at, Actor by) {
    var goods = leftovers.find(proposal.leftoverId()).orElseThrow();
    var parcelId = goods.parcelId();
    if (parcelId != null) {
      var parcel = arrivals.lock(parcelId).orElseThrow();
      return decidable(proposal.id(), Disposal.Outcome.APPROVED, at, by)
          .orElseGet(() -> gone(parcel, proposal, at, by));
    }
    return files.change(
        CaseRef.latest(Objects.requireNonNull(goods.rmaId())),
        journal ->
            decidable(proposal.id(), Disposal.Outcome.APPROVED, at, by)
                .orElseGet(() -> gone(journal, proposal.id(), at, by)));
  }

  /** All that lies in quarantine of a parcel leaves the books. */
  private Answer<Disposal> gone(Arrival parcel, Disposal proposal, Instant at, Actor by) {
    var writes = new Writes();
    disposals.decide(proposal.id(), Disposal.Outcome.APPROVED, null, at, by);
    LeftoverEnds.parcel(parcel.id(), LeftoverEnd.DISPOSED, null, at, by.reference(), writes);
    StrangeGoods.leave(
        parcel,
        strange.here(parcel.id()),
        StrangeItem.Ending.DISPOSED,
        proposal.way().place(),
        at,
        by,
        writes);
    if (parcel.state() == Arrival.State.QUARANTINE) {
      Arrivals.gone(parcel.id(), at, writes);
    }
    Optional.ofNullable(parcel.rmaId())
        .flatMap(rmas::find)
        .ifPresent(
            owner -> Outbox.add(List.of(ParcelLetters.disposed(parcel.id(), owner)), at, writes));
    writes.send(jdbc);
    return Answer.done(disposals.find(proposal.id()).orElseThrow());
  }

  private Answer<Disposal> gone(Journal journal, long id, Instant at, Actor by) {
    var proposal = disposals.find(id).orElseThrow();
    var goods = leftovers.find(proposal.leftoverId()).orElseThrow();
    var rma = journal.now();
    var line = rma.line(Objects.requireNonNull(goods.lineNo())).orElseThrow();
    var lines = List.of(line.lineNo());
    var event = new RmaEvent.Disposed(lines, id, null, 0, at);
    var mayNot = rma.check(event);
    if (mayNot.isPresent()) {
      return Answer.refused(mayNot.get());
    }
    var done = rma.after(event).status() == RmaStatus.DISPATCHED;
    var waived = done ? wayNotGone(rma) : Money.zero(rma.currency());
    var posting = waived.isPositive() ? ledger.wayNotGone(rma.id(), waived, at, by) : null;
    var due =
        done
            ? promises.customer(at, Promises.ANSWER_WORKING_DAYS)
            : Objects.requireNonNullElse(rma.dueAt(), at);
    disposals.decide(id, Disposal.Outcome.APPROVED, null, at, by);
    journal.append(
        new RmaEvent.Disposed(lines, id, posting, waived.negated().minor(), due), at, by);
    putAway.disposed(journal, line, proposal.way().place(), at, by);
    journal.tell(Notice.GOODS_DISPOSED);
    files.file(journal, at);
    return Answer.done(disposals.find(id).orElseThrow());
  }

  /** What was charged for a way back that nobody goes any more. */
  private Money wayNotGone(Rma rma) {
    var shipping =
        ledger.shares(rma.id()).stream()
            .filter(share -> share.account() == Account.SHIPPING)
            .map(Ledger.Share::amount)
            .reduce(Money.zero(rma.currency()), Money::plus);
    var least = shipping.compareTo(rma.balance()) < 0 ? shipping : rma.balance();
    return least.isPositive() ? least : Money.zero(rma.currency());
  }

  /**
   * Does not let it happen; the count runs on.
   *
   * @param remark why; needed
   */
  public Answer<Disposal> reject(long id, String remark, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var mayNot = manager(by).or(() -> written(remark, "remark", "reason-needed"));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var found = disposals.find(id);
          if (found.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-disposal", ""));
          }
          var goods = leftovers.find(found.get().leftoverId()).orElseThrow();
          locked(goods);
          return decidable(id, Disposal.Outcome.REJECTED, at, by)
              .orElseGet(
                  () -> {
                    disposals.decide(id, Disposal.Outcome.REJECTED, remark.strip(), at, by);
                    return Answer.done(disposals.find(id).orElseThrow());
                  });
        });
  }

  /**
   * Nothing where it is still to be decided; else the decision there is, where it is the same, or
   * why it may not be decided so. The goods are locked, so the first of two decides.
   */
  private Optional<Answer<Disposal>> decidable(
      long id, Disposal.Outcome wanted, Instant at, Actor by) {
    var goods = leftovers.lock(disposals.find(id).orElseThrow().leftoverId()).orElseThrow();
    var proposal = disposals.find(id).orElseThrow();
    var decided = proposal.decided();
    if (decided != null) {
      return Optional.of(
          decided.outcome() == wanted
              ? Answer.done(proposal)
              : Answer.refused(Refusal.of("disposal-decided", "")));
    }
    if (wanted == Disposal.Outcome.REJECTED) {
      return Optional.empty();
    }
    return by.reference().equals(proposal.actor())
        ? Optional.of(Answer.refused(Refusal.of("disposal-by-another", "")))
        : early(goods, at).map(Answer::refused);
  }

  /** What the goods belong to is locked before them, as every verb does. */
  private void locked(Leftover goods) {
    Optional.ofNullable(goods.rmaId()).ifPresent(rmas::lock);
    Optional.ofNullable(goods.parcelId()).ifPresent(arrivals::lock);
  }

  private static Optional<Refusal> manager(Actor by) {
    return by instanceof Actor.Staff(_, var role) && role == Role.MANAGER
        ? Optional.empty()
        : Optional.of(Refusal.of("manager-needed", ""));
  }

  /** Neither before the last day has passed, nor without the last reminder. */
  private static Optional<Refusal> early(Leftover goods, Instant at) {
    if (goods.ended() != null) {
      return Optional.of(Refusal.of("leftover-ended", ""));
    }
    if (goods.limitPassed(at)) {
      return Optional.empty();
    }
    return Optional.of(
        goods.daysLeft(at) < 0
            ? Refusal.of("leftover-not-reminded", "")
            : Refusal.of("leftover-still-kept", "", goods.keepUntil()));
  }

  private static Optional<Refusal> words(Proposed proposed) {
    var reason = written(proposed.reason(), "reason", "reason-needed");
    return proposed.way() == Disposal.Way.KEEP
        ? reason.or(() -> written(proposed.consent(), "consent", "consent-needed"))
        : reason;
  }

  private static Optional<Refusal> written(String words, String field, String code) {
    if (words.isBlank()) {
      return Optional.of(Refusal.of(code, field));
    }
    return words.length() > Leftovers.WORDS_CHARS_MAX
        ? Optional.of(Refusal.of("value-too-long", field, Leftovers.WORDS_CHARS_MAX))
        : Optional.empty();
  }
}
