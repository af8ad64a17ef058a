package io.tukar.payout;

import io.tukar.kernel.Actor;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes by which somebody approves a payout on the phone: six digits, good for one payout, ten
 * minutes and five tries; only a keyed digest is kept.
 */
@Repository
public class ApprovalCodes {

  /** So long a code is good. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final int TRIES_MAX = 5;
  private static final int CODES = 1_000_000;

  private final JdbcClient jdbc;
  private final BankSeal seal;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();

  ApprovalCodes(JdbcClient jdbc, BankSeal seal, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.transactions = transactions;
  }

  /** Gives somebody a new code; one they had before is good no longer. */
  public String issue(Actor by, Instant at) {
    var code = "%06d".formatted(random.nextInt(CODES));
    jdbc.sql(
            """
            insert into approval_code (issuer, digest, expires_at) values (?, ?, ?)
            on conflict (issuer) where used_for is null
            do update set digest = excluded.digest, expires_at = excluded.expires_at, tries = 0
            """)
        .params(
            by.reference(),
            seal.code(by.reference(), code),
            at.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
        .update();
    return code;
  }

  /**
   * Uses a code for a payout; every wrong one counts against all that are open.
   *
   * @return who gave it; empty where no code is that one
   */
  Optional<String> use(long payout, String code, Instant at) {
    return transactions.execute(
        transaction -> {
          var open =
              jdbc.sql(
                      """
                      select id, issuer, digest from approval_code
                      where used_for is null and expires_at > ? and tries < ? for update
                      """)
                  .params(at.atOffset(ZoneOffset.UTC), TRIES_MAX)
                  .query((row, n) -> new Open(row.getLong(1), row.getString(2), row.getBytes(3)))
                  .list();
          for (var one : open) {
            if (MessageDigest.isEqual(one.digest(), seal.code(one.issuer(), code))) {
              jdbc.sql("update approval_code set used_for = ? where id = ?")
                  .params(payout, one.id())
                  .update();
              return Optional.of(one.issuer());
            }
          }
          for (var one : open) {
            jdbc.sql("update approval_code set tries = tries + 1 where id = ?")
                .param(one.id())
                .update();
          }
          return Optional.<String>empty();
        });
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, compared at once
  private record Open(long id, String issuer, byte[] digest) {}
}
