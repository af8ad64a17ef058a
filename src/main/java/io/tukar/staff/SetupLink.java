package io.tukar.staff;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way into a shop where nobody can sign in yet: a link with a secret, good for one manager's
 * account and for a day. Only the latest offer counts, only its hash is kept.
 */
@Repository
public class SetupLink {

  static final Duration OPEN_FOR = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final StaffBook staff;

  SetupLink(JdbcClient jdbc, TransactionTemplate transactions, StaffBook staff) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.staff = staff;
  }

  /** A new secret, seen only here; empty where somebody has an account. */
  public Optional<String> offer(Instant at) {
    return transactions.execute(
        status -> {
          keepStaffStill();
          if (!staff.isEmpty()) {
            return Optional.empty();
          }
          var secret = Secrets.random();
          jdbc.sql("delete from setup_link where used_at is null").update();
          jdbc.sql("insert into setup_link (token_hash, offered_at, expires_at) values (?, ?, ?)")
              .param(Secrets.hash(secret))
              .param(utc(at))
              .param(utc(at.plus(OPEN_FOR)))
              .update();
          return Optional.of(secret);
        });
  }

  /** Whether this secret still makes an account. */
  public boolean isOpen(String secret, Instant at) {
    return staff.isEmpty()
        && jdbc.sql(
                """
                select exists (select from setup_link
                  where token_hash = ? and used_at is null and expires_at > ?)
                """)
            .param(Secrets.hash(secret))
            .param(utc(at))
            .query(Boolean.class)
            .single();
  }

  /** Makes the first manager and ends the link; a refused field leaves it open. */
  public Answer<Member> use(String secret, String login, String name, String password, Instant at) {
    return switch (NewMember.of(login, name, Role.MANAGER, password)) {
      case Answer.Refused<NewMember>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<NewMember>(var manager) ->
          transactions.execute(status -> use(secret, manager, at));
    };
  }

  private Answer<Member> use(String secret, NewMember manager, Instant at) {
    keepStaffStill();
    var ended =
        jdbc.sql(
                """
                update setup_link set used_at = :at
                where token_hash = :hash and used_at is null and expires_at > :at
                """)
            .param("at", utc(at))
            .param("hash", Secrets.hash(secret))
            .update();
    return ended == 1 && staff.isEmpty()
        ? staff.create(manager, at)
        : Answer.refused(Refusal.of("setup-link-over", ""));
  }

  /** Until the transaction ends nobody else makes an account. */
  private void keepStaffStill() {
    jdbc.sql("lock table staff in share row exclusive mode").update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
