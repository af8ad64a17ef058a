package io.tukar.payout;

import io.tukar.kernel.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where customers want their money, one account a case. */
@Repository
public class CustomerAccounts {

  private final JdbcClient jdbc;
  private final BankSeal seal;

  CustomerAccounts(JdbcClient jdbc, BankSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * An account as it is shown.
   *
   * @param ending the last digits
   * @param others how many other cases name the same account
   */
  public record Shown(Bank bank, String ending, Instant givenAt, String actor, int others) {}

  /** Keeps it; one that was given before is replaced. A payout that is proposed keeps its own. */
  public void give(long rmaId, CustomerAccount account, Instant at, Actor by) {
    jdbc.sql(
            """
            insert into customer_account (rma_id, bank, sealed, ending, digest, given_at, actor)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (rma_id) do update set bank = excluded.bank, sealed = excluded.sealed,
              ending = excluded.ending, digest = excluded.digest, given_at = excluded.given_at,
              actor = excluded.actor
            """)
        .param(rmaId)
        .param(account.bank().code())
        .param(seal.seal(rmaId, account.sealedText()))
        .param(account.ending())
        .param(seal.digest(account.bank().code() + " " + account.number()))
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .update();
  }

  public Optional<Shown> shown(long rmaId) {
    return jdbc.sql(
            """
            select a.bank, a.ending, a.given_at, a.actor,
                   (select count(*)::int from customer_account o
                    where o.digest = a.digest and o.rma_id <> a.rma_id)
            from customer_account a where a.rma_id = ?
            """)
        .param(rmaId)
        .query(
            (row, n) ->
                new Shown(
                    Bank.of(row.getString(1)).orElseThrow(),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getString(4),
                    row.getInt(5)))
        .optional();
  }
}
