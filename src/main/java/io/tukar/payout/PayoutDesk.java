package io.tukar.payout;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.payout.Payout.State;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Rmas;
import io.tukar.rows.AllOrNothing;
import io.tukar.settlement.Ledger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The verbs of money out. Each can be repeated; the payout is locked before its case, so that of
 * two people who approve or export the same one, one does.
 */
@Component
public class PayoutDesk {

  /** A reason is no longer. */
  public static final int REASON_CHARS_MAX = 500;

  private final AllOrNothing verbs;
  private final ExchangeDesk desk;
  private final Rmas rmas;
  private final Payouts payouts;
  private final ApprovalCodes codes;
  private final Ledger ledger;
  private final JdbcClient jdbc;

  PayoutDesk(
      AllOrNothing verbs,
      ExchangeDesk desk,
      Rmas rmas,
      Payouts payouts,
      ApprovalCodes codes,
      Ledger ledger,
      JdbcClient jdbc) {
    this.verbs = verbs;
    this.desk = desk;
    this.rmas = rmas;
    this.payouts = payouts;
    this.codes = codes;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  /** Proposes to pay a case's customer all that the shop owes. */
  public Answer<Payout> propose(long rmaId, Instant at, Actor by) {
    return verbs.runBesideOthers(
        () -> {
          jdbc.sql("select 1 from rma where id = ? for update")
              .param(rmaId)
              .query(Integer.class)
              .optional();
          var rma = rmas.find(rmaId);
          if (rma.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-case", ""));
          }
          var standing = standing(rmaId);
          if (standing.isPresent()) {
            return Answer.done(standing.get());
          }
          var owed = rma.get().balance().negated();
          if (!owed.isPositive()) {
            return Answer.refused(Refusal.of("payout-nothing", "", rma.get().requestNumber()));
          }
          return jdbc.sql(
                  """
                  insert into payout (rma_id, amount, bank, sealed, ending, proposed_at, proposed_by)
                  select rma_id, ?, bank, sealed, ending, ?, ? from customer_account where rma_id = ?
                  returning id
                  """)
              .params(owed.minor(), at.atOffset(ZoneOffset.UTC), by.reference(), rmaId)
              .query(Long.class)
              .optional()
              .map(id -> Answer.done(payouts.find(id).orElseThrow()))
              .orElseGet(() -> Answer.refused(Refusal.of("payout-no-account", "")));
        });
  }

  private Optional<Payout> standing(long rmaId) {
    return jdbc.sql(
            """
            select id from payout
            where rma_id = ? and state in ('PROPOSED', 'APPROVED', 'EXPORTED', 'UNKNOWN')
            """)
        .param(rmaId)
        .query(Long.class)
        .optional()
        .flatMap(payouts::find);
  }

  /** Approves what another proposed, within what this person may approve on a day. */
  public Answer<Payout> approve(long id, Instant at, Actor by) {
    return locked(id, payout -> approved(payout, at, by.reference()));
  }

  /** Approves by the code of somebody who is on the phone; they are the one who approved it. */
  public Answer<Payout> approveByCode(long id, String code, Instant at) {
    if (payouts.find(id).isEmpty()) {
      return Answer.refused(Refusal.of("payout-gone", "", "#" + id));
    }
    var issuer = codes.use(id, code.strip(), at);
    return issuer
        .map(by -> locked(id, payout -> approved(payout, at, by)))
        .orElseGet(() -> Answer.refused(Refusal.of("payout-code", "code")));
  }

  private Answer<Payout> approved(Payout payout, Instant at, String by) {
    if (payout.state() == State.APPROVED && by.equals(payout.decidedBy())) {
      return Answer.done(payout);
    }
    if (payout.state() != State.PROPOSED) {
      return Answer.refused(Refusal.of("payout-gone", "", payout.number()));
    }
    if (by.equals(payout.proposedBy())) {
      return Answer.refused(Refusal.of("payout-own", "", payout.number()));
    }
    var left = leftToday(by, at);
    if (left.isPresent() && payout.amount().minor() > left.get()) {
      return Answer.refused(
          Refusal.of("payout-limit", "", payout.number(), Math.max(0, left.get())));
    }
    decide(payout, State.APPROVED, by, null, at);
    return Answer.done(payouts.find(payout.id()).orElseThrow());
  }

  /** What somebody may still approve on the shop's day; the setting's row is locked meanwhile. */
  private Optional<Long> leftToday(String by, Instant at) {
    var most =
        jdbc.sql("select person_day_max from payout_setting for update")
            .query((row, n) -> Optional.ofNullable((Long) row.getObject(1)))
            .single();
    return most.map(
        limit ->
            limit
                - jdbc.sql(
                        """
                        select coalesce(sum(amount), 0) from payout
                        where decided_by = ? and state not in ('PROPOSED', 'REJECTED')
                          and (decided_at at time zone 'Asia/Jakarta')::date
                            = (?::timestamptz at time zone 'Asia/Jakarta')::date
                        """)
                    .params(by, at.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single());
  }

  /** What one person may approve on a day, in rupiah; empty: no limit. */
  public Optional<Long> personDayMax() {
    return jdbc.sql("select person_day_max from payout_setting")
        .query((row, n) -> Optional.ofNullable((Long) row.getObject(1)))
        .single();
  }

  /** Changes that limit. */
  public void personDayMax(Optional<Long> rupiah) {
    jdbc.sql("update payout_setting set person_day_max = ?").param(rupiah.orElse(null)).update();
  }

  /** Does not approve it; it may be proposed anew. */
  public Answer<Payout> reject(long id, String reason, Instant at, Actor by) {
    return locked(
        id,
        payout -> {
          if (payout.state() == State.REJECTED) {
            return Answer.done(payout);
          }
          if (payout.state() != State.PROPOSED && payout.state() != State.APPROVED) {
            return Answer.refused(Refusal.of("payout-gone", "", payout.number()));
          }
          var refusal = reasonRefusal(reason);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var own = by.reference().equals(payout.proposedBy());
          decide(payout, State.REJECTED, own ? null : by.reference(), reason.strip(), at);
          return Answer.done(payouts.find(id).orElseThrow());
        });
  }

  private void decide(
      Payout payout, State state, @Nullable String by, @Nullable String reason, Instant at) {
    jdbc.sql(
            """
            update payout set state = ?, decided_at = ?, decided_by = ?, reason = ? where id = ?
            """)
        .param(state.name())
        .param(by == null ? null : at.atOffset(ZoneOffset.UTC))
        .param(by)
        .param(reason)
        .param(payout.id())
        .update();
  }

  /**
   * Puts approved payouts into one file for the bank: each once. The cases' books say from now on
   * that the money is on its way.
   *
   * @return the batch
   */
  public Answer<Long> export(List<Long> ids, Instant at, Actor by) {
    return verbs.run(
        () -> {
          if (ids.isEmpty()) {
            return Answer.refused(Refusal.of("payout-none-picked", ""));
          }
          var batch =
              jdbc.sql("insert into payout_batch (made_at, actor) values (?, ?) returning id")
                  .params(at.atOffset(ZoneOffset.UTC), by.reference())
                  .query(Long.class)
                  .single();
          var refusals = new ArrayList<Refusal>();
          for (var id : ids.stream().sorted().distinct().toList()) {
            exported(id, batch, at, by).ifPresent(refusals::add);
          }
          return refusals.isEmpty() ? Answer.done(batch) : new Answer.Refused<>(refusals);
        });
  }

  private Optional<Refusal> exported(long id, long batch, Instant at, Actor by) {
    var payout = payouts.lock(id);
    if (payout.isEmpty() || payout.get().state() != State.APPROVED) {
      return Optional.of(
          Refusal.of("payout-gone", "", payout.map(Payout::number).orElse("#" + id)));
    }
    var sent =
        desk.payoutSent(
            CaseRef.latest(payout.get().rmaId()),
            payout.get().amount(),
            payout.get().endToEndId(),
            at,
            by);
    return switch (sent) {
      case Answer.Refused<Long>(var reasons) -> Optional.of(reasons.getFirst());
      case Answer.Done<Long>(var posting) -> {
        jdbc.sql(
                """
                update payout set state = 'EXPORTED', batch_id = ?, exported_at = ?, sent_posting = ?
                where id = ?
                """)
            .params(batch, at.atOffset(ZoneOffset.UTC), posting, id)
            .update();
        yield Optional.empty();
      }
    };
  }

  /** The bank's statement shows its debit. */
  public Answer<Payout> seen(long id, long entry, Instant at, Actor by) {
    return locked(
        id,
        payout -> {
          if (payout.state() != State.EXPORTED && payout.state() != State.UNKNOWN) {
            return Answer.refused(Refusal.of("payout-gone", "", payout.number()));
          }
          var posting = ledger.payoutSeen(payout.rmaId(), payout.amount(), at, by);
          jdbc.sql(
                  "update payout set state = 'CONFIRMED', seen_posting = ?, entry_id = ? where id ="
                      + " ?")
              .params(posting, entry, id)
              .update();
          return Answer.done(payouts.find(id).orElseThrow());
        });
  }

  /** The bank did not carry it out, or it came back: the shop owes it again. */
  public Answer<Payout> failed(long id, String reason, Instant at, Actor by) {
    return locked(
        id,
        payout -> {
          if (payout.state() == State.FAILED) {
            return Answer.done(payout);
          }
          if (payout.state() != State.EXPORTED && payout.state() != State.UNKNOWN) {
            return Answer.refused(Refusal.of("payout-gone", "", payout.number()));
          }
          var refusal = reasonRefusal(reason);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var sent =
              jdbc.sql("select sent_posting from payout where id = ?")
                  .param(id)
                  .query(Long.class)
                  .single();
          return switch (desk.takeBackTransfer(
              CaseRef.latest(payout.rmaId()), sent, reason, at, by)) {
            case Answer.Refused<Long>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Long>(var back) -> {
              jdbc.sql(
                      "update payout set state = 'FAILED', back_posting = ?, reason = ? where id ="
                          + " ?")
                  .params(back, reason.strip(), id)
                  .update();
              yield Answer.done(payouts.find(id).orElseThrow());
            }
          };
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

  private Answer<Payout> locked(long id, Function<Payout, Answer<Payout>> verb) {
    return verbs.run(
        () ->
            payouts
                .lock(id)
                .map(verb)
                .orElseGet(() -> Answer.refused(Refusal.of("payout-gone", "", "#" + id))));
  }
}
