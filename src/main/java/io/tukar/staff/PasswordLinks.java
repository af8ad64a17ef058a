package io.tukar.staff;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which a member of staff sets a password without the old one: good once, for a day. Only
 * the latest counts, only its hash is kept.
 */
@Repository
public class PasswordLinks {

  static final Duration OPEN_FOR = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final StaffBook staff;
  private final StaffEvents events;

  PasswordLinks(
      JdbcClient jdbc, TransactionTemplate transactions, StaffBook staff, StaffEvents events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.staff = staff;
    this.events = events;
  }

  /** Where the link with this secret leads, below the shop's public address. */
  public static String path(String secret) {
    return "/setup/password?token=" + secret;
  }

  /** A new secret for an active account, seen only here; links given before are over. */
  public Optional<String> offer(long staffId, Instant at, Actor by) {
    return transactions.execute(
        status -> {
          var there =
              jdbc.sql("select id from staff where id = ? and active for update")
                  .param(staffId)
                  .query(Long.class)
                  .optional();
          if (there.isEmpty()) {
            return Optional.<String>empty();
          }
          var secret = Secrets.random();
          jdbc.sql("delete from password_link where staff_id = ? and used_at is null")
              .param(staffId)
              .update();
          jdbc.sql(
                  """
                  insert into password_link (token_hash, staff_id, offered_at, expires_at)
                  values (?, ?, ?, ?)
                  """)
              .param(Secrets.hash(secret))
              .param(staffId)
              .param(utc(at))
              .param(utc(at.plus(OPEN_FOR)))
              .update();
          events.append(StaffEvents.Kind.LINK_OFFERED, staffId, null, at, by);
          return Optional.of(secret);
        });
  }

  /** As {@link #offer(long, Instant, Actor)}, by the name somebody signs in with. */
  public Optional<String> offer(Login login, Instant at, Actor by) {
    return jdbc.sql("select id from staff where login = ? and active")
        .param(login.value())
        .query(Long.class)
        .optional()
        .flatMap(id -> offer(id, at, by));
  }

  /** Whether this secret still sets a password. */
  public boolean isOpen(String secret, Instant at) {
    return jdbc.sql(
            """
            select exists (select from password_link l join staff s on s.id = l.staff_id
              where l.token_hash = ? and l.used_at is null and l.expires_at > ? and s.active)
            """)
        .param(Secrets.hash(secret))
        .param(utc(at))
        .query(Boolean.class)
        .single();
  }

  /** Sets the password, ends the link and every session; a refused password leaves it open. */
  public Answer<Long> use(String secret, String password, Instant at) {
    var wrong = NewMember.password(password);
    if (wrong.isPresent()) {
      return Answer.refused(wrong.get());
    }
    return transactions.execute(
        status -> {
          // In the order in which an account is ended: staff first, then its links.
          jdbc.sql("lock table staff in row exclusive mode").update();
          var whose =
              jdbc.sql(
                      """
                      update password_link set used_at = :at
                      where token_hash = :hash and used_at is null and expires_at > :at
                      returning staff_id
                      """)
                  .param("at", utc(at))
                  .param("hash", Secrets.hash(secret))
                  .query(Long.class)
                  .optional();
          if (whose.isEmpty() || !staff.keepPassword(whose.get(), password)) {
            return Answer.<Long>refused(Refusal.of("password-link-over", ""));
          }
          var by = staff.find(whose.get()).orElseThrow().actor();
          events.append(StaffEvents.Kind.PASSWORD_SET, whose.get(), null, at, by);
          return Answer.done(whose.get());
        });
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
