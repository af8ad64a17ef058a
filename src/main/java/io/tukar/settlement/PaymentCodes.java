package io.tukar.settlement;

import io.tukar.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The unique codes of payment instructions: what is asked of a case is asked of no other, nor was
 * within the last {@link #KEPT}. Taken off, never added, so that nobody overpays, and never more
 * than a tenth. Where no code is left the whole amount is asked.
 */
@Repository
public class PaymentCodes {

  /** So long an amount that is no longer asked for stays taken: transfers come late. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int CODE_MAX = 999;
  private static final int MOST_PART = 10;

  /** Spreads the codes of cases that follow each other; has no factor in common with 1 to 999. */
  private static final long STRIDE = 389;

  private final JdbcClient jdbc;

  PaymentCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is asked of a case that owes this; the same as long as it owes the same. */
  public PaymentAsked ask(long rmaId, Money owed, Instant at) {
    var standing = standing(rmaId);
    if (standing.filter(asked -> asked.owed().equals(owed)).isPresent()) {
      return standing.get();
    }
    if (standing.isPresent()) {
      end(rmaId, at);
    }
    if (!owed.isPositive()) {
      return new PaymentAsked(owed, 0);
    }
    var most = (int) Math.min(CODE_MAX, owed.minor() / MOST_PART);
    var taken = taken(owed, most, at);
    for (int tried = 0; tried < most; tried++) {
      var code = (int) Math.floorMod(rmaId * STRIDE + tried, (long) most) + 1;
      if (!taken.contains(owed.minor() - code) && give(rmaId, owed, code, at)) {
        return new PaymentAsked(owed, code);
      }
    }
    return new PaymentAsked(owed, 0);
  }

  /** What is asked of a case now that it owes this; without a code where none was given. */
  public PaymentAsked asked(long rmaId, Money owed) {
    return standing(rmaId)
        .filter(asked -> asked.owed().equals(owed))
        .orElse(new PaymentAsked(owed, 0));
  }

  /** No longer asks a case for anything. */
  public void end(long rmaId, Instant at) {
    jdbc.sql("update payment_code set ended_at = ? where rma_id = ? and ended_at is null")
        .params(at.atOffset(ZoneOffset.UTC), rmaId)
        .update();
  }

  /**
   * A transfer for a case that owes this: where it is just the amount asked for, the code is let
   * go.
   */
  public Ledger.Incoming incoming(long rmaId, Money owed, Money amount) {
    var asked = asked(rmaId, owed);
    var letGo = amount.equals(asked.amount()) ? asked.letGo() : Money.zero(amount.currency());
    return new Ledger.Incoming(amount, letGo);
  }

  private Optional<PaymentAsked> standing(long rmaId) {
    return jdbc.sql("select owed, code from payment_code where rma_id = ? and ended_at is null")
        .param(rmaId)
        .query((row, n) -> new PaymentAsked(Money.rupiah(row.getLong(1)), row.getInt(2)))
        .optional();
  }

  /** Amounts near this one that others are asked for; long past ones are given free meanwhile. */
  private Set<Long> taken(Money owed, int most, Instant at) {
    return new HashSet<>(
        jdbc.sql(
                """
                with past as (
                  update payment_code p
                  set free = true, ended_at = coalesce(ended_at, :now)
                  where not free and asked between :from and :to
                    and (ended_at < :kept or ended_at is null and given_at < :kept
                         and not exists (
                           select 1 from rma r where r.id = p.rma_id and r.balance = p.owed))
                  returning p.asked)
                select asked from payment_code where not free and asked between :from and :to
                except select asked from past
                """)
            .param("from", owed.minor() - most)
            .param("to", owed.minor() - 1)
            .param("now", at.atOffset(ZoneOffset.UTC))
            .param("kept", at.minus(KEPT).atOffset(ZoneOffset.UTC))
            .query((row, n) -> row.getLong(1))
            .list());
  }

  private boolean give(long rmaId, Money owed, int code, Instant at) {
    return jdbc.sql(
                """
                insert into payment_code (rma_id, owed, code, asked, given_at)
                values (?, ?, ?, ?, ?) on conflict (asked) where not free do nothing
                """)
            .params(rmaId, owed.minor(), code, owed.minor() - code, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
